import ArgumentParser
import Ergonomics
import Foundation
import Ledger
import Reports
import Surveys

/// What a report of several people takes beyond a person's.
struct TeamOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column that names the teams (for hr, and the ergonomist's list).", valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Earlier survey of the same people, to compare with (for hr); can be repeated, the earliest first.",
      valueName: "survey"), completion: .file())
  var before: [String] = []

  @Option(
    help: ArgumentHelp(
      "Your prices: a table item,from,to,currency in the words of the report (for hr; default: rough ones of the pack).",
      valueName: "file"), completion: .file())
  var prices: String?

  @Option(
    help: ArgumentHelp(
      """
      People in a step: 5, 10, 15, …; twice as many for health (for hr). Beside a report in fives, one in other steps would \
      show what single people answered. 10 keeps the steps wide for someone who knows what four colleagues answered.
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
        "--min-group \(minGroup): in groups under \(TeamSettings.leastSmallestGroup), readers could see who answered what"
      )
    }
    if !minGroup.isMultiple(of: TeamSettings.leastSmallestGroup) {
      throw ValidationError(
        "--min-group \(minGroup): give 5, 10, 15 or another multiple of 5; beside a report in fives, one in other steps "
          + "would show what single people answered")
    }
    if let invited, invited < 0 { throw ValidationError("--invited \(invited): give a number from 0 up") }
  }

  /// Reads the surveys and says what was left out of them.
  ///
  /// - Parameters:
  ///   - rounds: Where the surveys come from a register: `before` names rounds of it then.
  ///   - ledger: What was told before of the survey; what is told now is written into it, to be saved.
  func summary(
    of files: SurveyFiles, _ assessor: Assessor, date: String, rejects: RejectsOutput, rounds: RegisterRounds? = nil,
    _ ledger: inout LedgerFile?
  ) async throws -> TeamSummary {
    guard let by else {
      throw Failure.usage("--for hr needs --by\n  help: name the column of teams, such as --by team")
    }
    let ownPrices = try prices(for: assessor.pack)
    var files = files
    files.options.needsIDs = !before.isEmpty
    files.options.includesHealth = includeHealth
    let program = assessor.program
    let empty = TeamRound(program, keepsPeople: !before.isEmpty, includesHealth: includeHealth)
    // Rejects are written only where the report is made: a refusal leaves nothing behind.
    return try await rejects.write { rejects in
      let nobody = ledger?.nobody(empty.program, tellsHealth: includeHealth)
      let now = try await SurveyRound.read(files, program, empty, people: nobody, rejects: rejects)
      var earlier: [(round: SurveyRound, name: String)] = []
      for path in before {
        files.files = try rounds.map { [try $0.file(of: path)] } ?? [path].surveyFiles()
        if rounds == nil, try TallyFiles(files.files) != nil { throw Self.mixed(path) }
        let nobody = ledger?.nobody(empty.program, tellsHealth: false)
        let round = try await SurveyRound.read(files, program, empty, people: nobody, rejects: nil)
        earlier.append((round, rounds == nil ? Self.name(of: path) : path))
      }
      try checkGroups([now.round] + earlier.map(\.round.round), by)
      var settings = settings(of: now, assessor, by, date: date)
      settings.includesHealth = includeHealth
      settings.invited = try invited ?? rounds.flatMap { try $0.invited(to: $0.round) }
      settings.invitedBefore = try rounds.map { rounds in try before.map { try rounds.invited(to: $0) } } ?? []
      settings.actions = try rounds?.actions(on: date, besides: before)
      settings.prices = ownPrices
      settings.nearHeadings = now.nearHeadings(since: earlier.last?.round)
      settings.otherReports = try record(now, earlier.map(\.round), program.pack, date: date, by: by, &ledger)
      let summary = now.round.summary(settings, rounds: earlier.map { ($0.round.round, $0.name) })
      Console.err(TerminalText(lines: now.warnings(summary)))
      return summary
    }
  }

  /// What holds wherever the round comes from.
  private func settings(of round: SurveyRound, _ assessor: Assessor, _ by: String, date: String) -> TeamSettings {
    var settings = TeamSettings(date: date, programVersion: assessor.programVersion, grouping: by)
    (settings.smallestGroup, settings.invited, settings.omissions) = (minGroup, invited, round.omissions)
    return settings
  }

  /// - Parameter tally: Its name.
  private static func mixed(_ tally: String) -> Failure {
    .usage(
      "'\(tally)' is a tally, and the other round is a survey\n  help: name two surveys, or tallies of both rounds")
  }

  /// Of tallies: nothing can be held against a ledger, and against earlier rounds with a key alone.
  func summary(of tallies: TallyFiles, _ assessor: Assessor, date: String) throws -> TeamSummary {
    if includeHealth {
      throw Failure.usage("a tally holds nothing about health\n  help: leave out --include-health, or name the survey")
    }
    let (now, tally) = try tallies.round(assessor.program, by: by)
    let earlier = try before.map { path in
      guard let files = try TallyFiles([path].surveyFiles()) else { throw Self.mixed(tallies.files[0].name) }
      let (round, earlier) = try files.round(assessor.program, by: by)
      try tallies.checkRound(tally, since: (files, earlier))
      return (round: round, name: Self.name(of: path))
    }
    try checkGroups([now.round] + earlier.map(\.round.round), tally.grouping)
    var settings = settings(of: now, assessor, tally.grouping, date: date)
    settings.prices = try prices(for: assessor.pack)
    settings.nearHeadings = now.nearHeadings(since: earlier.last?.round)
    let summary = now.round.summary(settings, rounds: earlier.map { ($0.round.round, $0.name) })
    Console.err(TerminalText(lines: now.warnings(summary) + "\(now.summary.description)\n"))
    return summary
  }

  private func checkGroups(_ rounds: [TeamRound], _ column: String) throws {
    if !rounds.contains(where: \.isOfSinglePeople) { return }
    throw Failure.usage(
      "most groups under '\(column)' are of one person\n"
        + "  help: name a column that many people share, such as a team or a site")
  }

  /// - Returns: How many other reports of these people there are; `nil` without a ledger.
  private func record(
    _ now: SurveyRound, _ earlier: [SurveyRound], _ pack: Pack, date: String, by: String, _ ledger: inout LedgerFile?
  ) throws -> Int? {
    let report = Ledger.Report(
      pack: "\(pack.id)@\(pack.version)+\(pack.hash)", grouping: by, width: minGroup, date: date)
    for people in earlier.compactMap(\.people) { _ = try ledger?.record(report, of: people) }
    return try now.people.flatMap { try ledger?.record(report, of: $0) }
  }

  private func prices(for pack: Pack) throws -> PriceList? {
    try prices.map { path in
      let file = InputFile(path: path)
      let items = pack.corrections.compactMap(\.item).withoutDoubles
      return try PriceFile.prices(file.bytes(), file: file.name, items: items)
    }
  }

  private static func name(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
