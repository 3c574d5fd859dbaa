/// Numbers of people by team: of all, and by row.
struct TeamCounts: Sendable {
  private(set) var people: [Int] = []
  private(set) var rows: [[Int]]

  /// - Parameters:
  ///   - places: Where its rows are here.
  ///   - count: Of rows that there are.
  init(_ tally: TeamTally, in places: [Int], of count: Int) {
    people = tally.teams.map(\.people)
    rows = Array(repeating: Array(repeating: 0, count: people.count), count: count)
    for (place, row) in places.enumerated() { rows[row] = tally.teams.map { $0.counts[place] } }
  }

  init(rows: Int) { self.rows = Array(repeating: [], count: rows) }

  /// - Parameter teams: How many there are by now.
  mutating func add(_ block: TeamRound.Block, teams: Int, where isCounted: (TeamRound.Person) -> Bool = { _ in true }) {
    grow(to: teams)
    var masks: [Int: UInt64] = [:]
    for (place, person) in block.people.enumerated() where block.answered >> UInt64(place) & 1 == 1 && isCounted(person)
    {
      masks[person.team, default: 0] |= 1 << UInt64(place)
    }
    for (team, mask) in masks {
      people[team] += mask.nonzeroBitCount
      for row in block.rows.indices { rows[row][team] += (mask & block.rows[row]).nonzeroBitCount }
    }
  }

  /// - Parameter teams: Where its teams are here.
  mutating func add(_ other: TeamCounts, teams: [Int]) {
    grow(to: (teams.max() ?? -1) + 1)
    for (team, place) in teams.enumerated() where team < other.people.count {
      people[place] += other.people[team]
      for row in rows.indices { rows[row][place] += other.rows[row][team] }
    }
  }

  mutating func grow(to teams: Int) {
    guard people.count < teams else { return }
    let more = Array(repeating: 0, count: teams - people.count)
    people += more
    for row in rows.indices { rows[row] += more }
  }
}
