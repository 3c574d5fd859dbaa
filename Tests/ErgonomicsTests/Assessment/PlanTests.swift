import Ergonomics
import TestSupport
import Testing

extension Correction {
  fileprivate static func small(
    _ id: ID, _ effort: Effort = .adjust, cost: Cost = .free, sets: [Question.ID: Change.Value]
  ) -> Correction {
    Correction(
      id: id, title: id, effort: effort, who: "you", minutes: 5, cost: cost, steps: ["Do it."],
      sets: sets.sorted { $0.key < $1.key }.map { Change(question: $0.key, value: $0.value) })
  }
}

@Suite("A plan")
struct PlanTests {
  private let no = Correction.Change.Value.answer(.option("no"))
  private let yes = Answer.option("yes")

  private func isYes(_ question: Question.ID) -> Condition { .isOneOf(question, ["yes"]) }

  private func assess(
    _ rules: [Rule], _ corrections: [Correction], _ answers: [Question.ID: Answer],
    questions: [Question] = [.yesNo("a"), .yesNo("b"), .yesNo("c")]
  ) -> Assessment {
    let pack = Pack.small(questions: questions, rules: rules, corrections: corrections)
    return Assessor(pack, programVersion: "1").assess(Answers(answers), date: "2026-01-31")
  }

  private func gains(_ assessment: Assessment) -> [String] {
    assessment.plan.map { "\($0.correction) \($0.gives.map(\.points).reduce(0, +))" }
  }

  @Test("begins with what gives back most")
  func order() {
    let assessment = assess(
      [
        .small("a", when: isYes("a"), points: 5, corrections: ["fix-a"]),
        .small("b", when: isYes("b"), points: 9, corrections: ["fix-b"]),
      ], [.small("fix-a", sets: ["a": no]), .small("fix-b", sets: ["b": no])], ["a": yes, "b": yes, "c": .option("no")])
    #expect(gains(assessment) == ["fix-b 9", "fix-a 5"])
    #expect(assessment.plan[0].solves == ["b"])
    #expect(assessment.scores[0].now?.low == 14)
    #expect(assessment.scores[0].after?.low == 0)
  }

  @Test("prefers the least effort, then the least cost, among equal gains; the other ways are no steps")
  func ties() {
    let rules = [Rule.small("a", when: isYes("a"), points: 5, corrections: ["buy-it", "borrow-dear", "borrow-it"])]
    let corrections = [
      Correction.small("buy-it", .buy, sets: ["a": no]), .small("borrow-dear", .borrow, cost: .high, sets: ["a": no]),
      .small("borrow-it", .borrow, sets: ["a": no]),
    ]
    let assessment = assess(rules, corrections, ["a": yes])
    #expect(gains(assessment) == ["borrow-it 5"])
    #expect(assessment.findings[0].corrections == ["buy-it", "borrow-dear", "borrow-it"])
    #expect(assessment.corrections.map(\.id) == ["borrow-it", "buy-it", "borrow-dear"])
  }

  @Test("leaves out a step that raises a score more than it helps, or helps nothing")
  func noHarm() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 5, corrections: ["fix-a"]), .small("b", when: isYes("b"), points: 9),
      .small("c", when: isYes("c"), corrections: ["fix-c"]),
    ]
    let corrections = [
      Correction.small("fix-a", sets: ["a": no, "b": .answer(yes)]), .small("fix-c", sets: ["c": no]),
    ]
    #expect(gains(assess(rules, corrections, ["a": yes, "b": .option("no"), "c": yes])).isEmpty)
  }

  @Test("gives back what lies beyond the end of the scale too, and says how much that is")
  func cap() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 70, corrections: ["fix-a"]),
      .small("b", when: isYes("b"), points: 50, corrections: ["fix-b"]),
    ]
    let assessment = assess(
      rules, [.small("fix-a", sets: ["a": no]), .small("fix-b", sets: ["b": no])], ["a": yes, "b": yes, "c": yes])
    #expect(gains(assessment) == ["fix-a 70", "fix-b 50"])
    #expect(assessment.scores[0].now?.low == 100 && assessment.scores[0].beyond == .init(now: 20))
  }

  @Test("sets numbers by formula, and options of a multiple choice")
  func kindsOfChange() {
    let questions = [
      Question.number("desk", 500...900, unit: .millimetre), .number("elbow", 500...900, unit: .millimetre),
      .choices("habits", ["slump", "twist", "none"], alone: ["none"]),
    ]
    let rules = [
      Rule.small(
        "high", when: .isWithin(.difference(.answer("desk"), .answer("elbow")), 31...Int.max), points: 8,
        corrections: ["lower-desk"]),
      .small("slumps", when: .hasAny("habits", ["slump"]), points: 6, corrections: ["sit-back"]),
    ]
    let corrections = [
      Correction.small("lower-desk", sets: ["desk": .formula(.answer("elbow"))]),
      .small("sit-back", sets: ["habits": .without(["slump"])]),
    ]
    let all: [Question.ID: Answer] = ["desk": .number(760), "elbow": .number(680), "habits": .options(["slump"])]
    #expect(gains(assess(rules, corrections, all, questions: questions)) == ["lower-desk 8", "sit-back 6"])
    let open = all.filter { $0.key != "elbow" }
    #expect(gains(assess(rules, corrections, open, questions: questions)) == ["sit-back 6"])
  }

  @Test("adds up to the scores now less the scores after, for anybody", arguments: 1...40)
  func addsUp(seed: Int) {
    var random = RandomPack(seed: seed)
    let plain = random.pack()
    let corrections = plain.questions.compactMap { question -> Correction? in
      let answers = RandomPack.all(of: question)
      return .small("fix-\(question.id)", sets: [question.id: .answer(answers[seed % answers.count])])
    }
    let rules = plain.rules.map {
      Rule.small(
        $0.id, applies: $0.applies, when: $0.when, points: $0.adds.first.map { 3 * $0.points } ?? 0,
        corrections: corrections.map(\.id))
    }
    let pack = Pack.small(
      questions: plain.questions, rules: rules, scores: plain.scores, measures: plain.measures, tables: plain.tables,
      corrections: corrections)
    let assessor = Assessor(pack, programVersion: "1")
    for _ in 0..<20 {
      let assessment = assessor.assess(random.answers(pack, missing: 0.2), date: "2026-01-31")
      for score in assessment.scores {
        guard let now = score.now, let after = score.after else { continue }
        let given = assessment.plan.flatMap(\.gives).filter { $0.score == score.id }.reduce(0) { $0 + $1.points }
        #expect(given == now.low + score.beyond.now - after.low - score.beyond.after)
      }
    }
  }
}
