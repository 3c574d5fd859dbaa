import Ergonomics
import TestSupport
import Testing

@testable import Workbench

@Suite("A search for answers that tell two rules apart, beside trying everybody")
struct WitnessTests {
  private static let people = SmallWorld.people
  private static let isComplete = SmallWorld.isComplete

  /// Pairs of rules of which some differ in one thing, and some in all.
  private func pairs(_ count: Int, seed: Int, hasFormulas: Bool) -> [(Rule, Rule)] {
    var random = RandomConditions(generator: SeededGenerator(seed), hasFormulas: hasFormulas)
    return (0..<count).map { number in
      let applies = number.isMultiple(of: 3) ? random.condition(1) : nil
      let rule = SmallWorld.rule(random.condition(), applies: applies)
      let mutants = RuleVariants.mutants(of: rule)
      let other = number.isMultiple(of: 4) ? nil : mutants.randomElement(using: &random.generator)
      return (rule, other?.rule ?? SmallWorld.rule(random.condition(), applies: applies))
    }
  }

  @Test("finds somebody exactly where there is somebody, with as few answers as can be")
  func choices() {
    var (different, same) = (0, 0)
    for (rule, other) in pairs(80, seed: 7, hasFormulas: false) {
      let told = RuleVariants.outcomes(of: [rule, other], in: SmallWorld.pack, for: Self.people)
      let least = Self.people.indices.filter { told[0][$0] != told[1][$0] }.map { Self.people[$0].byQuestion.count }
        .min()
      let program = RuleProgram(SmallWorld.pack.asking([rule, other]))
      switch RuleProgram.disagreement(of: .init(program, rule: 0), and: .init(program, rule: 1)) {
      case .answers(let answers):
        different += 1
        #expect(answers.byQuestion.count == least, "\(rule.when) \(other.when)")
        let found = RuleVariants.outcomes(of: [rule, other], in: SmallWorld.pack, for: [answers])
        #expect(found[0] != found[1])
      case .none:
        same += 1
        #expect(least == nil, "\(rule.when) \(other.when)")
      case .notProved: Issue.record("so few answers can all be tried")
      }
    }
    #expect(different > 20 && same > 5)
  }

  @Test("finds somebody with all answers wherever there is one, also where formulas bring numbers together")
  func formulas() {
    var (different, same) = (0, 0)
    for (rule, other) in pairs(60, seed: 11, hasFormulas: true) {
      let told = RuleVariants.outcomes(of: [rule, other], in: SmallWorld.pack, for: Self.people)
      let isDifferent = Self.people.indices.contains { Self.isComplete[$0] && told[0][$0] != told[1][$0] }
      switch RuleVariants.disagreement(of: rule, and: other, in: SmallWorld.pack) {
      case .answers(let answers):
        different += 1
        let found = RuleVariants.outcomes(of: [rule, other], in: SmallWorld.pack, for: [answers])
        #expect(found[0] != found[1])
      case .none:
        same += 1
        #expect(!isDifferent, "\(rule.when) \(other.when)")
      case .notProved: Issue.record("so few answers can all be tried")
      }
    }
    #expect(different > 20 && same > 3)
  }

  @Test("knows what a rule can come to of people who answer everything")
  func reach() {
    var random = RandomConditions(generator: SeededGenerator(3), hasFormulas: true)
    for number in 0..<60 {
      let rule = SmallWorld.rule(random.condition(), applies: number.isMultiple(of: 2) ? random.condition(1) : nil)
      let complete = Self.people.indices.filter { Self.isComplete[$0] }.map { Self.people[$0] }
      let told = RuleVariants.outcomes(of: [rule], in: SmallWorld.pack, for: complete)[0]
      let reach = RuleProgram(SmallWorld.pack.asking([rule])).reach(ofRule: 0)
      #expect(reach?.outcomes == Set(told), "\(rule.when)" as Comment)
    }
  }
}
