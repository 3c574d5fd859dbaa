import TestSupport
import Testing

@testable import Ergonomics

@Suite("Links between the rows of a round")
struct RowLinksTests {
  @Test("are found in a pack")
  func team() {
    let (pack, links) = (Pack.team, RuleProgram(.team).rowLinks(includesHealth: true))
    let row = { id in pack.rules.firstIndex { $0.id == id }! }
    #expect(links.containers[row("footrest-far")] == [row("footrest")] && links.repeated.isEmpty)
    #expect(links.containers[row("chair")].isEmpty)
  }

  @Test("are not looked for between facts and what is about health")
  func apart() {
    let sore = Condition.all([.isOneOf("a", ["yes"]), .isOneOf("sore", ["yes"])])
    let program = RuleProgram(
      .small(
        questions: [.yesNo("a"), .yesNo("sore", isSensitive: true)],
        rules: [.small("a", when: .isOneOf("a", ["yes"])), .small("sore-a", when: sore), .small("sore-b", when: sore)]))
    let links = [true, false].map { program.rowLinks(includesHealth: $0) }
    for links in links { #expect(links.containers.allSatisfy { !$0.contains(0) } && links.certain[1].isEmpty) }
    #expect(links.map(\.repeated) == [[2], []])
  }

  @Test("stay where a pack is read with other wordings")
  func wordings() {
    #expect(Pack.team.with(questions: Pack.team.questions) == Pack.team)
  }

  @Test("leave out a finding that tells another one over again")
  func repetitions() {
    let pack = Pack.small(
      questions: [.yesNo("a"), .yesNo("b")],
      rules: [
        .small("a", when: .isOneOf("a", ["yes"])), .small("not-a", when: .isOneOf("a", ["no"])),
        .small("b", when: .isOneOf("b", ["yes"])),
      ])
    #expect(RuleProgram(pack).rowLinks(includesHealth: true).repeated == [1])
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
    var round = TeamRound(RuleProgram(pack))
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
    var round = TeamRound(RuleProgram(pack))
    for person in 0..<40 { round.add(Answers(id: "\(person)", ["a": .option("yes")]), team: "A") }
    var settings = TeamSettings.sample
    settings.includesHealth = true
    #expect(round.summary(settings).health?.findings.map(\.id) == ["sore"])
  }

  @Test("count a finding that the answers leave open where another one makes it certain")
  func certain() {
    let program = RuleProgram(
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
