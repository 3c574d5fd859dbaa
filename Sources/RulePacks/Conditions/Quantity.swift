import Ergonomics

/// A formula with what is known of it before any answer is.
struct Quantity {
  let formula: Formula
  /// `nil` for plain numbers, which take the kind of what they are held against.
  let kind: QuantityKind?
  /// The unit to show its numbers in.
  let unit: UnitOfMeasure?
  /// The number exactly, in base units, where it is written as a number; `nil` for everything else.
  let exact: ExactDecimal?
  /// At most so far from zero, in base units; keeps every calculation of the engine inside whole numbers.
  let reach: Int
  let syntax: Syntax

  init(
    _ formula: Formula, _ unit: UnitOfMeasure?, exact: ExactDecimal? = nil, reach: Int, syntax: Syntax
  ) {
    (self.formula, self.unit, self.kind) = (formula, unit, unit?.kind)
    (self.exact, self.reach, self.syntax) = (exact, reach, syntax)
  }

  /// Beyond it a formula is refused: a million kilometres in millimetres.
  static let farthest = 1_000_000_000_000

  /// Assumed of measures and table cells, which are defined elsewhere.
  static let assumedReach = 1_000_000

  /// The limit it stands for, in base units; `nil` if it depends on answers.
  var limit: ExactDecimal? {
    exact ?? formula.constantValue.map { ExactDecimal(units: $0, places: 0) }
  }
}

extension Formula {
  /// Its value if it reads no answer.
  fileprivate var constantValue: Int? {
    switch self {
    case .constant(let value): return value
    case .answer, .points, .count, .measure, .lookup: return nil
    case .sum(let a, let b): return a.constantValue.flatMap { a in b.constantValue.map { a + $0 } }
    case .difference(let a, let b): return a.constantValue.flatMap { a in b.constantValue.map { a - $0 } }
    case .scaled(let part, let factor): return part.constantValue.map(factor.times)
    case .least(let parts), .greatest(let parts):
      let values = parts.compactMap(\.constantValue)
      guard values.count == parts.count else { return nil }
      if case .least = self { return values.min() }
      return values.max()
    }
  }
}
