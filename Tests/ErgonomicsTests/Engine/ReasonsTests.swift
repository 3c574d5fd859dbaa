import Ergonomics
import TestSupport
import Testing

@Suite("Reasons")
struct ReasonsTests {
  private let a = Condition.isOneOf("a", ["yes"])
  private let b = Condition.isOneOf("b", ["yes"])
  private let c = Condition.isOneOf("c", ["yes"])

  private struct Reasons: Equatable {
    var outcome: Outcome
    var inFavour: [Condition] = []
    var against: [Condition] = []
    var decidedBy: [Question.ID] = []
  }

  private func reasons(_ when: Condition, _ answers: [Question.ID: Answer], askB: Condition? = nil) -> Reasons {
    let questions = [Question.yesNo("a"), .yesNo("b", askWhen: askB), .yesNo("c")]
    let program = RuleProgram(.small(questions: questions, rules: [.small("rule", when: when)]))
    var block = AnswerBlock(program)
    block.set(Answers(answers), for: 0, in: program)
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: 1)
    let node = program.rules[0].holds
    return Reasons(
      outcome: verdicts.outcome(ofRule: 0, for: 0), inFavour: verdicts.reasonsFor(node, 0).map(\.written),
      against: verdicts.reasonsAgainst(node, 0).map(\.written),
      decidedBy: verdicts.questionsDeciding(node, 0, of: block, in: program).map { questions[$0].id })
  }

  @Test("of a finding are every part of an and, one part of an or")
  func found() {
    let yes: [Question.ID: Answer] = ["a": .option("yes"), "b": .option("yes"), "c": .option("yes")]
    #expect(reasons(.all([a, b]), yes) == Reasons(outcome: .found, inFavour: [a, b]))
    #expect(reasons(.any([.all([a, b]), c]), yes) == Reasons(outcome: .found, inFavour: [c]))
    #expect(reasons(.atLeast(2, of: [a, b, c]), yes) == Reasons(outcome: .found, inFavour: [a, b]))
    #expect(reasons(.not(a), ["a": .option("no")]) == Reasons(outcome: .found, inFavour: [.not(a)]))
  }

  @Test("of a clear rule are the smallest set that makes it false")
  func clear() {
    let no: [Question.ID: Answer] = ["a": .option("no"), "b": .option("no"), "c": .option("no")]
    #expect(reasons(.all([.any([a, b]), c]), no) == Reasons(outcome: .clear, against: [c]))
    #expect(reasons(.any([a, b]), no) == Reasons(outcome: .clear, against: [a, b]))
    #expect(reasons(.atLeast(2, of: [a, b, c]), no) == Reasons(outcome: .clear, against: [a, b]))
  }

  @Test("of an undetermined rule are only the unanswered questions that could decide it")
  func undetermined() {
    #expect(reasons(.all([a, b]), ["a": .option("yes")]) == Reasons(outcome: .undetermined, decidedBy: ["b"]))
    #expect(
      reasons(.any([a, .all([b, c])]), ["b": .option("no")]) == Reasons(outcome: .undetermined, decidedBy: ["a"]))
    #expect(reasons(b, ["c": .option("yes")], askB: a) == Reasons(outcome: .undetermined, decidedBy: ["a"]))
    #expect(reasons(b, ["a": .option("yes")], askB: a) == Reasons(outcome: .undetermined, decidedBy: ["b"]))
  }
}
