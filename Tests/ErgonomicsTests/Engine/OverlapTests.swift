import TestSupport
import Testing

@testable import Ergonomics

@Suite("What findings tell of each other")
struct OverlapTests {
  @Test("is what trying all people shows", arguments: 0..<24)
  func everybody(seed: Int) {
    var random = RandomPack(seed: seed)
    let program = RuleProgram(random.pack())
    let people = Self.everybody(program.pack).map { program.outcomes(for: $0).map { $0 == .found } }
    // Rules that never, or always, hold are refused by the check of a pack.
    let rules = program.rules.indices.filter { rule in Set(people.map { $0[rule] }).count == 2 }
    for second in rules {
      for first in rules where first < second {
        let seen = program.overlap(ofRules: first, second)
        #expect(seen.both == people.contains { $0[first] && $0[second] })
        #expect(seen.onlyFirst == people.contains { $0[first] && !$0[second] })
        #expect(seen.onlySecond == people.contains { !$0[first] && $0[second] })
        #expect(seen.neither == people.contains { !$0[first] && !$0[second] })
      }
    }
  }

  @Test("is no more than seen of long numbers in formulas, and says that it is incomplete")
  func longNumbers() {
    let gap = Formula.difference(.answer("desk"), .answer("elbow"))
    let rules = [("high", 50...Int.max), ("higher", 90...Int.max), ("low", Int.min ... -50)]
    let program = RuleProgram(
      .small(
        questions: [.number("desk", 500...1300, unit: .millimetre), .number("elbow", 500...1300, unit: .millimetre)],
        rules: rules.map { .small($0.0, when: .isWithin(gap, $0.1)) }))
    let (inside, apart) = (program.overlap(ofRules: 0, 1), program.overlap(ofRules: 0, 2))
    #expect(inside.both && inside.onlyFirst && !inside.onlySecond && inside.neither && !inside.isComplete)
    #expect(!apart.both && apart.onlyFirst && apart.onlySecond && apart.neither)
  }

  private static func everybody(_ pack: Pack) -> [Answers] {
    pack.questions.reduce([Answers()]) { people, question in
      people.flatMap { person in
        RandomPack.all(of: question).map { answer in
          var person = person
          person[question.id] = answer
          return person
        }
      }
    }
  }
}
