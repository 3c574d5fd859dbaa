import TestSupport

@testable import Ergonomics

/// Teams of people at random, of each of whom it is known which rows of a shape hold: often those that nearly everybody has.
struct RandomTable {
  let sizes: [Int]
  private let shape: RowShape
  private let truth: [[Int]]  // by row and team
  private let groups: [[Int]]

  init(_ shape: RowShape, width: Int, using random: inout SeededGenerator) {
    let teams = Int.random(in: 1...6, using: &random)
    let sizes = (0..<teams).map { _ in Int.random(in: 2...30, using: &random) }
    var truth = Array(repeating: Array(repeating: 0, count: teams), count: shape.rows)
    for team in 0..<teams {
      let usual = (0..<2).map { _ in shape.people.randomElement(using: &random)! }
      let share = [50, 90, 100].randomElement(using: &random)!
      for _ in 0..<sizes[team] {
        let isUsual = Int.random(in: 0..<100, using: &random) < share
        let person = (isUsual ? usual : shape.people).randomElement(using: &random)!
        for row in 0..<shape.rows { truth[row][team] += person >> row & 1 }
      }
    }
    let columns = StepMethod(width: width).columns(ofTeams: sizes)
    groups = columns.shown.map { [$0] } + (columns.pooled.isEmpty ? [] : [columns.pooled])
    (self.sizes, self.shape, self.truth) = (sizes, shape, truth)
  }

  /// The figures that are published with all links seen, or with some left out.
  func tables(width: Int, seeing links: StepMethod.Links? = nil) -> AttackTables {
    func sum(_ teams: [Int], _ counts: [Int]) -> Int { teams.reduce(0) { $0 + counts[$1] } }
    let table = StepMethod.Table(
      sizes: groups.map { sum($0, sizes) }, people: sizes.reduce(0, +),
      rows: truth.map { row in .init(cells: groups.map { sum($0, row) }, everyone: row.reduce(0, +)) },
      links: links ?? shape.links, kinds: links == nil ? shape.kinds : nil)
    var tables = AttackTables(width: width)
    if let rows = StepMethod(width: width).publish(table) {
      tables.add(shape.name, rows.map(\.codes), shape, groups: groups, sizes: sizes, truth: truth)
    }
    return tables
  }
}
