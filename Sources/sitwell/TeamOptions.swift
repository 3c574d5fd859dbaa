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
  func summary(
    of files: SurveyFiles, _ assessor: Assessor, date: String, rejects: RejectsOutput
  ) async throws -> TeamSummary {
    guard let by else {
      throw Failure.usage("--for hr needs --by\n  help: name the column of teams, such as --by team")
    }
    if before == "-", files.files.contains(where: { $0.path == "-" }) {
      throw Failure.usage("standard input can be read once only\n  help: name a file")
    }
    var files = files
    files.options.needsIDs = before != nil
    files.options.includesHealth = includeHealth
    let (current, keepsPeople, program) = (files, before != nil, assessor.program)
    let now = try await rejects.write { rejects in
      try await SurveyRound.read(current, program, keepsPeople: keepsPeople, rejects: rejects)
    }
    var earlier: (round: SurveyRound, name: String)?
    if let before {
      files.files = [InputFile(path: before)]
      let round = try await SurveyRound.read(files, program, keepsPeople: true, rejects: nil)
      earlier = (round, Self.name(of: before))
    }
    var settings = TeamSettings(date: date, programVersion: assessor.programVersion, grouping: by)
    settings.smallestGroup = minGroup
    settings.includesHealth = includeHealth
    settings.invited = invited
    settings.omissions = now.omissions
    settings.nearHeadings = now.nearHeadings(since: earlier?.round)
    let summary = now.round.summary(settings, since: earlier.map { ($0.round.round, $0.name) })
    Console.err(TerminalText(lines: now.warnings(summary)))
    return summary
  }

  private static func name(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
