import Ergonomics
import RulePacks
import TestSupport
import Testing

@testable import Workbench

@Suite("Changes of a condition")
struct ConditionMutantTests {
  @Test("move each limit by one unit, leave out each option and condition, and swap what joins")
  func all() {
    let sits = Condition.isWithin(.answer("hours"), 120...Int.max)
    let condition = Condition.all([.isOneOf("seat", ["a", "b"]), .not(sits)])
    let changed = condition.mutants
    #expect(changed.map(\.kind) == [.connective, .part, .part, .option, .option, .not, .limit, .limit])
    #expect(
      changed[6].whole == .all([.isOneOf("seat", ["a", "b"]), .not(.isWithin(.answer("hours"), 119...Int.max))]))
  }
}

@Suite("A test of the examples of rules")
struct RuleTestTests {
  private static let places = Result { try PlacedPack.fixture("small").places }

  /// A rule with a few examples, of people at random.
  private func rule(_ random: inout RandomConditions) -> Rule {
    var rule = SmallWorld.rule(
      random.condition(), applies: Bool.random(using: &random.generator) ? random.condition(1) : nil)
    let people = (0..<5).map { _ in SmallWorld.people.randomElement(using: &random.generator)! }
    let told = RuleVariants.outcomes(of: [rule], in: SmallWorld.pack, for: people)[0]
    rule.examples = zip(people, told).map { Rule.Example(outcome: $1, says: "somebody", answers: $0) }
    return rule
  }

  @Test("counts as not to be noticed what tells nobody from anybody, and suggests examples that notice all else")
  func smallPacks() throws {
    var random = RandomConditions(generator: SeededGenerator(5), hasFormulas: false)
    var (equivalent, survivors) = (0, 0)
    for _ in 0..<30 {
      let rule = rule(&random)
      let mutants = RuleVariants.mutants(of: rule)
      let told = RuleVariants.outcomes(of: [rule] + mutants.map(\.rule), in: SmallWorld.pack, for: SmallWorld.people)
      let noticeable = mutants.indices.filter { told[$0 + 1] != told[0] }
      let test = RuleTest(of: rule, in: SmallWorld.pack, at: try Self.places.get())
      #expect(test.mutants == mutants.count && test.notProved.isEmpty)
      #expect(test.equivalent.count == mutants.count - noticeable.count, "\(rule.when)")
      let suggested = test.suggestions.flatMap(\.survivors)
      #expect(test.killed + suggested.count == noticeable.count)
      equivalent += test.equivalent.count
      survivors += suggested.count
    }
    #expect(equivalent > 5 && survivors > 20)
  }

  @Test("has an example for whatever none shows, and asks for nothing that nobody can show")
  func shown() throws {
    var random = RandomConditions(generator: SeededGenerator(9), hasFormulas: false)
    var (missing, impossible) = (0, 0)
    for _ in 0..<20 {
      let rule = rule(&random)
      let test = RuleTest(of: rule, in: SmallWorld.pack, at: try Self.places.get())
      var (all, possible) = (0, 0)
      for condition in [rule.applies, rule.when].compactMap(\.self) {
        for atom in condition.atoms.withoutDoubles {
          let flipped = rule.with {
            $0.when = $0.when.replacing(atom, by: .not(atom))
            $0.applies = $0.applies.map { $0.replacing(atom, by: .not(atom)) }
          }
          let told = RuleVariants.outcomes(
            of: [rule.asking(atom), flipped, rule], in: SmallWorld.pack, for: SmallWorld.people)
          all += 3
          possible += [told[0].contains(.found), told[0].contains(.clear), told[1] != told[2]].count { $0 }
        }
      }
      #expect(test.branches.all == possible, "\(rule.when)")
      let left = [test.branches, test.boundaries, test.options].flatMap(\.missing)
      #expect(left.allSatisfy { $0.example?.contains("<example outcome=") == true })
      missing += left.count
      impossible += all - possible
    }
    #expect(missing > 20 && impossible > 0)
  }

  @Test("of the small pack names the change, its line, and an example that can be put into the rule")
  func words() throws {
    let placed = try PlacedPack.fixture("small")
    let test = PackTest(of: placed.pack, at: placed.places)
    let told = test.suggestions.flatMap { suggestion in
      suggestion.survivors.map { "\($0.place.line ?? 0) \($0.words)" }
    }
    #expect(told.contains("4 'habits has any of (cross_legs, lean)' made 'habits has lean'"), "\(told)")
    #expect(told.contains("6 12 points to back made 13"), "\(told)")
    #expect(told.contains("16 'habits' not set"), "\(told)")
    #expect(test.suggestions.allSatisfy { $0.xml.contains("<example ") || $0.xml.contains("<person ") })
    #expect(test.score < 100 && test.killed > 0)
  }

  /// Seconds of work; the makers of rules have `make check-rules`.
  @Test("finds that the shipped packs notice every change", arguments: Shipped.ids)
  func shipped(id: String) throws {
    let placed = try PlacedPack.shipped(id)
    let test = PackTest(of: placed.pack, at: placed.places)
    let open = (test.survivors + test.notProved).map { "\($0.rule): \($0.words)" }
    #expect(open == [])
    #expect(test.mutants > 100 && test.tooLarge.isEmpty)
    for coverage in [test.outcomes, test.branches, test.boundaries, test.options] { #expect(coverage.missing == []) }
  }

  @Test("holds what nobody can notice of the main pack for people at random, too")
  func mainPack() throws {
    let pack = try Pack.shipped("lower-back-hips")
    var drawn = DrawnPeople(RuleProgram(pack), seed: 3)
    let people = drawn.next(2_000)
    var proved = 0
    for rule in pack.rules {
      let mutants = RuleVariants.mutants(of: rule)
      let told = RuleVariants.outcomes(of: [rule] + mutants.map(\.rule), in: pack, for: people)
      for (place, mutant) in mutants.enumerated() where told[place + 1] == told[0] {
        guard RuleVariants.disagreement(of: rule, and: mutant.rule, in: pack) != .none else { continue }
        proved += 1
      }
      for (place, mutant) in mutants.enumerated() where told[place + 1] != told[0] {
        let found = RuleVariants.disagreement(of: rule, and: mutant.rule, in: pack)
        guard case .answers(let answers) = found else {
          Issue.record("\(rule.id): people differ, and the search says \(found)")
          continue
        }
        let told = RuleVariants.outcomes(of: [rule, mutant.rule], in: pack, for: [answers])
        #expect(told[0] != told[1])
      }
    }
    #expect(proved > 10)
  }
}

private enum Shipped {
  static let ids = ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"]
}
