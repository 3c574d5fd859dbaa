extension Formula {
  /// The formula as a pack writes it, with constants in `unit`, or else in the unit of the first quantity it reads.
  package func text(in vocabulary: Vocabulary, unit: UnitOfMeasure? = nil) -> String {
    FormulaPrinter(vocabulary: vocabulary, unit: unit ?? self.unit(in: vocabulary)).text(of: self)
  }

  /// The unit of the first quantity it reads; `nil` if it is made of constants only.
  package func unit(in vocabulary: Vocabulary) -> UnitOfMeasure? {
    switch self {
    case .constant: nil
    case .answer(let id):
      if case .number(let range) = vocabulary.questions[id]?.kind { range.unit } else { nil }
    case .points, .lookup: .points
    case .count: .times
    case .measure(let id): vocabulary.measures[id]
    case .sum(let a, let b), .difference(let a, let b): a.unit(in: vocabulary) ?? b.unit(in: vocabulary)
    case .scaled(let formula, _): formula.unit(in: vocabulary)
    case .least(let parts), .greatest(let parts): parts.lazy.compactMap { $0.unit(in: vocabulary) }.first
    }
  }
}

/// Writes formulas so that reading them gives the same formula back.
struct FormulaPrinter {
  let vocabulary: Vocabulary
  let unit: UnitOfMeasure?

  func text(of formula: Formula) -> String {
    switch formula {
    case .constant(let value): text(ofConstant: value)
    case .answer(let id), .measure(let id): id
    case .points(let id): "points(\(id))"
    case .count(let id): "count(\(id))"
    // A table is read by plain numbers, whatever the unit around it.
    case .lookup(let id, let row, let column): "\(id)[\(row.text(in: vocabulary)), \(column.text(in: vocabulary))]"
    case .sum(let a, let b): "\(text(of: a)) + \(operand(b))"
    case .difference(let a, let b): "\(text(of: a)) - \(operand(b))"
    case .scaled(let part, let factor): "\(operand(part)) * \(factor)"
    case .least(let parts): "min(\(list(parts)))"
    case .greatest(let parts): "max(\(list(parts)))"
    }
  }

  /// "more than 2 h": what a quantity has to be.
  func text(ofLimits range: ClosedRange<Int>) -> String {
    if range.upperBound == .max {
      let (limit, below) = (range.lowerBound, range.lowerBound - 1)
      return isRounder(below, than: limit)
        ? "more than \(text(ofConstant: below))" : "at least \(text(ofConstant: limit))"
    }
    let (limit, above) = (range.upperBound, range.upperBound + 1)
    if range.lowerBound == .min {
      return isRounder(above, than: limit)
        ? "less than \(text(ofConstant: above))" : "at most \(text(ofConstant: limit))"
    }
    return "between \(text(ofConstant: range.lowerBound)) and \(text(ofConstant: limit))"
  }

  /// Counts and points are plain numbers.
  func text(ofConstant value: Int) -> String {
    switch unit {
    case nil, .times, .points: String(value)
    case let unit?: unit.text(ofBase: value)
    }
  }

  /// Whether a number takes fewer decimals than its neighbour: 121 min is rather more than 2 h.
  func isRounder(_ value: Int, than neighbour: Int) -> Bool {
    guard let unit, let number = unit.number(ofBase: value) else { return false }
    guard let other = unit.number(ofBase: neighbour) else { return true }
    return number.places < other.places
  }

  private func operand(_ formula: Formula) -> String {
    switch formula {
    case .sum, .difference: "(\(text(of: formula)))"
    default: text(of: formula)
    }
  }

  private func list(_ parts: [Formula]) -> String { parts.map(text).joined(separator: ", ") }
}
