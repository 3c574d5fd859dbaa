import Ergonomics

/// What the scores of somebody come to, with what they are made of.
struct ScoredPerson {
  /// What is told of a score.
  struct Told: Equatable {
    let points: Int
    let level: String
  }

  let answers: Answers
  /// Rules, by place.
  let found: Set<Int>
  /// By score; `nil` where a formula does not apply.
  let told: [Told?]
  /// By score, before it is capped.
  let uncapped: [Int]
}

extension RuleProgram {
  /// Judges people, a block at once.
  func scored(_ people: [Answers]) -> [ScoredPerson] {
    var (scored, verdicts) = ([ScoredPerson](), Verdicts(self, .scoring))
    for start in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      let some = people[start..<min(people.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(self)
      for (person, answers) in some.enumerated() { block.set(answers, for: person, in: self) }
      verdicts.evaluate(block, count: some.count)
      for (person, answers) in some.enumerated() {
        let told = scores.indices.map { score in
          verdicts.score(score, for: person).map { ScoredPerson.Told(points: $0.low, level: $0.levelOrUnknown) }
        }
        let uncapped = scores.enumerated().map { score, compiled in
          compiled.formula.map { verdicts.quantity($0, for: person)?.lowerBound ?? 0 }
            ?? Int(verdicts.least[person][score])
        }
        let found = rules.indices.filter { verdicts.outcome(ofRule: $0, for: person) == .found }
        scored.append(ScoredPerson(answers: answers, found: Set(found), told: told, uncapped: uncapped))
      }
    }
    return scored
  }
}
