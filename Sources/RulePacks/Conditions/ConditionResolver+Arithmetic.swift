import Ergonomics

// Sums, products and comparisons, and the units in them.
extension ConditionResolver {
  mutating func sum(
    _ a: Syntax, _ b: Syntax, at syntax: Syntax, _ combine: (Formula, Formula) -> Formula
  ) -> Quantity? {
    guard let (left, right) = both(a, b), let shared = commonUnit(of: [left, right]) else { return nil }
    return checked(
      Quantity(combine(left.formula, right.formula), shared.unit, reach: left.reach + right.reach, syntax: syntax))
  }

  /// One side is a plain number, by preference the right one.
  mutating func product(_ a: Syntax, _ b: Syntax, at syntax: Syntax) -> Quantity? {
    guard let (left, right) = both(a, b) else { return nil }
    let isSwapped = !right.isFactor || (left.isFactor && left.exact?.isWhole == false)
    let (value, other) = isSwapped ? (right, left) : (left, right)
    guard other.isFactor, let factor = other.exact else {
      report(.product, syntax.range)
      return nil
    }
    if value.kind == nil, value.exact?.isWhole == false {
      report(.notWhole(written(value.syntax)), value.syntax.range)
      return nil
    }
    let (reach, isTooLarge) = value.reach.multipliedReportingOverflow(by: abs(factor.units))
    guard !isTooLarge, reach < Int.max / 4 else {
      report(.numberTooLarge, syntax.range)
      return nil
    }
    return checked(
      Quantity(
        .scaled(value.formula, by: factor), value.unit, reach: reach / 10.power(factor.places) + 1, syntax: syntax))
  }

  mutating func comparison(_ left: Syntax, _ comparison: Comparison, _ right: Syntax) -> Condition? {
    guard let (a, b) = both(left, right), commonUnit(of: [a, b]) != nil else { return nil }
    if let limit = b.limit { return .isWithin(a.formula, comparison.range(limit: limit)) }
    return .isWithin(.difference(a.formula, b.formula), comparison.range(limit: 0))
  }

  mutating func between(_ subject: Syntax, _ low: Syntax, _ high: Syntax, at syntax: Syntax) -> Condition? {
    let quantities = [subject, low, high].map { quantity($0) }
    guard let value = quantities[0], let lower = quantities[1], let upper = quantities[2],
      let shared = commonUnit(of: [value, lower, upper])
    else { return nil }
    for end in [lower, upper] where end.limit == nil {
      report(.limitNotConstant(written(end.syntax)), end.syntax.range)
    }
    guard let least = lower.limit, let most = upper.limit else { return nil }
    let range = lower.syntax.range.lowerBound..<upper.syntax.range.upperBound
    if least.isMore(than: most) {
      report(.swappedEnds(written(lower.syntax), written(upper.syntax)), range)
      return nil
    }
    guard least.roundedUp <= most.roundedDown else {
      report(.emptyRange(shared.unit?.kind.baseUnit ?? .times), range)
      return nil
    }
    return .isWithin(value.formula, least.roundedUp...most.roundedDown)
  }

  private mutating func both(_ a: Syntax, _ b: Syntax) -> (Quantity, Quantity)? {
    let (left, right) = (quantity(a), quantity(b))
    guard let left, let right else { return nil }
    return (left, right)
  }

  struct SharedUnit {
    /// `nil` if all quantities are plain numbers.
    let unit: UnitOfMeasure?
  }

  /// The unit that quantities share; `nil` after a problem.
  mutating func commonUnit(of quantities: [Quantity]) -> SharedUnit? {
    // The unit of a question or measure says more about the author's habit than that of a constant.
    let named = quantities.first { $0.kind != nil && $0.exact == nil } ?? quantities.first { $0.kind != nil }
    var fits = true
    for quantity in quantities {
      guard let kind = quantity.kind else {
        fits = allows(plainNumber: quantity, as: named?.unit) && fits
        continue
      }
      guard let named, let expected = named.kind, kind != expected else { continue }
      let (first, second) = (written(named.syntax), written(quantity.syntax))
      report(
        .mixedUnits(first, expected, second, kind, isConstant: quantity.exact != nil), quantity.syntax.range)
      fits = false
    }
    return fits ? SharedUnit(unit: named?.unit) : nil
  }

  /// Whether a plain number may stand for a quantity in this unit: only counts and points have none, and are whole.
  mutating func allows(plainNumber quantity: Quantity, as unit: UnitOfMeasure?) -> Bool {
    if let unit, unit.kind != .count, unit.kind != .points {
      report(.plainNumber(written(quantity.syntax), unit: unit), quantity.syntax.range)
      return false
    }
    if quantity.exact?.isWhole == false {
      report(.notWhole(written(quantity.syntax)), quantity.syntax.range)
      return false
    }
    return true
  }

  mutating func checked(_ quantity: Quantity) -> Quantity? {
    if quantity.reach <= Quantity.farthest { return quantity }
    report(.numberTooLarge, quantity.syntax.range)
    return nil
  }
}

extension Quantity {
  fileprivate var isFactor: Bool { kind == nil && exact != nil }
}

extension ExactDecimal {
  fileprivate func isMore(than other: ExactDecimal) -> Bool {
    let (a, b) = (roundedDown, other.roundedDown)
    if a != b { return a > b }
    let rest = units - a * 10.power(places)
    let otherRest = other.units - b * 10.power(other.places)
    return rest * 10.power(other.places) > otherRest * 10.power(places)
  }
}
