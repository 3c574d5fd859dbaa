import Ergonomics
import TestSupport

/// The same conditions for the same seed.
struct RandomConditions {
  var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed) }

  mutating func condition(depth: Int) -> Condition {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &random) {
    case 0: .isOneOf("lumbar_support", options(["in_place", "not_touching", "none"]))
    case 1: .isOneOf("has_pain", options(["yes", "no"]))
    case 2: .hasAny("pain_areas", options(["lower_back", "hips", "neck", "none_of_these"]))
    case 3: comparison()
    case 4: .all(conditions(2...3, depth: depth - 1))
    case 5: .any(conditions(2...3, depth: depth - 1))
    case 6: .not(condition(depth: depth - 1))
    default: .atLeast(Int.random(in: 1...2, using: &random), of: conditions(2...4, depth: depth - 1))
    }
  }

  private mutating func conditions(_ count: ClosedRange<Int>, depth: Int) -> [Condition] {
    (0..<Int.random(in: count, using: &random)).map { _ in condition(depth: depth) }
  }

  private mutating func options(_ all: [AnswerOption.ID]) -> [AnswerOption.ID] {
    let chosen = all.filter { _ in Bool.random(using: &random) }
    return chosen.isEmpty ? [all.randomElement(using: &random)!] : chosen
  }

  private mutating func comparison() -> Condition {
    let kinds: [QuantityKind] = [.length, .time, .angle, .share, .count, .points]
    let formula = formula(kinds.randomElement(using: &random)!, depth: 3, isMeasured: true)
    let (low, high) = (Int.random(in: -300...900, using: &random), Int.random(in: 0...900, using: &random))
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .isWithin(formula, low...Int.max)
    case 1: return .isWithin(formula, Int.min...low)
    default: return .isWithin(formula, low...(low + high))
    }
  }

  /// - Parameter isMeasured: Whether it must read an answer first, which tells the unit of its constants.
  mutating func formula(_ kind: QuantityKind, depth: Int, isMeasured: Bool = false) -> Formula {
    guard depth > 0 else { return isMeasured || Bool.random(using: &random) ? answer(kind) : constant() }
    let (a, b) = (formula(kind, depth: depth - 1, isMeasured: isMeasured), formula(kind, depth: depth - 1))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .sum(a, b)
    case 1: return .difference(a, b)
    case 2: return .scaled(answer(kind), by: factor())
    case 3: return .scaled(.sum(a, b), by: factor())
    case 4: return .least([a, b])
    case 5: return .greatest([a, b, b])
    default: return answer(kind)
    }
  }

  private mutating func answer(_ kind: QuantityKind) -> Formula {
    switch kind {
    case .length:
      [.answer("desk_height"), .answer("shelf_height"), .measure("desk_gap")].randomElement(using: &random)!
    case .time: [.answer("sitting_time"), .answer("break_every")].randomElement(using: &random)!
    case .angle: .answer("knee_angle")
    case .share: .answer("desk_share")
    case .count: [.answer("stand_ups"), .count("pain_areas")].randomElement(using: &random)!
    case .points: [.points("seat_type"), .measure("seat"), lookup].randomElement(using: &random)!
    }
  }

  private var lookup: Formula {
    .lookup("chair_chart", row: .measure("seat"), column: .sum(.answer("stand_ups"), .constant(2)))
  }

  private mutating func constant() -> Formula { .constant(Int.random(in: -400...2000, using: &random)) }

  private mutating func factor() -> ExactDecimal {
    [2, -1, ExactDecimal(units: 5, places: 1), ExactDecimal(units: -125, places: 2)].randomElement(using: &random)!
  }
}
