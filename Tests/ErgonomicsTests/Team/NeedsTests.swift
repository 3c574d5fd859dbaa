import TestSupport
import Testing

@testable import Ergonomics

@Suite("Needs")
struct NeedsTests {
  /// A seat that is low can be raised where it adjusts; else a spare chair does, but at home, and a new one everywhere.
  private static let pack: Pack = {
    let low = Condition.isOneOf("seat", ["low"])
    let questions: [Question] = [
      .choice("seat", ["low", "fine"]), .choice("kind", ["chair", "stool"]), .yesNo("pain", isSensitive: true),
      .yesNo("adjusts", askWhen: .isOneOf("kind", ["chair"])), .yesNo("home"),
    ]
    func correction(
      _ id: String, _ who: String, _ effort: Correction.Effort, item: String? = nil, fits: Condition? = nil,
      avoid: Condition? = nil, helps: Bool = true
    ) -> Correction {
      Correction(
        id: id, title: id, effort: effort, who: who, minutes: 1, cost: .free, item: item, steps: ["Do it."],
        fitsWhen: fits.map { [.init(when: $0, says: "it can be")] } ?? [],
        avoidWhen: avoid.map { [.init(when: $0, says: "it hurts", instead: nil)] } ?? [],
        sets: helps ? [.init(question: "seat", value: .answer(.option("fine")))] : [])
    }
    let corrections = [
      correction("talk", "you", .organise, helps: false),
      correction("raise", "you", .adjust, fits: .isOneOf("adjusts", ["yes"]), avoid: .isOneOf("pain", ["yes"])),
      correction("box", "you", .borrow, item: "a box"),
      correction("spare", "facilities", .rearrange, item: "a chair", fits: .not(.isOneOf("home", ["yes"]))),
      correction("buy", "manager", .buy, item: "a new chair"),
    ]
    let rules = [
      Rule.small("low", when: low, corrections: corrections.map(\.id), found: ["seat": .option("low")]),
      Rule.small("sore", when: .all([low, .isOneOf("pain", ["yes"])]), corrections: ["buy"]),
    ]
    return .small(questions: questions, rules: rules, corrections: corrections)
  }()
  private static let round = TeamRound(RuleProgram(pack))

  /// The corrections that are needed by somebody with these answers.
  private func needed(_ answers: [Question.ID: String]) -> [String] {
    var round = Self.round
    round.add(Answers(answers.mapValues { .option($0) }), team: "A")
    let counts = round.counts()
    return round.needs.filter { counts.rows[$0.row][0] == 1 }.map { Self.pack.corrections[$0.correction].id }
  }

  @Test("are of corrections that take the finding away, first of their part, and never of a finding about health")
  func parts() {
    let needs = Self.round.needs
    #expect(Set(needs.map { Self.pack.corrections[$0.correction].id }) == ["raise", "box", "spare", "buy"])
    #expect(needs.allSatisfy { Self.pack.rules[$0.finding].id == "low" })
    #expect(needs.allSatisfy { !Self.round.program.rules[$0.row].isAboutHealth })
  }

  @Test("are for those whom nothing before fits: also where what would decide that is not asked")
  func first() {
    #expect(needed(["seat": "low", "kind": "chair", "adjusts": "yes", "home": "no"]) == ["raise"])
    #expect(needed(["seat": "low", "kind": "chair", "adjusts": "no", "home": "no"]) == ["box", "spare"])
    #expect(needed(["seat": "low", "kind": "stool", "home": "yes"]) == ["box", "buy"])
    #expect(needed(["seat": "fine", "kind": "stool", "home": "yes"]).isEmpty)
  }

  @Test("of one item are one, for whomever any of its corrections fits")
  func alike() throws {
    var pack = Self.pack
    let chairs = [3, 4].map { place -> Correction in
      let its = pack.corrections[place]
      return Correction(
        id: its.id, title: its.title, effort: its.effort, who: its.who, minutes: 1, cost: .free, item: "a chair",
        steps: its.steps, fitsWhen: its.fitsWhen, sets: its.sets)
    }
    pack.corrections.replaceSubrange(3...4, with: chairs)
    let round = TeamRound(RuleProgram(pack))
    let need = try #require(round.needs.first { pack.corrections[$0.correction].part == .decide })
    #expect(round.needs.count == 3 && need.correction == 3 && need.alike == [4])
  }

  @Test("count nobody of whom a missing answer leaves it open")
  func unknown() {
    #expect(needed(["seat": "low", "kind": "chair", "home": "no"]).isEmpty)
    #expect(needed(["seat": "low", "kind": "stool"]) == ["box"])
  }

  @Test("do not hang on answers about health")
  func health() {
    for pain in ["yes", "no"] {
      #expect(needed(["seat": "low", "kind": "chair", "adjusts": "yes", "home": "no", "pain": pain]) == ["raise"])
    }
  }

  @Test("are told as steps inside those of their finding, and leave its figures as they are without them")
  func told() throws {
    var random = SeededGenerator(7)
    for _ in 0..<40 {
      var round = Self.round
      let share = Int.random(in: 0...100, using: &random)
      for person in 0..<Int.random(in: 10...70, using: &random) {
        func yes(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
        let answers = [
          "seat": yes(share) ? "low" : "fine", "kind": yes(60) ? "chair" : "stool", "home": yes(40) ? "yes" : "no",
          "adjusts": yes(50) ? "yes" : "no",
        ]
        round.add(Answers(answers.mapValues { .option($0) }), team: "team \(person % 3)")
      }
      let rows = round.layout.rules.filter {
        !round.links.repeated.contains($0) && !round.program.rules[$0].isAboutHealth
      }
      let all = TeamRelease(round, StepMethod(width: 5), told: DisclosedRows(rows, scores: [], round, lesser: 2..<9))
      let alone = TeamRelease(round, StepMethod(width: 5), told: DisclosedRows([0], scores: [], round))
      let finding = try #require(all.rows[0]?.everyone)
      #expect(finding.low >= (alone.rows[0]?.everyone.low ?? 0) - 5)
      for need in round.needs {
        guard let step = all.rows[need.row]?.everyone else { continue }
        #expect(step.low <= finding.low)
        #expect(step.low <= round.counts().rows[need.row].reduce(0, +))
      }
    }
  }
}
