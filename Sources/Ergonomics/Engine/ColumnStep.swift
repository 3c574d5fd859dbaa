/// A step that works out a quantity for each person of a block, as an interval: over all answers that are possible.
enum ColumnStep: Sendable {
  case constant(Int)
  /// A number answer; the bounds of the question where there is none.
  case number(valueColumn: Int, masks: ClosedRange<Int>, bounds: ClosedRange<Int>)
  /// The points of the chosen options, added up; the widest they can be where nothing is chosen, or more may be.
  case total(firstMask: Int, points: [Int], unanswered: ClosedRange<Int>)
  /// The columns before it that it reads.
  case sum(Int, Int)
  case difference(Int, Int)
  case scaled(Int, ExactDecimal)
  case least([Int])
  case greatest([Int])
  case lookup(LookupTable, row: Int, column: Int)
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
      case .lookup(let id, let row, let column): .lookup(table(id), row: self.column(row), column: self.column(column))
      case .sum(let a, let b): .sum(column(a), column(b))
      case .difference(let a, let b): .difference(column(a), column(b))
      case .scaled(let part, let factor): .scaled(column(part), factor)
      case .least(let parts): .least(parts.map { column($0) })
      case .greatest(let parts): .greatest(parts.map { column($0) })
      }
    program.columns.append(step)
    knownColumns[formula] = program.columns.count - 1
    return program.columns.count - 1
  }

  private func table(_ id: LookupTable.ID) -> LookupTable { program.pack.tables.first { $0.id == id }! }

  private func number(_ question: Int) -> ColumnStep {
    guard case .number(let range) = program.questions[question].kind, let column = program.classes[question].valueColumn
    else { preconditionFailure("'\(program.questions[question].id)' is no number") }
    return .number(valueColumn: column, masks: program.classes[question].masks, bounds: range.bounds)
  }

  private func points(_ question: Int) -> ColumnStep {
    total(program.questions[question].options.map(\.points), question)
  }

  private func count(_ question: Int) -> ColumnStep {
    total(program.questions[question].options.map { $0.isAlone ? 0 : 1 }, question)
  }

  /// A sum over the chosen options, and what it can be for someone who chose at least one.
  private func total(_ points: [Int], _ question: Int) -> ColumnStep {
    let options = program.questions[question].options
    var possible = points  // of a single option
    if case .choices = program.questions[question].kind {
      let together = zip(options, points).filter { !$0.0.isAlone }.map(\.1)
      let negative = together.filter { $0 < 0 }
      let positive = together.filter { $0 > 0 }
      if !negative.isEmpty { possible.append(negative.reduce(0, +)) }
      if !positive.isEmpty { possible.append(positive.reduce(0, +)) }
    }
    return .total(
      firstMask: program.classes[question].masks.lowerBound, points: points,
      unanswered: possible.min()!...possible.max()!)
  }
}
