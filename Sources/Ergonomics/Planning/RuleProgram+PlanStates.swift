extension RuleProgram {
  /// Works out what is certain in each of the states.
  ///
  /// - Parameter start: A block in which everybody gave the answers before any step.
  func evaluate(_ states: [PlanState], from start: AnswerBlock, by verdicts: inout Verdicts) {
    for first in stride(from: 0, to: states.count, by: AnswerBlock.capacity) {
      let places = first..<min(states.count, first + AnswerBlock.capacity)
      var block = start
      for place in places {
        for answer in states[place].coded { block.set(answer, for: place - first) }
      }
      verdicts.evaluate(block, count: places.count)
      let (offers, sure) = (offers(by: verdicts), sureOffers(by: verdicts))
      for place in places {
        states[place].judgement = judgement(of: place - first, by: verdicts, offers, sure)
      }
    }
  }

  /// By correction: a bit for each person of a judged block for whom it is, or may be, possible, and not one to avoid.
  fileprivate func offers(by verdicts: Verdicts) -> [UInt64] {
    pack.corrections.indices.map { place in
      let fits = correctionFits[place].reduce(UInt64.max) { $0 & verdicts.truths(of: $1).canBeTrue }
      return correctionAvoidances[place].reduce(fits) { $0 & ~verdicts.truths(of: $1.given).isTrue }
    }
  }

  /// The same for whom it is certainly possible.
  private func sureOffers(by verdicts: Verdicts) -> [UInt64] {
    pack.corrections.indices.map { place in
      correctionFits[place].reduce(UInt64.max) { $0 & verdicts.truths(of: $1).isTrue }
    }
  }

  private func judgement(
    of person: Int, by verdicts: Verdicts, _ offers: [UInt64], _ sure: [UInt64]
  ) -> PlanJudgement {
    let isOffered = offers.map { $0 >> UInt64(person) & 1 == 1 }
    return PlanJudgement(
      found: verdicts.foundRules(of: person),
      points: scores.indices.map { score in
        guard let formula = scores[score].formula else { return Int(verdicts.least[person][score]) }
        return verdicts.quantity(formula, for: person)?.lowerBound ?? 0
      },
      upperEnds: scores.indices.map { verdicts.score($0, for: person)?.high ?? 0 },
      isOffered: isOffered, isSure: sure.indices.map { isOffered[$0] && sure[$0] >> UInt64(person) & 1 == 1 },
      changeNumbers: changeNumbers(by: verdicts, for: person))
  }
}

extension Verdicts {
  /// By their places, in pack order.
  fileprivate func foundRules(of person: Int) -> [Int] {
    groups.flatMap { group in
      var (rules, rest) = ([Int](), found[64 * group + person])
      while rest != 0 {
        rules.append(64 * group + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
      return rules
    }
  }
}

/// What is found of a person, and which corrections are for them; by their places in the pack.
package struct Prospect: Sendable {
  package let found: Set<Int>
  package let offered: Set<Int>
}

extension RuleProgram {
  /// What is found of people, and which corrections are for them.
  package func prospects(of people: [Answers]) -> [Prospect] {
    var verdicts = Verdicts(self)
    return stride(from: 0, to: people.count, by: AnswerBlock.capacity).flatMap { first in
      let some = people[first..<min(people.count, first + AnswerBlock.capacity)]
      var block = AnswerBlock(self)
      for (person, answers) in some.enumerated() { block.set(answers, for: person, in: self) }
      verdicts.evaluate(block, count: some.count)
      let offers = offers(by: verdicts)
      return (0..<some.count).map { person in
        Prospect(
          found: Set(verdicts.foundRules(of: person)),
          offered: Set(offers.indices.filter { offers[$0] >> UInt64(person) & 1 == 1 }))
      }
    }
  }
}
