extension RuleProgram {
  /// The steps and columns that some conditions and formulas are worked out by, each in the order of the program.
  struct Part {
    let steps: [Int]
    let columns: [Int]
  }

  func part(for nodes: [Node], columns read: [Int] = []) -> Part {
    var (steps, columns, waiting) = (Set<Int>(), read, nodes.map(\.step))
    while let next = waiting.popLast() {
      guard steps.insert(next).inserted else { continue }
      switch self.steps[next] {
      case .answer: break
      case .quantity(let column, _, _): columns.append(column)
      case .counts(let askWhen, _): waiting.append(askWhen)
      case .all(let parts), .any(let parts), .atLeast(_, let parts): waiting += operands[parts]
      }
    }
    var all: Set<Int> = []
    while let next = columns.popLast() {
      if all.insert(next).inserted { columns += operands(of: self.columns[next]) }
    }
    return Part(steps: steps.sorted(), columns: all.sorted())
  }

  /// The columns that one reads.
  private func operands(of column: ColumnStep) -> [Int] {
    switch column {
    case .constant, .number, .total: []
    case .scaled(let part, _): [part]
    case .sum(let a, let b), .difference(let a, let b), .lookup(_, let a, let b): [a, b]
    case .least(let parts), .greatest(let parts): Array(columnOperands[parts])
    }
  }
}
