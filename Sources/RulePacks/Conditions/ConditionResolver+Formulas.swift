import Ergonomics

// Quantities.
extension ConditionResolver {
  /// A whole formula of a measure, score or correction, which must give this kind.
  mutating func formula(_ syntax: Syntax, as kind: QuantityKind) -> Formula? {
    guard let quantity = quantity(syntax) else { return nil }
    guard let own = quantity.kind else {
      return allows(plainNumber: quantity, as: kind.baseUnit) ? quantity.formula : nil
    }
    guard own == kind else {
      report(.wrongKind(own, expected: kind), syntax.range)
      return nil
    }
    return quantity.formula
  }

  /// `nil` after a problem; the other parts are looked at nevertheless.
  mutating func quantity(_ syntax: Syntax) -> Quantity? {
    switch syntax.form {
    case .missing: return nil
    case .parenthesised(let inner): return quantity(inner)
    case .number(let number, let unit): return self.number(number, unit, at: syntax)
    case .name(let name): return named(name, at: syntax)
    case .call(let function, let arguments): return call(function.text, arguments, at: syntax)
    case .lookup(let table, let indices): return lookup(table, indices, at: syntax)
    case .sum(let a, let b): return sum(a, b, at: syntax) { .sum($0, $1) }
    case .difference(let a, let b): return sum(a, b, at: syntax) { .difference($0, $1) }
    case .product(let a, let b): return product(a, b, at: syntax)
    case .comparison, .between, .choice, .equation, .not, .all, .any, .mixed, .atLeast:
      report(.conditionAsQuantity(written(syntax)), syntax.range)
      _ = condition(syntax)
      return nil
    }
  }

  private mutating func number(_ number: ExactDecimal, _ unit: Syntax.Name?, at syntax: Syntax) -> Quantity? {
    guard let unit else {
      return Quantity(
        .constant(number.times(1)), nil, exact: number, reach: abs(number.times(1)), syntax: syntax)
    }
    guard let known = UnitOfMeasure(unit.text) else {
      let near = UnitOfMeasure.allCases.map(\.rawValue).nearest(to: unit.text).flatMap { UnitOfMeasure($0) }
      report(.unknownUnit(unit.text, near: unit.text.count > 2 ? near : nil), unit.range)
      return nil
    }
    if known == .times || known == .points, !number.isWhole {
      report(.notWhole(written(syntax)), syntax.range)
      return nil
    }
    let base = number.times(known.inBaseUnits)
    // An answer of 28 in is kept as 711 mm; a limit of 28 in must be the same, or nobody could be exactly at it.
    let exact =
      known.inBaseUnits.places > 0
      ? ExactDecimal(units: base, places: 0)
      : ExactDecimal(units: number.units * known.inBaseUnits.units, places: number.places)
    return checked(Quantity(.constant(base), known, exact: exact, reach: abs(base), syntax: syntax))
  }

  private mutating func named(_ name: String, at syntax: Syntax) -> Quantity? {
    if let question = vocabulary.questions[name] {
      switch question.kind {
      case .number(let range):
        let reach = max(range.bounds.lowerBound.magnitude, range.bounds.upperBound.magnitude)
        return checked(Quantity(.answer(name), range.unit, reach: Int(clamping: reach), syntax: syntax))
      case .choice, .choices: report(.notANumber(question), syntax.range)
      case .text: report(.textQuestion(name), syntax.range)
      }
      return nil
    }
    if let unit = vocabulary.measures[name] {
      return Quantity(.measure(name), unit, reach: Quantity.assumedReach, syntax: syntax)
    }
    if vocabulary.tables.contains(name) {
      report(.wrongIndices(of: name), syntax.range)
    } else {
      reportUnknown(name, at: syntax.range)
    }
    return nil
  }

  private mutating func call(_ function: String, _ arguments: [Syntax], at syntax: Syntax) -> Quantity? {
    guard function == "min" || function == "max" else {
      return readingOfOptions(function, arguments, at: syntax)
    }
    let parts = arguments.map { quantity($0) }
    guard parts.count > 1 else {
      report(.tooFewParts(of: function), syntax.range)
      return nil
    }
    guard !parts.contains(where: { $0 == nil }) else { return nil }
    let quantities = parts.compactMap { $0 }
    guard let shared = commonUnit(of: quantities) else { return nil }
    let formulas = quantities.map(\.formula)
    return Quantity(
      function == "min" ? .least(formulas) : .greatest(formulas), shared.unit,
      reach: quantities.map(\.reach).max() ?? 0, syntax: syntax)
  }

  /// `count(q)` and `points(q)`.
  private mutating func readingOfOptions(_ function: String, _ arguments: [Syntax], at syntax: Syntax) -> Quantity? {
    guard arguments.count == 1, case .name(let name) = arguments[0].bare.form else {
      report(.wrongArgument(of: function), syntax.range)
      return nil
    }
    guard let question = vocabulary.questions[name] else {
      if vocabulary.measures[name] == nil {
        reportUnknown(name, at: arguments[0].range)
      } else {
        report(.wrongArgument(of: function), arguments[0].range)
      }
      return nil
    }
    switch question.kind {
    case .choices where function == "count":
      return Quantity(.count(name), .times, reach: question.options.count, syntax: syntax)
    case .choice where function == "points", .choices where function == "points":
      let reach = question.options.reduce(0) { $0 + abs($1.points) }
      return Quantity(.points(name), .points, reach: reach, syntax: syntax)
    default:
      report(.wrongArgument(of: function), arguments[0].range)
      return nil
    }
  }

  private mutating func lookup(_ table: Syntax.Name, _ indices: [Syntax], at syntax: Syntax) -> Quantity? {
    let parts = indices.map { index in quantity(index).flatMap { self.index($0) } }
    guard vocabulary.tables.contains(table.text) else {
      report(.unknownTable(table.text, near: vocabulary.tables.nearest(to: table.text)), table.range)
      return nil
    }
    guard parts.count == 2 else {
      report(.wrongIndices(of: table.text), syntax.range)
      return nil
    }
    guard let row = parts[0], let column = parts[1] else { return nil }
    return Quantity(
      .lookup(table.text, row: row, column: column), .points, reach: Quantity.assumedReach, syntax: syntax)
  }

  /// Rows and columns are counted in counts or points.
  private mutating func index(_ quantity: Quantity) -> Formula? {
    guard let kind = quantity.kind else {
      return allows(plainNumber: quantity, as: .points) ? quantity.formula : nil
    }
    if kind == .count || kind == .points { return quantity.formula }
    report(.wrongIndex(written(quantity.syntax), kind), quantity.syntax.range)
    return nil
  }
}
