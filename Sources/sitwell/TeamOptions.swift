import ArgumentParser
import Ergonomics
import Foundation
import Reports

/// What a report of several people takes beyond a person's.
struct TeamOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column that names the teams (for hr, and the ergonomist's list).", valueName: "column"))
  var by: String?

  @Option(help: ArgumentHelp("Earlier survey of the same people, to compare with (for hr).", valueName: "survey"))
  var before: String?

  @Option(help: ArgumentHelp("People in a step, from 5 up; twice as many for health (for hr).", valueName: "n"))
  var minGroup = TeamSettings.leastSmallestGroup

  @Option(help: ArgumentHelp("How many people were asked to answer (for hr).", valueName: "n"))
  var invited: Int?

  @Flag(
    help: """
      Also count what rules find that read health answers (for hr), or show them and the health answers (for an \
      ergonomist). Keep such a report as health records.
      """)
  var includeHealth = false

  func validate() throws {
    if minGroup < TeamSettings.leastSmallestGroup {
      throw ValidationError(
        "--min-group \(minGroup): groups under \(TeamSettings.leastSmallestGroup) can be seen through")
    }
    if let invited, invited < 0 { throw ValidationError("--invited \(invited): give a number from 0 up") }
  }

  /// Reads the surveys and says what was left out of them.
  func summary(of survey: String, _ assessor: Assessor, date: String) throws -> TeamSummary {
    guard let by else {
      throw Failure.usage("--for hr needs --by\n  help: name the column of teams, such as --by team")
    }
    if survey == "-", before == "-" { throw Failure.usage("standard input can be read once only\n  help: name a file") }
    let now = try SurveyRound(path: survey, assessor.program, by: by, needsIDs: before != nil)
    let earlier = try before.map { path in
      (round: try SurveyRound(path: path, assessor.program, by: by, needsIDs: true).round, name: Self.name(of: path))
    }
    var settings = TeamSettings(date: date, programVersion: assessor.programVersion, grouping: by)
    settings.smallestGroup = minGroup
    settings.includesHealth = includeHealth
    settings.invited = invited
    settings.omissions = now.reading.omissions
    now.reading.warn()
    return now.round.summary(settings, since: earlier)
  }

  private static func name(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
