import Ergonomics

/// A formula with one thing changed, as somebody might change it by mistake.
struct FormulaMutant {
  /// The part that was changed, and what it became.
  let was: Formula
  let now: Formula
  let whole: Formula
}

extension Formula {
  /// Every formula that differs from it in one thing: a constant by one unit, minus for plus, the least for the greatest, a
  /// part left out, a factor left out.
  var mutants: [FormulaMutant] {
    let own = ownMutants.map { FormulaMutant(was: self, now: $0, whole: $0) }
    return own
      + operands.indices.flatMap { place in
        operands[place].mutants.map { mutant in
          var changed = operands
          changed[place] = mutant.whole
          return FormulaMutant(was: mutant.was, now: mutant.now, whole: with(changed))
        }
      }
  }

  private var ownMutants: [Formula] {
    switch self {
    case .answer, .points, .count, .measure, .lookup: []
    case .constant(let value): [.constant(value - 1), .constant(value + 1)]
    case .sum(let a, let b): [.difference(a, b)]
    case .difference(let a, let b): [.sum(a, b)]
    case .scaled(let part, _): [part]
    case .least(let parts): parts.count > 1 ? [.greatest(parts)] + Self.fewer(parts) { .least($0) } : []
    case .greatest(let parts): parts.count > 1 ? [.least(parts)] + Self.fewer(parts) { .greatest($0) } : []
    }
  }

  private static func fewer(_ parts: [Formula], _ combine: ([Formula]) -> Formula) -> [Formula] {
    parts.indices.map { left in
      let rest = parts.indices.filter { $0 != left }.map { parts[$0] }
      return rest.count == 1 ? rest[0] : combine(rest)
    }
  }

  /// The formulas that it brings together itself.
  var operands: [Formula] {
    switch self {
    case .constant, .answer, .points, .count, .measure: []
    case .lookup(_, let row, let column): [row, column]
    case .sum(let a, let b), .difference(let a, let b): [a, b]
    case .scaled(let part, _): [part]
    case .least(let parts), .greatest(let parts): parts
    }
  }

  /// The same with others in the places of its operands.
  private func with(_ operands: [Formula]) -> Formula {
    switch self {
    case .constant, .answer, .points, .count, .measure: self
    case .lookup(let table, _, _): .lookup(table, row: operands[0], column: operands[1])
    case .sum: .sum(operands[0], operands[1])
    case .difference: .difference(operands[0], operands[1])
    case .scaled(_, let factor): .scaled(operands[0], by: factor)
    case .least: .least(operands)
    case .greatest: .greatest(operands)
    }
  }
}
