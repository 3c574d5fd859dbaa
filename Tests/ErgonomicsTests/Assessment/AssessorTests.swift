import Ergonomics
import TestSupport
import Testing

@Suite("An assessment")
struct AssessorTests {
  private static func exercise(_ id: Exercise.ID, avoid: [Avoidance] = []) -> Exercise {
    Exercise(
      id: id, title: "Do \(id)", kind: "stretch", steps: ["Go."],
      dose: .init(sets: 1, reps: 5, hold: nil, often: "daily"),
      sources: ["source-of-\(id)"], easier: "Less.", stopIf: "it hurts", avoidWhen: avoid)
  }

  private static func card(_ level: CareCard.Level, _ sign: String) -> CareCard {
    CareCard(
      id: "\(level.rawValue)-card", level: level, title: "See somebody (\(level.rawValue))",
      when: .hasAny("signs", [sign]), ask: "a doctor", soon: "soon")
  }

  private static let pack = Pack.small(
    questions: [
      .choices("signs", ["numb", "fever", "stiff", "none"], alone: ["none"], isSensitive: true),
      .yesNo("sore_hip", isSensitive: true), .yesNo("slumps"),
      .number("spell", 0...120, askWhen: .isOneOf("slumps", ["yes"])),
    ],
    rules: [
      Rule(
        id: "slump", since: "1.0", title: "Slumping", when: .isWithin(.answer("spell"), 31...Int.max),
        adds: [.init(score: "load", points: 12)], loads: ["back-muscle"],
        finding: Template([.text("You slump for "), .value("spell"), .text(" on end.")]), why: "Because.",
        evidence: [
          Evidence(source: "b", strength: .limited, isAgainst: true, text: "Not so."),
          Evidence(source: "a", strength: .consensus, text: "Is so."),
          Evidence(source: "b", strength: .moderate, text: "So."),
        ], corrections: [], exercises: ["twist", "bend"], solved: "You move.")
    ],
    exercises: [
      exercise(
        "twist", avoid: [Avoidance(when: .isOneOf("sore_hip", ["yes"]), says: "your hip is sore", instead: "walk")]),
      exercise("bend"), exercise("walk"),
    ],
    muscles: [
      Muscle(id: "other", title: "Other", plainName: "other", function: "f", tenderness: "t"),
      Muscle(id: "back-muscle", title: "Back muscle", plainName: "back", function: "f", tenderness: "t"),
    ],
    careCards: [card(.routine, "stiff"), card(.urgent, "fever"), card(.emergency, "numb")],
    sources: [
      Source(id: "a", citation: "A", kind: "guideline"), Source(id: "b", citation: "B", kind: "trial"),
      Source(id: "c", citation: "C", kind: "trial"), Source(id: "source-of-bend", citation: "D", kind: "leaflet"),
      Source(id: "source-of-walk", citation: "E", kind: "leaflet"),
    ])

  private func assess(_ answers: [Question.ID: Answer]) -> Assessment {
    Assessor(Self.pack, programVersion: "1").assess(Answers(answers), date: "2026-01-31")
  }

  private let slumps: [Question.ID: Answer] = ["slumps": .option("yes"), "spell": .number(45)]

  @Test("tells what was told, why, and how sure, for before against")
  func finding() {
    let finding = assess(slumps).findings[0]
    #expect(finding.toldUs == "You slump for 45 min on end.")
    #expect(
      finding.reasons == [
        .init(condition: "spell at least 31 min", words: "Spell: 45 min (at least 31 min)", questions: ["spell"])
      ])
    #expect(finding.grade == .moderate)
    #expect(finding.evidence.map(\.isAgainst) == [false, false, true])
    #expect(assess(slumps).sources.map(\.id) == ["a", "b", "source-of-bend"])
    #expect(assess(slumps).muscles.map(\.id) == ["back-muscle"])
  }

  @Test("after an emergency answer holds the card and nothing else")
  func emergency() {
    let assessment = assess(slumps.merging(["signs": .options(["numb", "fever"])]) { $1 })
    #expect(assessment.isWithheld)
    #expect(assessment.careCards.map(\.id) == ["emergency-card"])
    #expect(assessment.scores.isEmpty && assessment.plan.isEmpty && assessment.findings.isEmpty)
    #expect(assessment.exercises.isEmpty && assessment.open.isEmpty && assessment.muscles.isEmpty)
    #expect(assessment.answers.allSatisfy { $0.findings.isEmpty })
  }

  @Test("after an urgent answer keeps the scores and leaves exercises out until somebody was asked")
  func urgent() {
    let assessment = assess(slumps.merging(["signs": .options(["fever", "stiff"])]) { $1 })
    #expect(assessment.careCards.map(\.level) == [.urgent, .routine])
    #expect(assessment.scores[0].now?.low == 12)
    #expect(assessment.exercises.isEmpty)
    #expect(assessment.leftOut.map(\.because) == [["See somebody (urgent)"], ["See somebody (urgent)"]])
  }

  @Test("shows no card on signs that are not answered")
  func openSigns() {
    #expect(assess(slumps).careCards.isEmpty)
    #expect(assess(["signs": .declined]).careCards.isEmpty)
  }

  @Test("fits exercises to the person: left out, replaced, or with a word of caution")
  func exercises() {
    let sore = assess(slumps.merging(["sore_hip": .option("yes")]) { $1 })
    #expect(sore.exercises.map(\.id) == ["walk", "bend"])
    #expect(sore.leftOut == [.init(id: "twist", title: "Do twist", because: ["your hip is sore"], instead: "walk")])
    #expect(sore.findings[0].exercises == ["bend"])
    let fine = assess(slumps.merging(["sore_hip": .option("no")]) { $1 })
    #expect(fine.exercises.map(\.id) == ["twist", "bend"])
    #expect(fine.exercises[0].notIf.isEmpty)
    #expect(assess(slumps).exercises[0].notIf == ["your hip is sore"])
  }

  @Test("tells of every question what became of it")
  func answerStates() {
    func states(_ answers: [Question.ID: Answer]) -> [Assessment.AnswerRecord.State] {
      assess(answers).answers.map(\.state)
    }
    #expect(states(slumps) == [.unanswered, .unanswered, .answered, .answered])
    #expect(states(["slumps": .option("no"), "spell": .number(45)]).suffix(2) == [.answered, .setAside])
    #expect(states(["slumps": .option("no")]).suffix(2) == [.answered, .notAsked])
    #expect(states(["slumps": .declined, "sore_hip": .declined]) == [.unanswered, .declined, .declined, .unanswered])
    #expect(assess(slumps).answers[3].findings == ["slump"])
    #expect(assess(slumps).answers[3].words == "45 min")
  }

  @Test("names the questions that would narrow a score")
  func openQuestions() {
    let open = assess(["slumps": .option("yes")])
    #expect(open.scores[0].openQuestions == ["spell"])
    #expect(open.scores[0].now == ScoreInterval(low: 0, high: 12, level: nil, levelHigh: "high"))
    #expect(
      open.open == [
        .init(id: "slump", title: "Slumping", adds: [.init(score: "load", points: 12)], decidedBy: ["spell"])
      ])
    #expect(assess([:]).open[0].decidedBy == ["slumps"])
  }

  @Test("explains why, why not, and what would decide")
  func explanation() {
    let assessor = Assessor(Self.pack, programVersion: "1")
    #expect(assessor.explain(Answers(slumps))[0].reasons.map(\.condition) == ["spell at least 31 min"])
    let short = assessor.explain(Answers(["slumps": .option("yes"), "spell": .number(30)]))[0]
    #expect(short.outcome == .clear)
    #expect(short.reasons.map(\.questions) == [["spell"]])
    #expect(assessor.explain(Answers(["slumps": .option("yes")]))[0].decidedBy == ["spell"])
  }

  @Test("explains by the answer that hides a question, and what would decide then")
  func hiddenQuestion() {
    let assessor = Assessor(Self.pack, programVersion: "1")
    let hidden = assessor.explain(Answers(["slumps": .option("no")]))[0]
    #expect(hidden.reasons.map(\.questions) == [["slumps"]])
    #expect(hidden.then == .undetermined && hidden.thenDecidedBy == ["spell"])
    let setAside = assessor.explain(Answers(["slumps": .option("no"), "spell": .number(45)]))[0]
    #expect(setAside.reasons.map(\.questions) == [["slumps"]])
    #expect(setAside.then == .found && setAside.thenDecidedBy.isEmpty)
    let short = assessor.explain(Answers(["slumps": .option("no"), "spell": .number(30)]))[0]
    #expect(short.reasons.map(\.questions) == [["spell"], ["slumps"]])
    #expect(short.then == .found)
  }

  @Test("asks no questions about a score that is exact")
  func exactScore() {
    let score = Score(id: "load", title: "Load", max: 5, bands: [Band(id: "low", from: 0, word: "fine")])
    let rules = ["a", "b"].map { id in
      Rule.small(id, when: .isOneOf(id, ["yes"]), points: 5)
    }
    let pack = Pack.small(questions: [.yesNo("a"), .yesNo("b")], rules: rules, scores: [score])
    let full = Assessor(pack, programVersion: "1").assess(Answers(["a": .option("yes")]), date: "2026-01-31")
    #expect(full.scores[0].now == ScoreInterval(low: 5, high: 5, level: "low", levelHigh: "low"))
    #expect(full.scores[0].openQuestions.isEmpty)
    #expect(full.open.map(\.decidedBy) == [["b"]])
  }

  @Test("tells questions that matter only together from those that matter never")
  func together() {
    let (a, b) = (Condition.isOneOf("a", ["yes"]), Condition.isOneOf("b", ["yes"]))
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b"), .number("x", 0...8), .number("y", 0...8)],
      rules: [
        .small("idle", when: .any([.all([a, b]), .all([a, .not(b)])])),
        .small("sum", when: .isWithin(.sum(.answer("x"), .answer("y")), 10...Int.max)),
      ])
    let said = Assessor(pack, programVersion: "1").explain(Answers())
    #expect(said[0].decidedBy == ["a"] && said[0].decidedTogether.isEmpty)
    #expect(said[1].decidedBy == ["x", "y"] || said[1].decidedTogether == ["x", "y"])
    let known = Assessor(pack, programVersion: "1").explain(Answers(["a": .option("yes"), "x": .number(5)]))
    #expect(known[0].decidedBy == ["b"])
    #expect(known[1].decidedBy == ["y"])
  }
}
