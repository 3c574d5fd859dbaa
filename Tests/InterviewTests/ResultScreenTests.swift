import Ergonomics
import Interview
import TestSupport
import Testing

@Suite("The result screen")
struct ResultScreenTests {
  private static let isYes = Condition.isOneOf("a", ["yes"])

  private func screen(_ answers: [Question.ID: Answer], rules: [Rule], cards: [CareCard] = []) -> String {
    let fix = Correction(
      id: "fix", title: "Fix the seat", effort: .adjust, who: "you", minutes: 1, cost: .free, steps: ["Do."],
      sets: [.init(question: "a", value: .answer(.option("no")))])
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b")], rules: rules, corrections: [fix], careCards: cards)
    let assessment = Assessor(pack, programVersion: "1").assess(Answers(answers), date: "2026-01-31")
    return ResultScreen(assessment, width: 60).text
  }

  private let rules = [
    Rule.small("one", when: isYes, points: 25, corrections: ["fix"]),
    .small("two", when: .isOneOf("b", ["yes"]), points: 25),
  ]

  @Test("says what helps most, the scores with what is open, and the first steps")
  func whole() {
    #expect(
      screen(["a": .option("yes")], rules: rules) == """
        One thing would help most: fix the seat.

        Load: 25 to 50 of 100, much (1 question open)
          ##########??????????....................

        Do first
        1  Fix the seat (gives back 25 load)

        """)
  }

  @Test("draws and names a scale from where it begins")
  func scale() {
    var assessment = Assessor(Pack.small(questions: [.yesNo("a")]), programVersion: "1")
      .assess(Answers(), date: "2026-01-31")
    let bands = [Band(id: "low", from: 1, word: "below 5"), Band(id: "high", from: 5, word: "5 or more")]
    assessment.scores = [
      .init(
        id: "s", title: "Strain", about: nil, max: 9, bands: bands,
        now: ScoreInterval(low: 1, high: 5, level: "low", levelHigh: "high"), after: nil, openQuestions: ["a"])
    ]
    let text = ResultScreen(assessment, width: 76).text
    #expect(text.contains("Strain: 1 to 5 on a scale from 1 to 9, below 5, could be \"5 or more\""))
    #expect(text.contains("\n  ????????????????????....................\n"))
  }

  @Test("shows several instruments each under its name, and in an emergency the cards of all once")
  func instruments() {
    let card = CareCard(
      id: "c", level: .emergency, title: "See a doctor now", when: Self.isYes, ask: "an ambulance", soon: "now")
    func assess(_ answer: String) -> [Assessment] {
      [[card], [card], []].map { cards in
        Assessor(
          Pack.small(questions: [.yesNo("a"), .yesNo("b")], rules: rules, careCards: cards), programVersion: "1")
      }.assess(Answers(["a": .option(answer)]), date: "2026-01-31")
    }
    let each = ResultScreen.text(of: assess("no"), width: 60)
    #expect(each.hasPrefix("Small\n=====\nNothing was found so far"))
    #expect(each.ranges(of: "Small\n=====").count == 3)
    let emergency = ResultScreen.text(of: assess("yes"), width: 60)
    #expect(emergency.ranges(of: "See a doctor now").count == 1)
    #expect(!emergency.contains("Load"))
  }

  @Test("never calls unknown fine")
  func unknown() {
    let text = screen([:], rules: rules)
    #expect(text.hasPrefix("Nothing was found so far; some questions are still open.\n"))
    #expect(text.contains("Load: 0 to 50 of 100, not known yet: 2 questions open\n"))
    let open = screen(["a": .option("no")], rules: rules)
    #expect(open.contains("Load: 0 to 25 of 100, fine, could be \"much\": 1 question open\n"))
  }

  @Test("says so when there is nothing to change")
  func nothing() {
    let text = screen(["a": .option("no"), "b": .option("no")], rules: rules)
    #expect(text.hasPrefix("Nothing at your workstation asks for a change.\n"))
    #expect(text.contains("Load: 0 of 100, fine\n"))
  }

  @Test("shows an emergency card alone")
  func emergency() {
    let card = CareCard(
      id: "c", level: .emergency, title: "See a doctor now", when: Self.isYes, ask: "an ambulance", soon: "now")
    let text = screen(["a": .option("yes")], rules: rules, cards: [card])
    #expect(text.hasPrefix("Please read this now: See a doctor now\n"))
    #expect(!text.contains("Load") && !text.contains("Do first"))
  }
}
