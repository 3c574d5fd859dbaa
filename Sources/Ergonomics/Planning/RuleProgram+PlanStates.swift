extension RuleProgram {
  /// Works out what is certain in each of the states.
  func evaluate(_ states: inout [PlanState], by verdicts: inout Verdicts) {
    for first in stride(from: 0, to: states.count, by: AnswerBlock.capacity) {
      let places = first..<min(states.count, first + AnswerBlock.capacity)
      var block = AnswerBlock(self)
      for place in places { block.set(states[place].answers, for: place - first, in: self) }
      verdicts.evaluate(block, count: places.count)
      let (offers, sure) = (offers(by: verdicts), sureOffers(by: verdicts))
      for place in places { states[place].evaluate(by: verdicts, person: place - first, offers, sure, in: self) }
    }
  }

  /// By correction: a bit for each person of a judged block for whom it is, or may be, possible, and not one to avoid.
  private func offers(by verdicts: Verdicts) -> [UInt64] {
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
}

extension PlanState {
  fileprivate mutating func evaluate(
    by verdicts: Verdicts, person: Int, _ offers: [UInt64], _ sure: [UInt64], in program: RuleProgram
  ) {
    found = program.rules.indices.filter { verdicts.found[64 * ($0 / 64) + person] >> UInt64($0 % 64) & 1 == 1 }
    points = program.scores.indices.map { score in
      guard let formula = program.scores[score].formula else { return Int(verdicts.least[person][score]) }
      return verdicts.quantity(formula, for: person)?.lowerBound ?? 0
    }
    upperEnds = program.scores.indices.map { verdicts.score($0, for: person)?.high ?? 0 }
    isOffered = offers.map { $0 >> UInt64(person) & 1 == 1 }
    isSure = sure.indices.map { isOffered[$0] && sure[$0] >> UInt64(person) & 1 == 1 }
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
    var (states, verdicts) = (people.map { PlanState(answers: $0) }, Verdicts(self))
    evaluate(&states, by: &verdicts)
    return states.map { state in
      Prospect(found: Set(state.found), offered: Set(state.isOffered.indices.filter { state.isOffered[$0] }))
    }
  }
}
