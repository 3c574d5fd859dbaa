@testable import Ergonomics

/// An organisation so small that all that could be true of it can be tried: the numbers of people are known, and who
/// attacks knows the method. What is left possible by the complete output is counted, nothing is argued.
struct SmallWorld: Sendable, CustomStringConvertible {
  let width: Int
  let teams: [Int]
  /// Rows that contain each other.
  let rows: Int

  var description: String { "width \(width), teams \(teams), \(rows) rows" }

  /// A table: of each team its rows, the outermost first.
  typealias Table = [[Int]]

  /// What the real method publishes.
  func published(_ table: Table) -> [[Int]] {
    let (sizes, cells) = columns(table)
    let family = StepMethod.Family(
      sizes: sizes, people: teams.reduce(0, +),
      rows: cells.indices.map { .init(cells: cells[$0], everyone: everyone(table)[$0]) })
    return StepMethod(width: width).publish(family)?.map(\.codes) ?? []
  }

  /// What the plain method publishes, whole or weakened.
  func published(_ table: Table, by plain: PlainSteps) -> [[Int]] {
    let (sizes, cells) = columns(table)
    return plain.publish(cells, everyone: everyone(table), sizes: sizes, people: teams.reduce(0, +))
  }

  /// By column its size; by row and column the count.
  private func columns(_ table: Table) -> (sizes: [Int], cells: [[Int]]) {
    let columns = StepMethod(width: width).columns(ofTeams: teams)
    let groups = columns.shown.map { [$0] } + (columns.pooled.isEmpty ? [] : [columns.pooled])
    return (
      groups.map { $0.reduce(0) { $0 + teams[$1] } },
      (0..<rows).map { row in groups.map { $0.reduce(0) { $0 + table[$1][row] } } }
    )
  }

  private func everyone(_ table: Table) -> [Int] { (0..<rows).map { row in table.reduce(0) { $0 + $1[row] } } }

  /// How many tables there can be.
  var tables: Int { teams.reduce(1) { $0 * Self.chains(upTo: $1, count: rows).count } }

  /// Calls back with every table there can be.
  func forEachTable(_ body: (Table) -> Void) {
    let choices = teams.map { Self.chains(upTo: $0, count: rows) }
    var table = choices.map { $0[0] }
    func choose(_ team: Int) {
      if team == teams.count { return body(table) }
      for chain in choices[team] {
        table[team] = chain
        choose(team + 1)
      }
    }
    choose(0)
  }

  private static func chains(upTo most: Int, count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    return (0...most).flatMap { first in chains(upTo: first, count: count - 1).map { [first] + $0 } }
  }

  /// Quantities that fewer values are left for than there must be, over all outputs.
  func exposed(_ publish: (Table) -> [[Int]]) -> Int {
    var possible: [[[Int]]: [UInt64]] = [:]
    forEachTable { table in
      let values = quantities(table)
      let output = publish(table)
      var seen = possible[output] ?? Array(repeating: 0, count: values.count)
      for (place, value) in values.enumerated() { seen[place] |= 1 << UInt64(value) }
      possible[output] = seen
    }
    let needed = (teams + [teams.reduce(0, +)]).flatMap { size in
      Array(repeating: min(width, size + 1), count: 2 * rows)
    }
    return possible.values.reduce(0) { exposed, seen in
      exposed + zip(seen, needed).count { $0.nonzeroBitCount < $1 }
    }
  }

  /// What must stay unsure: of each team and of everyone the counts, and the bands between neighbouring rows.
  private func quantities(_ table: Table) -> [Int] {
    (zip(table, teams).map { ($0, $1) } + [(everyone(table), teams.reduce(0, +))]).flatMap { counts, size in
      counts + zip([size] + counts, counts).map { $0 - $1 }
    }
  }
}
