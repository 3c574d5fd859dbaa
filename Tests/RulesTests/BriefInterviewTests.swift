import Ergonomics
import TestSupport
import Testing

@Suite("A brief interview")
struct BriefInterviewTests {
  @Test(
    "decides the levels of the full one with no more questions, warning signs among them",
    arguments: ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"])
  func sameLevels(_ name: String) throws {
    let assessor = Assessor(try Pack.shipped(name), programVersion: "1")
    let questions = BriefQuestions([assessor])
    var random = RandomAnswers(seed: 3)
    for _ in 0..<15 {
      var person = Answers()
      for question in assessor.pack.questions { person[question.id] = random.answer(to: question) }
      let trial = BriefTrial(person, assessor, questions)
      #expect(trial.isDecided && trial.levels == trial.levelsInFull, "\(person.byQuestion)")
      #expect(trial.asked <= trial.askedInFull && trial.unaskedSigns == 0, "\(person.byQuestion)")
    }
  }

  @Test("is told as decided in a report, with what was not needed, and never beside an emergency")
  func report() throws {
    let assessor = Assessor(try Pack.shipped("osha-workstation"), programVersion: "1")
    let question = try #require(assessor.pack.questions.first { $0.id.hasPrefix("osha") && $0.askWhen == nil })
    let worst = question.options.map { Answers([question.id: .option($0.id)]) }
      .first { BriefQuestions([assessor]).decision(by: $0) != nil }
    let told = assessor.assess(try #require(worst), date: "2026-01-31", isBrief: true)
    let decision = try #require(told.decision)
    #expect(decision.answers == 1 && decision.levels.map(\.band.id) == ["high"])
    #expect(told.scores.allSatisfy { $0.now?.isSettled == true })
    #expect(told.answers.count { $0.state == .notNeeded } > 10 && !told.open.isEmpty)
    #expect(!told.answers.contains { $0.state == .unanswered })
    let full = assessor.assess(worst!, date: "2026-01-31")
    #expect(full.decision == nil && !full.answers.contains { $0.state == .notNeeded })
    #expect(full.findings == told.findings && full.plan == told.plan && full.open == told.open)
    let main = Assessor(try Pack.shipped("lower-back-hips"), programVersion: "1")
    let emergency = Answers(["emergency_signs": .options(["saddle_numbness"])])
    #expect(main.assess(emergency, date: "2026-01-31", isBrief: true).decision == nil)
  }

  @Test("leaves a level open that a skipped question could change")
  func skipped() throws {
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("idle")],
      rules: [
        .small("one", when: .isOneOf("a", ["yes"]), points: 6), .small("two", when: .isOneOf("b", ["yes"]), points: 6),
      ])
    let assessor = Assessor(pack, programVersion: "1")
    let questions = BriefQuestions([assessor])
    func next(_ answers: Answers, asked: Set<Question.ID>) -> Question.ID? {
      questions.next(answers, of: ["a", "b", "idle"], waits: { !asked.contains($0) }, canAsk: { _ in true }).question
    }
    #expect(next(Answers(), asked: []) == "a")
    #expect(next(Answers(["a": .option("no")]), asked: ["a"]) == nil)
    #expect(questions.decision(by: Answers(["a": .option("no")]))?[0].levels.map(\.band.id) == ["low"])
    #expect(next(Answers(["a": .option("yes")]), asked: ["a"]) == "b")
    #expect(next(Answers(), asked: ["a", "b"]) == nil)
    #expect(questions.decision(by: Answers(["b": .option("yes")])) == nil)
    #expect(questions.decision(by: Answers(["a": .declined, "b": .option("yes")])) == nil)
  }
}
