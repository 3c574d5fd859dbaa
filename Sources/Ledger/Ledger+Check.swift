import Ergonomics

/// Why a report is not made.
///
/// Two reports of the same people are two sets of sums over them. Held against each other they tell the answers of the few
/// in whom they differ: of one late answer, or of the people whom one cut has in a team and another has not.
package enum LedgerRefusal: Error, Hashable, Sendable {
  case otherPack(earlier: Ledger.Report)
  case otherGrouping(earlier: Ledger.Report)
  case otherWidth(earlier: Ledger.Report)
  /// Some people, but fewer than `least`, are new, changed or gone.
  case fewChanges(earlier: Ledger.Report, least: Int)
  /// The same of a team, or of the small ones together.
  case fewChangesInTeam(earlier: Ledger.Report, least: Int)
}

extension Ledger {
  /// Writes down what is about to be told, if that gives nobody away together with what was told before.
  ///
  /// - Returns: How many other reports of the same people there are.
  /// - Throws: `LedgerRefusal`.
  package mutating func record(_ report: Report, of people: Respondents) throws(LedgerRefusal) -> Int {
    let round = Entry(report: report, teams: people.teams, people: people.sorted)
    let related = entries.filter { $0.isOfThePeople(in: round) }
    for earlier in related { try round.check(against: earlier) }
    let isReprint = related.contains { $0.isSame(as: round) }
    if !isReprint { append(round) }
    return related.count { !$0.isSame(as: round) }
  }
}

extension Ledger.Entry {
  var tellsHealth: Bool { people.contains { $0.health != nil } }

  /// Somebody answered the same in both.
  fileprivate func isOfThePeople(in other: Ledger.Entry) -> Bool {
    people.contains { other.person($0.person)?.answers == $0.answers }
  }

  /// The same report once more, perhaps in another form: the same people with the same answers, those about health too where
  /// both tell of them.
  fileprivate func isSame(as other: Ledger.Entry) -> Bool {
    people.count == other.people.count && tellsHealth == other.tellsHealth
      && people.allSatisfy { !isChanged($0, in: other) }
  }

  private func isChanged(_ person: Respondent, in other: Ledger.Entry) -> Bool {
    guard let there = other.person(person.person), there.answers == person.answers,
      other.team(of: there) == team(of: person)
    else { return true }
    if let health = person.health, let thereHealth = there.health { return health != thereHealth }
    return false
  }

  fileprivate func check(against earlier: Ledger.Entry) throws(LedgerRefusal) {
    if report.pack != earlier.report.pack { throw .otherPack(earlier: earlier.report) }
    if report.grouping != earlier.report.grouping { throw .otherGrouping(earlier: earlier.report) }
    if report.width != earlier.report.width { throw .otherWidth(earlier: earlier.report) }
    // Teams made anew of people most of whom have not answered anew are another cut, whatever the column is called.
    var (same, isMoved) = (0, false)
    for person in people {
      guard let there = earlier.person(person.person), there.answers == person.answers else { continue }
      same += 1
      if earlier.team(of: there) != team(of: person) { isMoved = true }
    }
    if isMoved, 2 * same > people.count { throw .otherGrouping(earlier: earlier.report) }
    let changed = people.filter { isChanged($0, in: earlier) }
    let gone = earlier.people.filter { person($0.person) == nil }
    if changed.isEmpty, gone.isEmpty { return }
    if changed.count < 2 * report.width { throw .fewChanges(earlier: earlier.report, least: 2 * report.width) }
    try checkGroups(changed.map { team(of: $0) } + gone.map { earlier.team(of: $0) }, earlier.report)
  }

  /// - Parameter different: The teams of those who are new, changed or gone.
  private func checkGroups(_ different: [Digest], _ earlier: Ledger.Report) throws(LedgerRefusal) {
    var (sizes, differing) = ([Digest: Int](), [Digest: Int]())
    for person in people { sizes[team(of: person), default: 0] += 1 }
    for team in different { differing[team, default: 0] += 1 }
    // Teams with a figure of their own, and all others together.
    let shown = sizes.filter { $0.value >= 2 * report.width }.keys
    let others = different.count - shown.reduce(0) { $0 + differing[$1, default: 0] }
    let counts = shown.map { differing[$0, default: 0] } + [others]
    if !counts.allSatisfy({ $0 == 0 || $0 >= report.width }) {
      throw .fewChangesInTeam(earlier: earlier, least: report.width)
    }
  }
}
