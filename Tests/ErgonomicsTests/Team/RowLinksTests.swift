import TestSupport
import Testing

@testable import Ergonomics

@Suite("Links between the rows of a round")
struct RowLinksTests {
  @Test("are found in a pack, with what adds to a score and its bands")
  func team() {
    let (pack, links) = (Pack.team, Program(.team).rowLinks())
    let row = { id in pack.rules.firstIndex { $0.id == id }! }
    let cuts = TeamRows(pack).cuts[0]
    #expect(links.containers[row("footrest-far")] == [row("footrest")] && links.repeated.isEmpty)
    #expect(links.containers[row("chair")].isEmpty && links.exclusives.allSatisfy(\.isEmpty))
    // Whether a score is known at all hangs on the other answers.
    #expect(links.containers[row("load")].isEmpty)
    #expect(links.containers[row("heavy-load")] == Set(cuts.prefix(3).dropFirst()))
    #expect(links.containers[cuts.upperBound - 1] == Set(cuts.dropLast()))
  }

  @Test("see the points of all rules that are certain to be found with one, and of those that cannot be")
  func sums() {
    func rule(_ id: String, _ when: Condition, _ points: Int) -> Rule { .small(id, when: when, points: points) }
    let (a, b, c) = (Condition.isOneOf("a", ["yes"]), Condition.isOneOf("b", ["yes"]), Condition.isOneOf("c", ["yes"]))
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("c")],
      rules: [
        rule("a", a, 4), rule("b", b, 4), rule("a-and-b", .all([a, b]), 2), rule("a-or-b", .any([a, b]), 4),
        rule("c", .all([c, .isOneOf("b", ["no"]), .isOneOf("a", ["no"])]), 3),
      ])  // `load` is high from 10
    let links = Program(pack).rowLinks()
    let high = TeamRows(pack).cuts[0].upperBound - 1
    #expect((0..<5).map { links.containers[$0].contains(high) } == [false, false, true, false, false])
    #expect((0..<5).map { links.exclusives[$0].contains(high) } == [false, false, false, false, true])
  }

  @Test("stay where a pack is read with other wordings")
  func wordings() {
    #expect(Pack.team.with(questions: Pack.team.questions) == Pack.team)
  }

  @Test("let no band stand that is but the findings that reach it, one by one")
  func unions() {
    let rules = ["a", "b"].map { Rule.small($0, when: .isOneOf($0, ["yes"]), points: 10) }
    let pack = Pack.small(questions: [.yesNo("a"), .yesNo("b")], rules: rules)  // `load` is high from 10
    #expect(pack.scores[0].bands.map(\.from) == [0, 10])
    #expect(Program(pack).rowLinks().repeated == [2, 3])
    var round = TeamRound(Program(pack))
    for person in 0..<20 { round.add(Answers(id: "\(person)", ["a": .option("yes")]), team: "A") }
    let summary = round.summary(.sample)
    #expect(summary.scores.isEmpty && summary.facts?.findings.count == 2)
  }

  @Test("leave out a finding that tells another one over again")
  func repetitions() {
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b")],
      rules: [
        .small("a", when: .isOneOf("a", ["yes"])), .small("not-a", when: .isOneOf("a", ["no"])),
        .small("b", when: .isOneOf("b", ["yes"])),
      ])
    #expect(Program(pack).rowLinks().repeated.intersection(pack.rules.indices) == [1])
  }

  @Test("leave out what is about health where a fact would narrow it")
  func health() {
    let pack = Pack.small(
      questions: [.yesNo("pocket"), .yesNo("sore", isSensitive: true), .yesNo("tired", isSensitive: true)],
      rules: [
        .small("pocket", when: .isOneOf("pocket", ["yes"])),
        .small("sore-there", when: .all([.isOneOf("pocket", ["yes"]), .isOneOf("sore", ["yes"])])),
        .small("tired", when: .isOneOf("tired", ["yes"])),
      ])
    var round = TeamRound(Program(pack))
    for person in 0..<40 { round.add(Answers(id: "\(person)", ["pocket": .option("yes")]), team: "A") }
    var settings = TeamSettings.sample
    settings.includesHealth = true
    #expect(round.summary(settings).health?.findings.map(\.id) == ["tired"])
  }

  @Test("leave out what is about health where several facts together would narrow it")
  func healthInUnions() {
    let (a, b) = (Condition.isOneOf("a", ["yes"]), Condition.isOneOf("b", ["yes"]))
    let sore = Rule.small("sore-there", when: .all([.any([a, b]), .isOneOf("sore", ["yes"])]))
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("sore", isSensitive: true)],
      rules: [.small("a", when: a), .small("b", when: b), sore, .small("sore", when: .isOneOf("sore", ["yes"]))])
    var round = TeamRound(Program(pack))
    for person in 0..<40 { round.add(Answers(id: "\(person)", ["a": .option("yes")]), team: "A") }
    var settings = TeamSettings.sample
    settings.includesHealth = true
    #expect(round.summary(settings).health?.findings.map(\.id) == ["sore"])
  }

  @Test("count a finding that the answers leave open where another one makes it certain")
  func certain() {
    let program = Program(
      .small(
        questions: [.yesNo("a"), .yesNo("b")],
        rules: [
          .small(
            "either", when: .any([.isOneOf("a", ["yes"]), .all([.isOneOf("a", ["no"]), .isOneOf("b", ["yes"])])])),
          .small("second", when: .isOneOf("b", ["yes"])),
        ]))
    let answers = Answers(id: "1", ["b": .option("yes")])
    #expect(program.outcomes(for: answers) == [.undetermined, .found])
    var round = TeamRound(program)
    round.add(answers, team: "A")
    #expect(round.counts().rows.prefix(2) == [[1], [1]])
  }
}
