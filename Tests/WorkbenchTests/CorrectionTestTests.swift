import Ergonomics
import RulePacks
import TestSupport
import Testing

@testable import Workbench

@Suite("A test of what corrections set, beside trying everybody")
struct CorrectionTestTests {
  private static let places = Result { try PlacedPack.fixture("small").places }
  private static let questions: [Question] = [
    .choices("habits", ["lean", "perch", "lie", "none"], alone: ["none"]),
    .choice("seat", ["chair", "stool", "bed"]),
    .choices("aids", ["pad", "rest"], askWhen: .not(.isOneOf("seat", ["bed"]))),
    .number("hours", 0...3),
  ]

  private static let everybody: [Answers] = questions.reduce([Answers()]) { people, question in
    people.flatMap { person in
      SmallWorld.answers(to: question).map { answer in
        var person = person
        person[question.id] = answer
        return person
      }
    }
  }

  private struct Random {
    var generator: SeededGenerator

    mutating func some(_ all: [String]) -> [String] {
      let chosen = all.filter { _ in Bool.random(using: &generator) }
      return chosen.isEmpty ? [all[0]] : chosen
    }

    mutating func condition(_ depth: Int = 2) -> Condition {
      if depth == 0 || Bool.random(using: &generator) {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0, 1, 2: return .hasAny("habits", some(["lean", "perch", "lie", "none"]))
        case 3: return .isOneOf("seat", some(["chair", "stool", "bed"]))
        case 4: return .hasAny("aids", some(["pad", "rest"]))
        default: return .isWithin(.answer("hours"), Int.random(in: 1...3, using: &generator)...Int.max)
        }
      }
      let parts = [condition(depth - 1), condition(depth - 1)]
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: return .all(parts)
      case 1: return .any(parts)
      default: return .not(parts[0])
      }
    }

    /// Several changes of one question come one after the other.
    mutating func sets() -> [Correction.Change] {
      (0..<Int.random(in: 2...3, using: &generator)).map { _ in
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return .init(question: "seat", value: .answer(.option(some(["chair", "stool", "bed"])[0])))
        case 1: return .init(question: "aids", value: .with([some(["rest", "pad"])[0]]))
        case 2: return .init(question: "habits", value: .with([some(["lie", "perch", "lean"])[0]]))
        case 3: return .init(question: "hours", value: .formula(.difference(.answer("hours"), .constant(1))))
        default: return .init(question: "habits", value: .without([some(["lean", "perch", "lie"])[0]]))
        }
      }
    }
  }

  /// What all rules say of everybody once a correction is done.
  private func told(_ pack: Pack, _ sets: [Correction.Change]) -> [[Outcome]] {
    var correction = pack.corrections[0]
    correction.sets = sets
    let program = RuleProgram(pack.with(rules: pack.rules, corrections: [correction]))
    return RuleVariants.outcomes(program, for: Self.everybody.map { program.answers($0, after: 0) ?? $0 })
  }

  @Test(
    "says of two and three changes of one question, and of all others, exactly that nobody notices what nobody does")
  func everybody() throws {
    var random = Random(generator: SeededGenerator(43))
    var (unnoticed, found) = (0, 0)
    for _ in 0..<60 {
      let rules = (0..<2).map { Rule.small("rule-\($0)", when: random.condition(), corrections: ["change"]) }
      var pack = Pack.small(questions: Self.questions, rules: rules)
      let correction = Correction(
        id: "change", title: "Change", effort: .adjust, who: "you", minutes: 1, cost: .free, steps: ["Do."],
        sets: random.sets())
      pack = pack.with(rules: rules, corrections: [correction])
      let test = CorrectionTest(
        of: correction, in: pack, RuleReaders(RuleProgram(pack)), at: try Self.places.get())
      let own = told(pack, correction.sets)
      let nobody = test.changes.filter { !$0.isNumber && told(pack, $0.sets) == own }.map(\.words).sorted()
      let (said, open) = (test.equivalent.map(\.words).sorted(), test.notProved.map(\.words))
      let hasFormula = correction.sets.contains { if case .formula = $0.value { true } else { false } }
      let words = "\(correction.sets) \(rules.map(\.when))"
      // What a formula comes to is not proved: never is more said than is so.
      if hasFormula {
        #expect(said.filter { !nobody.contains($0) } == [], "\(words)")
        #expect(nobody.filter { !(said + open).contains($0) } == [], "\(words)")
      } else {
        #expect(said == nobody, "\(words)")
        #expect(open == [], "\(words)")
      }
      #expect(test.killed == 0)
      let proposed = test.suggestions.flatMap(\.survivors).count
      #expect(proposed + said.count + test.notProved.count == test.changes.count)
      unnoticed += said.count
      found += proposed
    }
    #expect(unnoticed > 20 && found > 100)
  }
}
