import Ergonomics
import Files
import Surveys
import Tallies

extension SurveyRound {
  /// What is counted of it, but for health.
  ///
  /// - Parameter key: Name of the key under whose codes its people are; `nil` where they are not kept.
  func tally(by grouping: String, name: String?, key: String?) -> Tally {
    let pack = round.program.pack
    var tally = Tally(
      program: Sitwell.version, pack: .init(id: pack.id, version: pack.version, hash: pack.hash), grouping: grouping,
      round: name, counts: round.tally)
    (tally.rows.all, tally.rows.scored, tally.rows.rejected) = (summary.rows, summary.scored, summary.rejected)
    tally.rows.setAside = Dictionary(uniqueKeysWithValues: summary.setAsideByKind.map { ($0.rawValue, $1) })
    tally.rows.cellsLeftOpen = summary.cellsLeftOpen
    tally.notAsked = Set(summary.missingQuestions)
    tally.nearHeadings = summary.nearHeadings
    tally.leftOut = Set(gaps.rows.map(\.rawValue))
    tally.notUnderstood = Set(gaps.questions)
    tally.matching = key.map { Tally.Matching(key: $0) }
    tally.matching?.headings = headings.filter { !round.program.isAboutHealth($0.key) }
    tally.matching?.unread = Set(summary.unusedColumns)
    return tally
  }

  /// - Parameter empty: By the pack of the tally.
  /// - Returns: `nil` where something is counted that this program does not know.
  init?(_ tally: Tally, in empty: TeamRound) {
    var round = empty
    let questions = Set(round.program.questions.map(\.id))
    let reasons = tally.rows.setAside.compactMap { name, count in SetAsideReason(rawValue: name).map { ($0, count) } }
    let gaps = SurveyGaps(
      rows: Set(tally.leftOut.compactMap(SurveyGaps.Rows.init)), questions: tally.notUnderstood)
    let named = tally.notAsked.union(tally.nearHeadings.keys).union(tally.notUnderstood)
      .union(tally.matching?.headings.keys ?? [:].keys)
    guard round.add(tally.counts), reasons.count == tally.rows.setAside.count, gaps.rows.count == tally.leftOut.count,
      named.isSubset(of: questions)
    else { return nil }
    var summary = SurveySummary()
    (summary.rows, summary.scored, summary.rejected) = (tally.rows.all, tally.rows.scored, tally.rows.rejected)
    summary.setAsideByKind = Dictionary(uniqueKeysWithValues: reasons)
    summary.cellsLeftOpen = tally.rows.cellsLeftOpen
    summary.missingQuestions = round.program.questions.map(\.id).filter(tally.notAsked.contains)
    summary.nearHeadings = tally.nearHeadings
    summary.unusedColumns = Array(tally.matching?.unread ?? [])
    self.init(round, summary, gaps, headings: tally.matching?.headings ?? [:])
  }

  /// With another part of the same round, of which only numbers are known.
  mutating func add(_ other: SurveyRound) {
    var gaps = gaps
    gaps.add(other.gaps)
    round.add(other.round)
    self = SurveyRound(
      round, summary.adding(other.summary), gaps, headings: headings.merging(other.headings) { $0.union($1) })
  }
}

extension Tally {
  /// For its owner alone.
  func write(to path: String, replacing: Bool, orSame: Bool = false) throws {
    let bytes = bytes
    if bytes.count > Self.longest {
      throw Failure.input(
        "'\(path)' would have more than \(Self.longest >> 20) MB\n  help: score the survey in parts, and leave the tallies apart"
      )
    }
    try OutputFile.write(bytes, to: path, replacing: replacing, isPrivate: true, orSame: orSame)
  }
}
