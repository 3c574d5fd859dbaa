import Ergonomics
import TestSupport
import Testing

@Suite("A score")
struct ScoreTests {
  private func score(_ rules: [Rule], _ answers: [Question.ID: Answer]) -> ScoreInterval? {
    let program = RuleProgram(.small(questions: [.yesNo("a"), .yesNo("b")], rules: rules))
    var block = AnswerBlock(program)
    block.set(Answers(answers), for: 0, in: program)
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: 1)
    return verdicts.score(0, for: 0)
  }

  private let a = Condition.isOneOf("a", ["yes"])
  private let b = Condition.isOneOf("b", ["yes"])

  @Test("reaches from what is found to what is found or open")
  func interval() {
    let rules = [Rule.small("one", when: a, points: 8), .small("two", when: b, points: 5)]
    let found = score(rules, ["a": .option("yes")])
    #expect(found == ScoreInterval(low: 8, high: 13, level: "low", levelHigh: "high"))
    #expect(found?.isSettled == false)
    let settled = score(rules, ["a": .option("no"), "b": .option("yes")])
    #expect(settled == ScoreInterval(low: 5, high: 5, level: "low", levelHigh: "low"))
    #expect(settled?.isSettled == true)
  }

  @Test("is unknown, not low, when every rule that adds to it is open")
  func unknown() {
    let rules = [
      Rule.small("one", when: a, points: 8), .small("two", when: b, points: 5), .small("other", when: .not(b)),
    ]
    #expect(score(rules, [:])?.level == nil)
    #expect(score(rules, ["b": .option("no")])?.level == "low")
  }

  @Test("is unknown when the rules that are not open are about others")
  func unknownForOthers() {
    let rules = [Rule.small("one", when: a, points: 8), .small("two", applies: b, when: b, points: 5)]
    #expect(score(rules, ["b": .option("no")])?.level == nil)
  }

  @Test("is capped at both ends")
  func cap() {
    let rules = [Rule.small("one", when: a, points: 90), .small("two", when: b, points: 80)]
    let yes = Answer.option("yes")
    #expect(score(rules, ["a": yes, "b": yes]) == ScoreInterval(low: 100, high: 100, level: "high", levelHigh: "high"))
    #expect(score(rules, ["a": yes]) == ScoreInterval(low: 90, high: 100, level: "high", levelHigh: "high"))
  }
}
