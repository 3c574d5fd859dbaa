@testable import Ergonomics

/// An organisation so small that all that could be true of it can be tried: the numbers of people are known, and who
/// attacks knows the method. What is left possible by the complete output is counted, nothing is argued.
struct SmallWorld: Sendable, CustomStringConvertible {
  let width: Int
  let teams: [Int]
  let shape: RowShape
  private let kinds: StepMethod.PersonKinds

  init(width: Int, teams: [Int], shape: RowShape) {
    (self.width, self.teams, self.shape, kinds) = (width, teams, shape, shape.kinds)
  }

  var description: String { "width \(width), teams \(teams), \(shape.name)" }

  /// A table: of each team its rows.
  typealias Table = [[Int]]

  /// What the real method publishes, with all that it sees of the links or with less.
  func published(_ table: Table, seeing links: StepMethod.Links? = nil) -> [[Int]] {
    let (sizes, cells) = columns(table)
    let rows = StepMethod.Table(
      sizes: sizes, people: teams.reduce(0, +),
      rows: cells.indices.map { .init(cells: cells[$0], everyone: everyone(table)[$0]) }, links: links ?? shape.links,
      kinds: links == nil ? kinds : nil)
    return StepMethod(width: width).publish(rows)?.map(\.codes) ?? []
  }

  /// What the plain method publishes, whole or weakened.
  func published(_ table: Table, by plain: PlainSteps) -> [[Int]] {
    let (sizes, cells) = columns(table)
    return plain.publish(cells, everyone: everyone(table), sizes: sizes, people: teams.reduce(0, +), shape)
  }

  /// By column its size; by row and column the count.
  private func columns(_ table: Table) -> (sizes: [Int], cells: [[Int]]) {
    let columns = StepMethod(width: width).columns(ofTeams: teams)
    let groups = columns.shown.map { [$0] } + (columns.pooled.isEmpty ? [] : [columns.pooled])
    return (
      groups.map { $0.reduce(0) { $0 + teams[$1] } },
      (0..<shape.rows).map { row in groups.map { $0.reduce(0) { $0 + table[$1][row] } } }
    )
  }

  private func everyone(_ table: Table) -> [Int] { (0..<shape.rows).map { row in table.reduce(0) { $0 + $1[row] } } }

  /// How many tables there can be.
  var tables: Int { teams.reduce(1) { $0 * shape.counts(ofPeople: $1).count } }

  /// Calls back with every table there can be.
  func forEachTable(_ body: (Table) -> Void) {
    let choices = teams.map { shape.counts(ofPeople: $0) }
    var table = choices.map { $0[0] }
    func choose(_ team: Int) {
      if team == teams.count { return body(table) }
      for counts in choices[team] {
        table[team] = counts
        choose(team + 1)
      }
    }
    choose(0)
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
      quantities(Array(repeating: 0, count: shape.rows), of: size).map { _ in min(width, size + 1) }
    }
    return possible.values.reduce(0) { exposed, seen in
      exposed + zip(seen, needed).count { $0.nonzeroBitCount < $1 }
    }
  }

  private func quantities(_ table: Table) -> [Int] {
    (zip(table, teams).map { ($0, $1) } + [(everyone(table), teams.reduce(0, +))]).flatMap { quantities($0, of: $1) }
  }

  /// What must stay unsure: the counts, their complements, what a row has more than one inside of it, and whoever is in
  /// neither of two that exclude each other.
  private func quantities(_ counts: [Int], of size: Int) -> [Int] {
    var quantities = counts + counts.map { size - $0 }
    for row in counts.indices {
      quantities += shape.containers[row].sorted().map { counts[$0] - counts[row] }
      quantities += shape.exclusives[row].sorted().filter { $0 > row }.map { size - counts[row] - counts[$0] }
    }
    return quantities
  }
}
