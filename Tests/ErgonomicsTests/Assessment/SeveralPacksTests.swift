import TestSupport
import Testing

@testable import Ergonomics

@Suite("One person by several packs")
struct AssessorPacksTests {
  private static let sign = Condition.isOneOf("sign", ["yes"])
  private static let bad = Condition.isOneOf("bad", ["yes"])

  private func card(_ level: CareCard.Level) -> CareCard {
    CareCard(id: "card", level: level, title: "See somebody", when: Self.sign, ask: "Somebody.", soon: "Soon.")
  }

  private func assess(_ level: CareCard.Level, _ answers: [Question.ID: Answer]) -> [Assessment] {
    let exercise = Exercise(
      id: "walk", title: "Walk", kind: "mobility", isAtDesk: false, targets: [], steps: ["Walk."],
      dose: .init(sets: nil, reps: nil, hold: nil, often: "daily"), easier: "Less.", stopIf: "It hurts.")
    let moving = Pack.small(
      questions: [.yesNo("bad")], rules: [.small("found", when: Self.bad, points: 20, exercises: ["walk"])],
      exercises: [exercise])
    let caring = Pack.small(questions: [.yesNo("sign", isSensitive: true)], careCards: [card(level)])
    return [moving, caring].map { Assessor($0, programVersion: "1") }.assess(Answers(answers), date: "2026-01-31")
  }

  @Test("has no score and no exercise of any while one knows an emergency")
  func emergency() {
    let assessments = assess(.emergency, ["bad": .option("yes"), "sign": .option("yes")])
    #expect(assessments.map(\.isWithheld) == [true, true])
    #expect(assessments.allSatisfy { $0.scores.isEmpty && $0.findings.isEmpty && $0.exercises.isEmpty })
    #expect(assessments.map { $0.careCards.map(\.title) } == [[], ["See somebody"]])
    #expect(assessments[0].answers.allSatisfy { $0.findings.isEmpty })
  }

  @Test("has no exercise of any while one knows an urgent sign, and says why")
  func urgent() {
    let assessments = assess(.urgent, ["bad": .option("yes"), "sign": .option("yes")])
    #expect(assessments.map(\.isWithheld) == [false, false])
    #expect(assessments[0].exercises.isEmpty)
    #expect(assessments[0].leftOut.map(\.because) == [["See somebody"]])
    #expect(assessments[0].careCards.isEmpty)
    #expect(assessments[0].scores[0].now?.low == 20)
  }

  @Test("is what each pack says alone, where there is no sign")
  func alone() {
    let assessments = assess(.emergency, ["bad": .option("yes"), "sign": .option("no")])
    #expect(assessments[0].exercises.map(\.id) == ["walk"])
    #expect(assessments[0].findings.map(\.id) == ["found"])
    #expect(assessments[1].careCards.isEmpty)
  }
}
