import Ergonomics
import TestSupport
import Testing

@Suite("A plan that can be done")
struct FittingPlanTests {
  private func isYes(_ question: Question.ID) -> Condition { .isOneOf(question, ["yes"]) }
  private let yes = Answer.option("yes")
  private let no = Answer.option("no")
  private let questions = ["a", "b", "c", "d"].map { Question.yesNo($0) }

  private func fix(
    _ id: Correction.ID, asks: Correction.Demand? = nil, _ effort: Correction.Effort = .adjust,
    fits: Condition? = nil, avoid: Condition? = nil, notWith: [Correction.ID] = [], sets: [Question.ID: Answer]
  ) -> Correction {
    Correction(
      id: id, title: id, asks: asks, effort: effort, who: "you", minutes: 5, cost: .free, steps: ["Do it."],
      fitsWhen: fits.map { [.init(when: $0, says: "it fits")] } ?? [],
      avoidWhen: avoid.map { [.init(when: $0, says: "it hurts")] } ?? [], notWith: notWith,
      sets: sets.sorted { $0.key < $1.key }.map { .init(question: $0.key, value: .answer($0.value)) })
  }

  private func assess(
    _ rules: [Rule], _ corrections: [Correction], _ answers: [Question.ID: Answer], cards: [CareCard] = [],
    _ disclosure: Disclosure = .everything
  ) -> Assessment {
    let pack = Pack.small(questions: questions, rules: rules, corrections: corrections, careCards: cards)
    return Assessor(pack, programVersion: "1").assess(Answers(answers), date: "2026-01-31", disclosure)
  }

  private func steps(_ assessment: Assessment) -> [String] { assessment.plan.map(\.correction) }

  @Test("has only steps that fit, and says what would have to be so where nothing else is left")
  func fits() {
    let rules = [Rule.small("a", when: isYes("a"), points: 5, corrections: ["fix-a"])]
    let fixes = [fix("fix-a", fits: isYes("b"), sets: ["a": no])]
    #expect(steps(assess(rules, fixes, ["a": yes, "b": yes])) == ["fix-a"])
    let unfit = assess(rules, fixes, ["a": yes, "b": no])
    #expect(unfit.plan.isEmpty && unfit.findings[0].corrections.isEmpty)
    #expect(unfit.leftOutCorrections == [.init(id: "fix-a", title: "fix-a", because: [], unless: ["it fits"])])
    let open = assess(rules, fixes, ["a": yes])
    #expect(steps(open) == ["fix-a"] && open.corrections[0].onlyIf == ["it fits"])
  }

  @Test("judges what fits by the answers that earlier steps leave")
  func fitsLater() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 5, corrections: ["fix-a"]),
      .small("b", when: .isOneOf("b", ["no"]), points: 9, corrections: ["fix-b"]),
    ]
    let fixes = [fix("fix-a", fits: isYes("b"), sets: ["a": no]), fix("fix-b", sets: ["b": yes])]
    let assessment = assess(rules, fixes, ["a": yes, "b": no])
    #expect(steps(assessment) == ["fix-b", "fix-a"])
    #expect(assessment.corrections.allSatisfy { $0.onlyIf.isEmpty })
  }

  @Test("leaves out what speaks against a person, with the reason")
  func avoid() {
    let rules = [Rule.small("a", when: isYes("a"), points: 5, corrections: ["run", "fix-a"])]
    let fixes = [fix("run", avoid: isYes("c"), sets: ["a": no]), fix("fix-a", .buy, sets: ["a": no])]
    let sore = assess(rules, fixes, ["a": yes, "c": yes])
    #expect(steps(sore) == ["fix-a"])
    #expect(sore.leftOutCorrections == [.init(id: "run", title: "run", because: ["it hurts"])])
    let open = assess(rules, fixes, ["a": yes])
    #expect(steps(open) == ["run"] && open.corrections[0].notIf == ["it hurts"])
  }

  @Test("asks nothing of the body beside an urgent card, nor where health must not be told", arguments: ["yes", "no"])
  func heldBack(sign: String) {
    let rules = [Rule.small("a", when: isYes("a"), points: 5, corrections: ["run", "massage", "sit"])]
    let fixes = [
      fix("run", asks: .exertion, sets: ["a": no]), fix("massage", asks: .handsOn, sets: ["a": no]),
      fix("sit", .buy, sets: ["a": no]),
    ]
    let cards = [
      CareCard(id: "card", level: .urgent, title: "See a doctor", when: isYes("d"), ask: "A doctor", soon: "Today")
    ]
    let answers: [Question.ID: Answer] = ["a": yes, "d": .option(sign)]
    let own = assess(rules, fixes, answers, cards: cards)
    // What is done at once comes before what asks something of the body.
    #expect(steps(own) == ["sit"])
    #expect(own.findings[0].corrections == (sign == "yes" ? ["sit"] : ["run", "massage", "sit"]))
    #expect(own.leftOutCorrections.map(\.because) == (sign == "yes" ? [["See a doctor"], ["See a doctor"]] : []))
    let told = assess(rules, fixes, answers, cards: cards, .workstation)
    #expect(steps(told) == ["sit"] && told.findings[0].corrections == ["sit"])
    #expect(told.leftOutCorrections.isEmpty && told.careCards.isEmpty)
  }

  @Test("never moves back what a step has moved, and keeps apart what is declared not to go together")
  func noOpposites() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 9, corrections: ["up"]),
      .small("c", when: isYes("c"), points: 5, corrections: ["down"]),
    ]
    let opposite = [fix("up", sets: ["a": no, "b": yes]), fix("down", sets: ["c": no, "b": no])]
    let start: [Question.ID: Answer] = ["a": yes, "b": no, "c": yes]
    #expect(steps(assess(rules, opposite, start)) == ["up"])
    #expect(assess(rules, opposite, start).findings[1].corrections.isEmpty)
    let apart = [fix("up", sets: ["a": no]), fix("down", notWith: ["up"], sets: ["c": no])]
    #expect(steps(assess(rules, apart, start)) == ["up"])
    #expect(steps(assess(rules, [fix("up", sets: ["a": no]), fix("down", sets: ["c": no])], start)) == ["up", "down"])
  }

  @Test("takes two or three steps together where one alone gives back nothing", arguments: [2, 3])
  func together(count: Int) {
    let names = Array(["a", "b", "c"].prefix(count))
    let rules = [Rule.small("any", when: .any(names.map(isYes)), points: 9, corrections: names.map { "fix-\($0)" })]
    let fixes = names.map { fix("fix-\($0)", sets: [$0: no]) }
    let assessment = assess(rules, fixes, Dictionary(uniqueKeysWithValues: names.map { ($0, yes) }))
    #expect(steps(assessment) == names.map { "fix-\($0)" })
    #expect(assessment.plan.map(\.isWithNext) == names.map { $0 != names.last })
    #expect(assessment.plan.map { $0.gives.map(\.points) } == names.map { $0 == names.last ? [9] : [] })
    #expect(assessment.plan.together.map(\.count) == [count])
  }

  @Test("leaves no new finding that adds points: it sees to it in the same breath, or takes another step")
  func noNewFindings() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 9, corrections: ["fix-a", "costly"]),
      .small("b", when: isYes("b"), points: 4, corrections: ["fix-b"]),
    ]
    let breaking = fix("fix-a", sets: ["a": no, "b": yes])
    let start: [Question.ID: Answer] = ["a": yes, "b": no]
    let mended = assess(
      rules, [breaking, fix("fix-b", fits: isYes("d"), sets: ["b": no])], start.merging(["d": yes]) { $1 })
    // A step that only moves back what the first has moved is none.
    #expect(mended.plan.isEmpty)
    let other = assess(rules, [breaking, fix("costly", .buy, sets: ["a": no])], start)
    #expect(steps(other) == ["costly"])
  }

  @Test("raises no upper end")
  func noHigherEnds() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 3, corrections: ["fix-a"]),
      .small("b", applies: .isOneOf("a", ["no"]), when: isYes("b"), points: 9),
    ]
    #expect(assess(rules, [fix("fix-a", sets: ["a": no])], ["a": yes]).plan.isEmpty)
    #expect(steps(assess(rules, [fix("fix-a", sets: ["a": no])], ["a": yes, "b": no])) == ["fix-a"])
  }

  @Test("drops a step that later ones make needless")
  func needless() {
    let rules = [
      Rule.small("a", when: isYes("a"), points: 9, corrections: ["fix-a"]),
      .small("b", when: isYes("b"), points: 5, corrections: ["both"]),
    ]
    let assessment = assess(
      rules, [fix("fix-a", sets: ["a": no]), fix("both", sets: ["a": no, "b": no])], ["a": yes, "b": yes])
    #expect(steps(assessment) == ["both"])
  }
}

@Suite("A plan for a score worked out by a chart")
struct ChartPlanTests {
  @Test("goes over a plateau, with no step that is not needed")
  func plateau() {
    let names = ["a", "b", "c", "d", "e"]
    let isBad = names.map { Condition.isOneOf($0, ["yes"]) }
    let questions = names.map { Question.choice($0, ["yes", "no"], points: [2, 1]) }
    let worst = Formula.greatest(names.dropLast().map { .points($0) })
    let pack = Pack.small(
      questions: questions,
      rules: zip(names, isBad).map { Rule.small($0, when: $1, corrections: ["fix-\($0)"]) },
      scores: [Score(id: "chart", title: "Chart", formula: worst, bands: [Band(id: "low", from: 1, word: "fine")])],
      corrections: names.map { name in
        Correction(
          id: "fix-\(name)", title: name, effort: .adjust, who: "you", minutes: 1, cost: .free, steps: ["Do it."],
          sets: [.init(question: name, value: .answer(.option("no")))])
      })
    let answers = Answers(Dictionary(uniqueKeysWithValues: names.map { ($0, Answer.option("yes")) }))
    let assessment = Assessor(pack, programVersion: "1").assess(answers, date: "2026-01-31")
    #expect(assessment.plan.map(\.correction) == ["fix-a", "fix-b", "fix-c", "fix-d"])
    #expect(assessment.plan.map(\.isWithNext) == [true, true, true, false])
    #expect(assessment.scores[0].now?.low == 2 && assessment.scores[0].after?.low == 1)
  }
}
