import Ergonomics
import TestSupport

/// A questionnaire so small that everybody there can be is tried one by one, with rules at random about it.
enum SmallWorld {
  static let pack = Pack.small(
    questions: [
      .choice("seat", ["chair", "stool", "bed"]),
      .choice("arms", ["high", "low"], askWhen: .isOneOf("seat", ["chair"])),
      .choices("habits", ["lean", "perch", "still", "none"], alone: ["none"]),
      .number("hours", 0...4),
      .number("desk", 0...3, unit: .millimetre),
      .number("elbow", 0...3, unit: .millimetre, askWhen: .not(.isOneOf("seat", ["bed"]))),
    ],
    measures: [
      Measure(id: "gap", title: "Gap", unit: .millimetre, formula: .difference(.answer("desk"), .answer("elbow")))
    ])

  static func rule(_ when: Condition, applies: Condition? = nil) -> Rule {
    .small("rule", applies: applies, when: when)
  }

  /// Every answer that a question can have, and none.
  static func answers(to question: Question) -> [Answer?] {
    switch question.kind {
    case .choice(let options): return [nil] + options.map { .option($0.id) }
    case .choices(let options):
      let together = options.filter { !$0.isAlone }.map(\.id)
      let selections = (1..<1 << together.count).map { bits in
        Answer.options(together.indices.filter { bits >> $0 & 1 == 1 }.map { together[$0] })
      }
      return [nil] + selections + options.filter(\.isAlone).map { .options([$0.id]) }
    case .number(let range): return [nil] + range.bounds.map { .number($0) }
    case .text: return [nil]
    }
  }

  static let people: [Answers] = pack.questions.reduce([Answers()]) { people, question in
    people.flatMap { person in
      answers(to: question).map { answer in
        var person = person
        person[question.id] = answer
        return person
      }
    }
  }

  static let isComplete: [Bool] = people.map { person in pack.questions.allSatisfy { person[$0.id] != nil } }
}

/// Conditions at random.
struct RandomConditions {
  var generator: SeededGenerator
  /// Whether formulas bring numbers together.
  var hasFormulas: Bool

  mutating func condition(_ depth: Int = 2) -> Condition {
    if depth == 0 || Int.random(in: 0..<4, using: &generator) == 0 { return atom() }
    let parts = (0..<Int.random(in: 2...3, using: &generator)).map { _ in condition(depth - 1) }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: return .all(parts)
    case 2: return .any(parts)
    case 3: return .not(parts[0])
    default: return .atLeast(Int.random(in: 1...parts.count, using: &generator), of: parts)
    }
  }

  private mutating func atom() -> Condition {
    switch Int.random(in: 0..<(hasFormulas ? 7 : 5), using: &generator) {
    case 0: return .isOneOf("seat", some(["chair", "stool", "bed"]))
    case 1: return .isOneOf("arms", some(["high", "low"]))
    case 2: return .hasAny("habits", some(["lean", "perch", "still", "none"]))
    case 3: return .isWithin(.answer("hours"), range(0...4))
    case 4: return .isWithin(.count("habits"), range(0...3))
    case 5: return .isWithin(.measure("gap"), range(-3...3))
    default: return .isWithin(.sum(.answer("desk"), .scaled(.answer("elbow"), by: 2)), range(0...9))
    }
  }

  private mutating func some(_ all: [String]) -> [String] {
    let chosen = all.filter { _ in Bool.random(using: &generator) }
    return chosen.isEmpty ? [all[0]] : chosen
  }

  private mutating func range(_ all: ClosedRange<Int>) -> ClosedRange<Int> {
    let limit = Int.random(in: all, using: &generator)
    return Bool.random(using: &generator) ? limit...Int.max : Int.min...limit
  }
}
