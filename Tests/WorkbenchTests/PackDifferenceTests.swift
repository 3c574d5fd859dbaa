import Ergonomics
import TestSupport
import Testing

@testable import Workbench

@Suite("The difference of two states of a pack")
struct PackDifferenceTests {
  private func difference(_ old: Pack, _ new: Pack, _ count: Int = 500) -> PackDifference {
    let (before, after) = (RuleProgram(old), RuleProgram(new))
    return PackDifference(before, after, impact: .drawn(count, seed: 1, from: before, to: after))
  }

  @Test("counts whom rules tell something different as one person after the other would")
  func smallPacks() {
    var random = RandomConditions(generator: SeededGenerator(9), hasFormulas: true)
    var changed = 0
    for _ in 0..<20 {
      let (old, new) = (SmallWorld.rule(random.condition()), SmallWorld.rule(random.condition()))
      let packs = [old, new].map { SmallWorld.pack.asking([$0]) }
      let difference = difference(packs[0], packs[1])
      var drawn = DrawnPeople(RuleProgram(packs[1]), seed: 1)
      let people = drawn.next(500)
      let told = RuleVariants.outcomes(of: [old, new], in: SmallWorld.pack, for: people)
      let gained = people.indices.filter { told[0][$0] != .found && told[1][$0] == .found }
      let lost = people.indices.filter { told[0][$0] == .found && told[1][$0] != .found }
      let rule = difference.impact.rules[0]
      #expect(rule.gained == gained.map { people[$0].id } && rule.lost == lost.map { people[$0].id })
      #expect(rule.examples == (gained + lost).sorted().prefix(3).map { people[$0] })
      for person in rule.examples { #expect(!difference.shift(of: "rule", for: person).reasons.isEmpty) }
      changed += rule.gained.count + rule.lost.count
    }
    #expect(changed > 100)
  }

  @Test("finds a witness of a limit that moved, also where an option is new or gone, and says where there is none")
  func witnesses() {
    let sits = { (limit: Int) in Rule.small("sits", when: .isWithin(.answer("hours"), limit...Int.max)) }
    let hours = Question.number("hours", 0...600)
    func seat(_ options: [String]) -> Question { .choice("seat", options) }
    let old = Pack.small(
      questions: [hours, seat(["stool", "bed"])],
      rules: [
        sits(360), .small("soft", when: .isOneOf("seat", ["bed"])), .small("gone", when: .isOneOf("seat", ["stool"])),
      ])
    let new = Pack.small(
      questions: [hours, seat(["stool", "bed", "ball"])],
      rules: [
        sits(300), .small("soft", when: .not(.isOneOf("seat", ["stool"]))),
        .small("new", when: .isOneOf("seat", ["ball"])),
      ])
    let told = difference(old, new).witnesses
    let answers = Dictionary(uniqueKeysWithValues: told.map { ($0.rule, $0.disagreement) })
    #expect(answers["sits"] == .answers(Answers(["hours": .number(300)])))
    #expect(answers["soft"] == .answers(Answers(["seat": .option("ball")])))
    #expect(answers["new"] == .answers(Answers(["seat": .option("ball")])))
    #expect(answers["gone"] == .answers(Answers(["seat": .option("stool")])))
    let doubled = Rule.small("sits", when: .all([sits(360).when, sits(300).when]))
    let same = difference(old, Pack.small(questions: old.questions, rules: [doubled] + old.rules.dropFirst())).witnesses
    #expect(same.map(\.rule) == ["sits"] && same.first?.disagreement == Disagreement.none)
  }

  @Test("tells in words what is new, gone and changed, part by part")
  func words() {
    let old = Pack.small(
      questions: [.choice("seat", ["stool", "bed"])], rules: [.small("a", when: .isOneOf("seat", ["bed"]))])
    let new = Pack.small(
      questions: [.choice("seat", ["stool", "bed", "ball"])],
      rules: [.small("a", when: .isOneOf("seat", ["bed", "ball"])), .small("b", when: .isOneOf("seat", ["ball"]))])
    let told = PackChanges(from: old, to: new).changes.map {
      "\($0.kind.rawValue) \($0.id) \($0.part ?? "-"): \($0.before ?? "-") > \($0.after ?? "-")"
    }
    #expect(
      told == [
        "question seat option ball: - > Ball", "rule a when: seat is bed > seat in (bed, ball)",
        "rule b -: - > Title of b",
      ])
  }

  @Test("of the main pack with another limit counts 2,000 people as one after the other would, the same each time")
  func mainPack() throws {
    let old = try Pack.shipped("lower-back-hips")
    var new = old
    let place = try #require(old.rules.firstIndex { $0.id == "sitting-over-six-hours" })
    new.rules[place].when = .isWithin(.answer("sitting_time"), 301...Int.max)
    let difference = difference(old, new, 2_000)
    var drawn = DrawnPeople(RuleProgram(new), seed: 1)
    let people = drawn.next(2_000)
    let (before, after) = (RuleProgram(old), RuleProgram(new))
    let gained = people.filter {
      before.outcomes(for: $0)[place] != .found && after.outcomes(for: $0)[place] == .found
    }
    #expect(difference.impact.rules[place].gained == gained.map(\.id) && gained.count > 20)
    #expect(difference.impact.rules.filter(\.isChanged).map(\.id) == ["sitting-over-six-hours"])
    #expect(difference.witnesses.map(\.disagreement) == [.answers(Answers(["sitting_time": .number(301)]))])
    #expect(self.difference(old, new, 2_000).impact.first == difference.impact.first)
  }
}

@Suite("People drawn at random")
struct DrawnPeopleTests {
  @Test("answer only what the questionnaire asks them")
  func asked() throws {
    let program = RuleProgram(try Pack.shipped("lower-back-hips"))
    var drawn = DrawnPeople(program, seed: 2)
    let people = drawn.next(300)
    var answered = 0
    for person in people {
      var (block, verdicts) = (AnswerBlock(program), Verdicts(program, .scoring))
      block.set(person, for: 0, in: program)
      verdicts.evaluate(block, count: 1)
      for (place, question) in program.questions.enumerated() where person[question.id] != nil {
        answered += 1
        #expect(verdicts.reach(place, of: block).asked & 1 == 1, "\(question.id)")
      }
    }
    #expect(answered > 300 * 20)
    #expect(Set(people.map(\.byQuestion)).count == 300)
  }
}
