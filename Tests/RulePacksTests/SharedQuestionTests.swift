import Ergonomics
import TestSupport
import Testing

@testable import RulePacks

@Suite("Packs that are used together")
struct SharedQuestionTests {
  private func pack(_ id: Pack.ID, _ questions: [Question], _ rules: [Rule] = []) -> Pack {
    let small = Pack.small(questions: questions, rules: rules)
    return Pack(
      id: id, version: "1.0.0", hash: "0123abcd", title: id, notSure: small.notSure, scores: small.scores,
      sections: small.sections, questions: questions, measures: small.measures, rules: rules)
  }

  private func same(_ question: Question, as pack: Pack.ID, _ other: Question.ID) -> Question {
    var question = question
    question.sameAs = Question.Elsewhere(pack: pack, question: other)
    return question
  }

  private func problems(_ packs: Pack...) -> [String] {
    do throws(PackRefused) {
      _ = try SharedQuestions.resolve(packs)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("ask a shared question once, and each reads the answer")
  func askedOnce() throws {
    let first = pack("one", [.yesNo("a"), .yesNo("b")], [.small("x", when: .isOneOf("a", ["yes"]), points: 5)])
    let second = pack(
      "two", [same(.yesNo("c"), as: "one", "a"), .yesNo("d", askWhen: .isOneOf("c", ["no"]))],
      [.small("y", when: .not(.isOneOf("c", ["yes"])), points: 7)])
    for packs in [[first, second], [second, first]] {
      let resolved = try SharedQuestions.resolve(packs)
      #expect(Set(resolved.questionnaire.questions.map(\.id)) == ["a", "b", "d"])
      #expect(resolved.questionnaire.questions.count == 3)
      let answers = Answers(["a": .option("no")])
      let outcomes = resolved.map { RuleProgram($0).outcomes(for: answers) }
      #expect(outcomes == packs.map { $0.id == "one" ? [.clear] : [.found] })
    }
  }

  @Test("are another pack together than the first alone: saved answers are not taken for its own")
  func identity() throws {
    let (first, second) = (pack("one", [.yesNo("a")]), pack("two", [.yesNo("b")]))
    #expect([first].questionnaire == first)
    #expect([first, second].questionnaire.id == "one.two")
    #expect([first, second].questionnaire.hash == "0123abcd.0123abcd")
  }

  @Test("keep their own question where the other pack is not there")
  func alone() throws {
    let second = pack("two", [same(.yesNo("c"), as: "one", "a")])
    #expect(try SharedQuestions.resolve([second]) == [second])
    let cuts = Pack(
      id: "three", version: "1.0.0", hash: "0123abcd", title: "Three", notSure: "?", scores: [.load], sections: [],
      questions: [.yesNo("c")], rules: [], families: [["x", "y"]])
    #expect(try SharedQuestions.resolve([second, cuts])[1] == cuts)
  }

  @Test("find a shared question by each of its ids and wordings, in each of them")
  func findable() throws {
    func feet(_ id: Question.ID, _ options: [String], _ text: String, aliases: [String]) -> Question {
      let options = zip(["flat", "hanging"], options).map { AnswerOption(id: $0, text: $1) }
      return Question(
        id: id, section: "all", kind: .choice(options), label: "Feet", text: text, help: "Look.", aliases: aliases)
    }
    let ours = feet("a", ["Flat", "Hanging"], "How are your feet?", aliases: [])
    let theirs = feet("c", ["On the floor", "In the air"], "Where are your feet?", aliases: ["Q7"])
    let packs = try SharedQuestions.resolve([
      pack("one", [ours, .yesNo("b")]), pack("two", [same(theirs, as: "one", "a"), .yesNo("d")]),
    ])
    for pack in packs + [packs.questionnaire] {
      let question = try #require(pack.question(named: "c"))
      #expect(question.id == "a" && pack.question(named: "a") == question)
      #expect(question.ids == ["a", "c"])
      #expect(Set([question.text] + question.aliases) == ["How are your feet?", "Where are your feet?", "Q7"])
      let readings = ["Flat", "on the floor", "flat"].map { question.answer(from: $0, notSure: "?") }
      #expect(readings == Array(repeating: .success(.option("flat")), count: 3))
    }
    #expect(packs[0].question(named: "b") == .yesNo("b"))
  }

  @Test("leave to another question an id or a wording that is its own")
  func ownNamesFirst() throws {
    let first = pack("one", [.yesNo("a"), .yesNo("b"), .yesNo("q")])
    let second = pack("two", [same(.yesNo("c"), as: "one", "a"), same(.yesNo("d"), as: "one", "b")])
    let third = pack("three", [.yesNo("c"), same(.yesNo("e"), as: "one", "a"), same(.yesNo("f"), as: "one", "q")])
    let fourth = pack("four", [same(.yesNo("f"), as: "one", "b")])
    let packs = try SharedQuestions.resolve([first, second, third, fourth])
    #expect(packs[0].questions.map(\.ids) == [["a", "e"], ["b", "d"], ["q"]])
    #expect(packs[2].questions.map(\.ids) == [["c"], ["a", "e"], ["q"]])
    #expect([0, 2].map { packs[$0].question("a")?.aliases } == [["What about e?"], ["What about a?"]])
  }

  @Test("follow a question through several packs")
  func chain() throws {
    let packs = [
      pack("three", [same(.yesNo("e"), as: "two", "c")]), pack("two", [same(.yesNo("c"), as: "one", "a")]),
      pack("one", [.yesNo("a")]),
    ]
    #expect(try SharedQuestions.resolve(packs).map { $0.questions.map(\.id) } == [["a"], ["a"], ["a"]])
  }

  @Test("rename a question wherever it is named")
  func everywhere() throws {
    let question = same(.number("minutes", 0...600), as: "one", "spell")
    let answer = Formula.answer("minutes")
    let measure = Measure(id: "twice", title: "Twice", unit: .minute, formula: .sum(answer, answer))
    let correction = Correction(
      id: "stop", title: "Stop", effort: .adjust, who: "you", minutes: 0, cost: .free, steps: ["Stop."],
      sets: [.init(question: "minutes", value: .formula(.difference(answer, .constant(5))))])
    let rule = Rule(
      id: "long", since: "1.0", title: "Long", when: .isWithin(.measure("twice"), 120...Int.max),
      adds: [.init(score: "load", points: 5)], finding: Template([.text("You sit "), .value("minutes")]),
      why: "Because.",
      corrections: ["stop"], solved: "Shorter.",
      examples: [.init(outcome: .found, says: "long", answers: Answers(["minutes": .number(90)]))])
    let second = Pack(
      id: "two", version: "1.0.0", hash: "0123abcd", title: "Two", notSure: "Not sure", scores: [.load],
      sections: [Section(id: "all", title: "All")], questions: [question], measures: [measure], rules: [rule],
      corrections: [correction])
    let resolved = try SharedQuestions.resolve([pack("one", [.number("spell", 0...600)]), second])[1]
    #expect(!"\(resolved)".replacing("otherIDs: [\"minutes\"]", with: "").contains("minutes\""))
    let assessment = Assessor(resolved, programVersion: "1").assess(Answers(["spell": .number(90)]), date: "2026-01-31")
    #expect(assessment.findings.map(\.toldUs) == ["You sit 90 min"])
    #expect(RuleProgram(resolved).outcomes(for: resolved.rules[0].examples[0].answers) == [.found])
  }

  @Test("ask a shared question where any of them asks it, and show the warning signs of all")
  func jointQuestionnaire() throws {
    let x = Condition.isOneOf("x", ["yes"])
    let card = CareCard(id: "now", level: .emergency, title: "Now", when: x, ask: "Somebody.", soon: "Now.")
    let other = CareCard(id: "now", level: .emergency, title: "Now", when: .not(x), ask: "Somebody.", soon: "Now.")
    let packs = [
      Pack.small(questions: [.yesNo("x"), .yesNo("a", askWhen: x), .yesNo("b", askWhen: x)], careCards: [card]),
      Pack.small(questions: [.yesNo("x"), .yesNo("a", askWhen: .not(x)), .yesNo("b")], careCards: [other]),
    ]
    let joint = packs.questionnaire
    #expect(joint.questions.map(\.askWhen) == [nil, .any([x, .not(x)]), nil])
    #expect(joint.careCards == [card, other])
    #expect(joint.sections.count == 1)
  }

  @Test("are refused where something of the same id is not the same")
  func clashes() {
    #expect(
      problems(pack("one", [.choice("a", ["x", "y"])]), pack("two", [.choice("a", ["x", "z"])])) == [
        """
        two: 'a' is in 'one' too, with other options
          help: give one of them another id, or let both agree
        """
      ])
    let number = Question.number("a", 0...10)
    #expect(problems(pack("one", [number]), pack("two", [.number("a", 0...11)]))[0].contains("units or bounds"))
    #expect(problems(pack("one", [number]), pack("two", [.yesNo("a")]))[0].contains("kinds"))
    let health = Question.yesNo("a", isSensitive: true)
    #expect(problems(pack("one", [.yesNo("a")]), pack("two", [health]))[0].contains("health settings"))
    #expect(problems(pack("one", [.yesNo("a")]), pack("two", [.yesNo("a")])).isEmpty)
  }

  @Test("are refused where a measure decides what is asked, and is another in the other pack")
  func measures() {
    func pack(_ id: Pack.ID, _ formula: Formula, askWhen: Condition?) -> Pack {
      let measure = Measure(id: "m", title: "M", unit: .minute, formula: formula)
      return Pack(
        id: id, version: "1.0.0", hash: "0123abcd", title: id, notSure: "?", scores: [.load], sections: [],
        questions: [.number("n", 0...10), .yesNo("\(id)_a", askWhen: askWhen)], measures: [measure], rules: [])
    }
    let twice = Formula.sum(.answer("n"), .answer("n"))
    let asks = Condition.isWithin(.measure("m"), 5...Int.max)
    #expect(problems(pack("one", .answer("n"), askWhen: nil), pack("two", twice, askWhen: nil)).isEmpty)
    for (first, second) in [(asks, nil), (nil, asks)] as [(Condition?, Condition?)] {
      let found = problems(pack("one", .answer("n"), askWhen: first), pack("two", twice, askWhen: second))
      #expect(found.map { $0.prefix(35) } == ["two: 'm' is in 'one' too, with othe"])
    }
  }

  @Test("are refused where same-as leads nowhere, or twice to the same question")
  func sameAs() {
    #expect(
      problems(pack("one", [.yesNo("standing")]), pack("two", [same(.yesNo("c"), as: "one", "standin")])) == [
        """
        two: question 'c' is the same as 'standin' of 'one', which has no such question
          help: did you mean 'standing'?
        """
      ])
    let twice = [same(.yesNo("c"), as: "one", "a"), same(.yesNo("d"), as: "one", "a")]
    #expect(problems(pack("one", [.yesNo("a")]), pack("two", twice))[0].contains("would be a second 'a'"))
  }

  @Test("are refused where one is named twice")
  func namedTwice() {
    #expect(problems(pack("one", [.yesNo("a")]), pack("one", [.yesNo("a")]))[0].contains("named twice"))
  }

  @Test("are read from a pack with same-as")
  func reading() throws {
    let folder = SmallPack.edited([
      .init("questions.xml", "id=\"seat_height\" kind", "id=\"seat_height\" same-as=\"other-pack/height\" kind"),
      .init("questions.xml", "id=\"support\" kind", "id=\"support\" same-as=\"other-pack/lumbar\" kind"),
    ])
    let pack = try SmallPack.loader.load(folder)
    #expect(pack.question("seat_height")?.sameAs == Question.Elsewhere(pack: "other-pack", question: "height"))
    #expect(pack.question("support")?.sameAs == Question.Elsewhere(pack: "other-pack", question: "lumbar"))
    #expect(pack.question("support")?.askWhen != nil)
  }
}
