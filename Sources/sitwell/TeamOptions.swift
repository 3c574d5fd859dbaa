import ArgumentParser
import Ergonomics
import Foundation
import Ledger
import Reports

/// What a report of several people takes beyond a person's.
struct TeamOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column that names the teams (for hr, and the ergonomist's list).", valueName: "column"))
  var by: String?

  @Option(help: ArgumentHelp("Earlier survey of the same people, to compare with (for hr).", valueName: "survey"))
  var before: String?

  @Option(
    help: ArgumentHelp(
      """
      People in a step: 5, 10, 15, …; twice as many for health (for hr). Other numbers would, held against these, tell \
      single people. 10 keeps the steps wide for someone who knows what four colleagues answered.
      """, valueName: "n"))
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
    if !minGroup.isMultiple(of: TeamSettings.leastSmallestGroup) {
      throw ValidationError(
        "--min-group \(minGroup): give 5, 10, 15 or another multiple of 5; steps of other widths, held against these, tell "
          + "single people")
    }
    if let invited, invited < 0 { throw ValidationError("--invited \(invited): give a number from 0 up") }
  }

  /// Reads the surveys and says what was left out of them.
  ///
  /// - Parameter ledger: What was told before of the survey; what is told now is written into it, to be saved.
  func summary(
    of survey: String, _ assessor: Assessor, date: String, _ ledger: inout LedgerFile?
  ) throws -> TeamSummary {
    guard let by else {
      throw Failure.usage("--for hr needs --by\n  help: name the column of teams, such as --by team")
    }
    if survey == "-", before == "-" { throw Failure.usage("standard input can be read once only\n  help: name a file") }
    let now = try SurveyRound(
      path: survey, assessor.program, by: by, needsIDs: before != nil, tellsHealth: includeHealth)
    let earlier = try before.map { path in
      try SurveyRound(path: path, assessor.program, by: by, needsIDs: true, tellsHealth: false)
    }
    for round in [now.round, earlier?.round].compactMap({ $0 }) where round.isOfSinglePeople {
      throw Failure.usage(
        "most groups under '\(by.printable)' are of one person\n"
          + "  help: name a column that many people share, such as a team or a site")
    }
    var settings = TeamSettings(date: date, programVersion: assessor.programVersion, grouping: by)
    settings.smallestGroup = minGroup
    settings.includesHealth = includeHealth
    settings.invited = invited
    settings.omissions = now.reading.omissions
    let pack = assessor.program.pack
    let report = Ledger.Report(
      pack: "\(pack.id)@\(pack.version)+\(pack.hash)", grouping: by, width: minGroup, date: date)
    if let earlier { _ = try ledger?.record(report, of: earlier.people) }
    settings.otherReports = try ledger?.record(report, of: now.people)
    now.reading.warn()
    return now.round.summary(settings, since: earlier.map { ($0.round, Self.name(of: before ?? "")) })
  }

  private static func name(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
