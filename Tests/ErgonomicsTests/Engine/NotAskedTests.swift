import Ergonomics
import TestSupport
import Testing

@Suite("A question that is not asked")
struct NotAskedTests {
  private let hasChair = Condition.isOneOf("has_chair", ["yes"])
  private let isHard = Condition.isOneOf("chair", ["hard"])

  private func outcomes(_ rules: [Rule], _ answers: [Question.ID: Answer]) -> [Outcome] {
    let questions = [Question.yesNo("has_chair"), .choice("chair", ["hard", "soft"], askWhen: hasChair)]
    return RuleProgram(.small(questions: questions, rules: rules)).outcomes(for: Answers(answers))
  }

  @Test("speaks for no rule, plain or negated")
  func speaksForNone() {
    let rules = [Rule.small("hard", when: isHard), .small("not-hard", when: .not(isHard))]
    #expect(outcomes(rules, ["has_chair": .option("no")]) == [.clear, .clear])
    #expect(outcomes(rules, ["has_chair": .option("no"), "chair": .option("hard")]) == [.clear, .clear])
    #expect(outcomes(rules, ["has_chair": .option("yes"), "chair": .option("hard")]) == [.found, .clear])
  }

  @Test("makes a rule about those who are asked not applicable")
  func notApplicable() {
    let rules = [Rule.small("hard", applies: hasChair, when: isHard)]
    #expect(outcomes(rules, ["has_chair": .option("no")]) == [.notApplicable])
    #expect(outcomes(rules, [:]) == [.undetermined])
  }

  @Test("counts if it may be asked and is answered")
  func undecided() {
    let rules = [Rule.small("hard", when: isHard), .small("not-hard", when: .not(isHard))]
    #expect(outcomes(rules, ["chair": .option("hard")]) == [.found, .clear])
    #expect(outcomes(rules, ["has_chair": .declined]) == [.undetermined, .undetermined])
  }

  @Test("leaves a quantity that reads it without a value")
  func quantity() {
    let questions = [
      Question.yesNo("has_desk"), .number("desk", 500...900, unit: .millimetre, askWhen: .isOneOf("has_desk", ["yes"])),
      .number("elbow", 500...900, unit: .millimetre),
    ]
    let gap = Formula.difference(.answer("desk"), .answer("elbow"))
    let rules = [
      Rule.small("high", when: .isWithin(gap, 31...Int.max)),
      .small("not-high", when: .not(.isWithin(gap, 31...Int.max))),
    ]
    let program = RuleProgram(.small(questions: questions, rules: rules))
    func outcomes(_ answers: [Question.ID: Answer]) -> [Outcome] { program.outcomes(for: Answers(answers)) }
    #expect(outcomes(["has_desk": .option("no"), "desk": .number(800), "elbow": .number(700)]) == [.clear, .clear])
    #expect(outcomes(["has_desk": .option("yes"), "desk": .number(731), "elbow": .number(700)]) == [.found, .clear])
    #expect(outcomes(["has_desk": .option("yes"), "desk": .number(730), "elbow": .number(700)]) == [.clear, .found])
    #expect(outcomes(["has_desk": .option("yes"), "desk": .number(530)]) == [.clear, .found])
    #expect(outcomes(["has_desk": .option("yes"), "desk": .number(531)]) == [.undetermined, .undetermined])
  }
}
