import Ergonomics

/// A condition with one thing changed, as somebody might change it by mistake.
struct ConditionMutant {
  enum Kind: String, Sendable, CaseIterable {
    /// By one unit up or down.
    case limit
    /// Left out.
    case option
    /// `and` for `or`, or the other way round.
    case connective
    /// One of several conditions left out.
    case part
    /// Left out.
    case not
    /// At least one more, or one fewer.
    case count
    /// One thing in a quantity.
    case formula
  }

  let kind: Kind
  /// The part that was changed, and what it became.
  let was: Condition
  let now: Condition
  let whole: Condition
}

extension Condition {
  /// Every condition that differs from it in one thing.
  var mutants: [ConditionMutant] {
    let own = ownMutants.map { ConditionMutant(kind: $0.kind, was: self, now: $0.now, whole: $0.now) }
    switch self {
    case .isOneOf, .hasAny, .isWithin: return own
    case .not(let part): return own + part.mutants.inside { .not($0) }
    case .all(let parts): return own + Self.mutants(of: parts) { .all($0) }
    case .any(let parts): return own + Self.mutants(of: parts) { .any($0) }
    case .atLeast(let count, let parts): return own + Self.mutants(of: parts) { .atLeast(count, of: $0) }
    }
  }

  private var ownMutants: [(kind: ConditionMutant.Kind, now: Condition)] {
    switch self {
    case .isOneOf(let question, let options):
      return Self.shorter(options).map { (.option, .isOneOf(question, $0)) }
    case .hasAny(let question, let options):
      return Self.shorter(options).map { (.option, .hasAny(question, $0)) }
    case .isWithin(let formula, let range):
      return Self.moved(range).map { (.limit, .isWithin(formula, $0)) }
        + formula.mutants.map { (.formula, .isWithin($0.whole, range)) }
    case .not(let part): return [(.not, part)]
    case .all(let parts) where parts.count > 1:
      return [(.connective, .any(parts))] + Self.withoutOne(parts).map { (.part, Self.joined($0) { .all($0) }) }
    case .any(let parts) where parts.count > 1:
      return [(.connective, .all(parts))] + Self.withoutOne(parts).map { (.part, Self.joined($0) { .any($0) }) }
    case .all, .any: return []
    case .atLeast(let count, let parts):
      return [count - 1, count + 1].filter((1...parts.count).contains).map { (.count, .atLeast($0, of: parts)) }
    }
  }

  private static func shorter(_ options: [AnswerOption.ID]) -> [[AnswerOption.ID]] {
    options.count > 1 ? withoutOne(options) : []
  }

  private static func withoutOne<Part>(_ parts: [Part]) -> [[Part]] {
    parts.indices.map { left in parts.indices.filter { $0 != left }.map { parts[$0] } }
  }

  private static func joined(_ parts: [Condition], _ combine: ([Condition]) -> Condition) -> Condition {
    parts.count == 1 ? parts[0] : combine(parts)
  }

  private static func moved(_ range: ClosedRange<Int>) -> [ClosedRange<Int>] {
    let lower = range.lowerBound == .min ? [] : [range.lowerBound - 1, range.lowerBound + 1]
    let upper = range.upperBound == .max ? [] : [range.upperBound - 1, range.upperBound + 1]
    return lower.filter { $0 <= range.upperBound }.map { $0...range.upperBound }
      + upper.filter { $0 >= range.lowerBound }.map { range.lowerBound...$0 }
  }

  private static func mutants(
    of parts: [Condition], _ combine: ([Condition]) -> Condition
  ) -> [ConditionMutant] {
    parts.indices.flatMap { place in
      parts[place].mutants.inside { changed in
        var all = parts
        all[place] = changed
        return combine(all)
      }
    }
  }
}

extension [ConditionMutant] {
  fileprivate func inside(_ around: (Condition) -> Condition) -> [ConditionMutant] {
    map { ConditionMutant(kind: $0.kind, was: $0.was, now: $0.now, whole: around($0.whole)) }
  }
}
