import TestSupport

@testable import Ergonomics

/// Random families of rows, with all-or-nothing counts among them.
struct SeededSizes {
  private var random: SeededGenerator

  init(_ seed: Int) { random = SeededGenerator(seed) }

  mutating func chain() -> StepMethod.Table {
    let sizes = (0..<number(0...8)).map { _ in number(10...60) }
    let unshown = number(0...9)
    let (share, rows) = (number(0...100), number(1...4))
    var columns = (sizes + [unshown]).map { size in [number(0...100) < share ? number(0...size) : size] }
    for place in columns.indices {
      for _ in 1..<max(rows, 2) { columns[place].append(number(0...columns[place].last!)) }
    }
    return StepMethod.Table(
      sizes: sizes, people: sizes.reduce(unshown, +),
      rows: (0..<rows).map { row in
        .init(cells: columns.dropLast().map { $0[row] }, everyone: columns.reduce(0) { $0 + $1[row] })
      }, links: RowShape.chain(rows).links)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
