import ArgumentParser
import Ergonomics
import Files
import Foundation
import Surveys
import Synchronization
import Tallies

/// Numbers of people by team, beside the results.
struct TallyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Also count people by team into this file, from which report --for hr makes its page; parts of a survey can be counted \
      apart. Without a key it holds nobody, and never anything about health; but its numbers are exact: keep it to yourself.
      """, valueName: "file"), completion: .file())
  var tally: String?

  @Option(
    help: ArgumentHelp(
      """
      Also put each person into the tally under a code that this key makes of their id, so that report --for hr --before finds \
      them again in the tally of another round (for --tally). Any \(TallyKey.leastSize) random bytes, readable by you alone: \
      keep them apart from the tally, and for the next round.
      """, valueName: "file"), completion: .file())
  var tallyKey: String?

  @Option(help: ArgumentHelp("Column that names the teams (for --tally).", valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "What the round is called, so that those of another are not added (for --tally).", valueName: "name"))
  var round: String?

  func validate() throws {
    guard tally == nil else {
      if by == nil { throw ValidationError("--tally needs --by\n  help: name the column of teams, such as --by team") }
      return
    }
    if by != nil { throw ValidationError("--by goes with --tally FILE") }
    if tallyKey != nil { throw ValidationError("--tally-key goes with --tally FILE") }
    if round != nil { throw ValidationError("--round goes with --tally FILE") }
  }

  /// `nil` where nothing is counted.
  ///
  /// - Parameter packs: What the survey is scored by.
  func count(by packs: [Pack], includesHealth: Bool) throws -> TallyCount? {
    guard let tally, let by else { return nil }
    if packs.count > 1 {
      throw Failure.usage("a tally is of one pack, as a report for hr is\n  help: name one --pack with --tally")
    }
    if includesHealth {
      throw Failure.usage("a tally holds nothing about health\n  help: leave out --include-health, or score twice")
    }
    let key = try tallyKey.map { try TallyKeyFile(path: $0).key() }
    return TallyCount(path: tally, grouping: by, name: round, program: packs[0].assessor.program, key: key)
  }
}

extension Pack {
  fileprivate var assessor: Assessor { [self].assessors[0] }
}

/// The people of a survey, counted while they are scored.
final class TallyCount: Sendable {
  let path: String
  /// Nobody yet.
  let empty: TeamRound
  private let grouping: String
  private let name: String?
  private let key: TallyKey?
  private let counted: Mutex<(round: TeamRound, gaps: SurveyGaps)>

  init(path: String, grouping: String, name: String?, program: RuleProgram, key: TallyKey?) {
    (self.path, self.grouping, self.name, self.key) = (path, grouping, name, key)
    empty = TeamRound(program, keepsPeople: key != nil, includesHealth: false)
    counted = Mutex((empty, SurveyGaps()))
  }

  /// What stands for an id in the tally: nobody is kept under their own.
  var code: (@Sendable (String) -> String)? {
    guard let key else { return nil }
    return { id in key.code(of: id) }
  }

  func add(_ part: TeamSurvey.Part) {
    counted.withLock { counted in
      counted.round.add(part.round)
      counted.gaps.add(part)
    }
  }

  func write(_ read: [(file: String, summary: SurveySummary)], force: Bool, orSame: Bool) throws {
    let round = counted.withLock { SurveyRound($0.round, read.map(\.summary), $0.gaps) }
    var tally = round.tally(by: grouping, name: name, key: key?.name)
    if tally.rows.all > 0 { tally.parts = [tally.part(of: read.map { URL(filePath: $0.file).lastPathComponent })] }
    try tally.write(to: path, replacing: force, orSame: orSame)
    Console.err(
      key == nil
        ? "'\(path)' holds exact numbers of people by team: keep it to yourself, and give on the report alone\n"
        : "'\(path)' holds exact numbers of people by team, and records of people under a key: keep it to "
          + "yourself, keep the key apart from it, and give on the report alone\n")
  }
}
