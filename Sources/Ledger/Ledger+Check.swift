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
    let hashed = people.entries.map(key.hashed)
    let round = Entry(report: report, people: Dictionary(hashed.map { ($0.person, $0) }) { first, _ in first })
    let related = entries.filter { $0.isOfThePeople(in: round) }
    for earlier in related { try round.check(against: earlier) }
    let isReprint = related.contains { $0.isSame(as: round) }
    if !isReprint { append(round) }
    return related.count { !$0.isSame(as: round) }
  }
}

extension Ledger.Entry {
  /// Somebody answered the same in both.
  fileprivate func isOfThePeople(in other: Ledger.Entry) -> Bool {
    people.contains { other.people[$0.key]?.answers == $0.value.answers }
  }

  /// The same people with the same answers; those about health count where both tell of them.
  private func hasSamePeople(as other: Ledger.Entry) -> Bool {
    people.count == other.people.count && people.values.allSatisfy { !isChanged($0, in: other) }
  }

  /// The same report once more, perhaps in another form.
  fileprivate func isSame(as other: Ledger.Entry) -> Bool {
    let tellsHealth = { (entry: Ledger.Entry) in entry.people.values.contains { $0.health != nil } }
    return hasSamePeople(as: other) && tellsHealth(self) == tellsHealth(other)
  }

  private func isChanged(_ person: Respondent, in other: Ledger.Entry) -> Bool {
    guard let there = other.people[person.person], there.answers == person.answers, there.team == person.team else {
      return true
    }
    if let health = person.health, let thereHealth = there.health { return health != thereHealth }
    return false
  }

  fileprivate func check(against earlier: Ledger.Entry) throws(LedgerRefusal) {
    if report.pack != earlier.report.pack { throw .otherPack(earlier: earlier.report) }
    if report.grouping != earlier.report.grouping { throw .otherGrouping(earlier: earlier.report) }
    if report.width != earlier.report.width { throw .otherWidth(earlier: earlier.report) }
    // Teams made anew of people most of whom have not answered anew are another cut, whatever the column is called.
    let same = people.values.filter { earlier.people[$0.person]?.answers == $0.answers }
    let isMoved = same.contains { earlier.people[$0.person]?.team != $0.team }
    if isMoved, 2 * same.count > people.count { throw .otherGrouping(earlier: earlier.report) }
    let changed = people.values.filter { isChanged($0, in: earlier) }
    let gone = earlier.people.values.filter { people[$0.person] == nil }
    if changed.isEmpty, gone.isEmpty { return }
    if changed.count < 2 * report.width { throw .fewChanges(earlier: earlier.report, least: 2 * report.width) }
    for group in groups {
      let different = (changed + gone).count { group.contains($0.team) }
      let isSettled = different == 0 || different >= report.width
      if !isSettled { throw .fewChangesInTeam(earlier: earlier.report, least: report.width) }
    }
  }

  /// Teams with a figure of their own, and the others together.
  private var groups: [Set<String>] {
    let sizes = Dictionary(grouping: people.values, by: \.team).mapValues(\.count)
    let shown = sizes.filter { $0.value >= 2 * report.width }.map { Set([$0.key]) }
    return shown + [Set(sizes.keys).subtracting(shown.joined())]
  }
}
