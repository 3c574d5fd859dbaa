/// A step that works out a quantity for each person of a block, as an interval: over all answers that are possible. It holds no
/// reference, as each run would count it.
enum ColumnStep: Sendable {
  case constant(Int)
  /// A number answer; the bounds of the question where there is none.
  case number(valueColumn: Int, masks: ClosedRange<Int>, bounds: ClosedRange<Int>)
  /// The points of the chosen options, of `optionPoints`, added up; the widest they can be where nothing is chosen, or more may
  /// be.
  case total(firstMask: Int, points: Range<Int>, unanswered: ClosedRange<Int>)
  /// The columns before it that it reads.
  case sum(Int, Int)
  case difference(Int, Int)
  case scaled(Int, ExactDecimal)
  case least(Range<Int>)  // of `columnOperands`
  case greatest(Range<Int>)
  case lookup(table: Int, row: Int, column: Int)  // of the tables of the pack
}

extension Compiler {
  /// Appends the steps that work out a formula, but for those already there; returns the place of the result.
  mutating func column(_ formula: Formula) -> Int {
    if let known = knownColumns[formula] { return known }
    let step: ColumnStep =
      switch formula {
      case .constant(let value): .constant(value)
      case .answer(let question): number(place(of: question))
      case .points(let question): points(place(of: question))
      case .count(let question): count(place(of: question))
      case .measure(let id): .sum(column(measures[id]!.formula), column(.constant(0)))
      case .lookup(let id, let row, let column):
        .lookup(table: table(id), row: self.column(row), column: self.column(column))
      case .sum(let a, let b): .sum(column(a), column(b))
      case .difference(let a, let b): .difference(column(a), column(b))
      case .scaled(let part, let factor): .scaled(column(part), factor)
      case .least(let parts): .least(operands(parts))
      case .greatest(let parts): .greatest(operands(parts))
      }
    program.columns.append(step)
    knownColumns[formula] = program.columns.count - 1
    return program.columns.count - 1
  }

  private mutating func operands(_ parts: [Formula]) -> Range<Int> {
    let columns = parts.map { column($0) }
    program.columnOperands += columns
    return program.columnOperands.count - columns.count..<program.columnOperands.count
  }

  private func table(_ id: LookupTable.ID) -> Int { program.pack.tables.firstIndex { $0.id == id }! }

  private func number(_ question: Int) -> ColumnStep {
    guard case .number(let range) = program.questions[question].kind, let column = program.classes[question].valueColumn
    else { preconditionFailure("'\(program.questions[question].id)' is no number") }
    return .number(valueColumn: column, masks: program.classes[question].masks, bounds: range.bounds)
  }

  private mutating func points(_ question: Int) -> ColumnStep {
    total(program.questions[question].options.map(\.points), question)
  }

  private mutating func count(_ question: Int) -> ColumnStep {
    total(program.questions[question].options.map { $0.isAlone ? 0 : 1 }, question)
  }

  /// A sum over the chosen options, and what it can be for someone who chose at least one.
  private mutating func total(_ points: [Int], _ question: Int) -> ColumnStep {
    let options = program.questions[question].options
    var possible = points  // of a single option
    if case .choices = program.questions[question].kind {
      let together = zip(options, points).filter { !$0.0.isAlone }.map(\.1)
      let negative = together.filter { $0 < 0 }
      let positive = together.filter { $0 > 0 }
      if !negative.isEmpty { possible.append(negative.reduce(0, +)) }
      if !positive.isEmpty { possible.append(positive.reduce(0, +)) }
    }
    program.optionPoints += points
    return .total(
      firstMask: program.classes[question].masks.lowerBound,
      points: program.optionPoints.count - points.count..<program.optionPoints.count,
      unanswered: possible.min()!...possible.max()!)
  }
}
