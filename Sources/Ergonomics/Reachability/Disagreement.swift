/// Whether some answers let two rules say something different.
package enum Disagreement: Sendable, Hashable {
  /// As few answers as let them.
  case answers(Answers)
  /// All that the two tell apart was tried: nobody is told something different.
  case none
  /// None was seen, but there are more combinations than are tried, or numbers in formulas with more beside them.
  case notProved(combinations: Int)
}

extension RuleProgram {
  /// A rule of a program.
  package struct Place: Sendable {
    package let program: RuleProgram
    package let rule: Int
    package init(_ program: RuleProgram, rule: Int) { (self.program, self.rule) = (program, rule) }
  }

  /// Searches the fewest answers of which two rules, perhaps of different packs, do not say the same.
  ///
  /// - Parameter isPlain: Only those to which both rules say something for sure.
  /// - Parameter isComplete: Only people who answer everything.
  /// - Parameter fixed: Answers that everybody gives.
  package static func disagreement(
    of first: Place, and second: Place, isPlain: Bool = false, isComplete: Bool = false,
    fixed: [Question.ID: Answer] = [:],
    limit: Int = AnswerSpace.limit
  ) -> Disagreement {
    let space = AnswerSpace(
      [AnswerSpace.Side(first.program, rules: [first.rule]), AnswerSpace.Side(second.program, rules: [second.rule])],
      fixed: fixed)
    let answers = space.first(isComplete: isComplete, limit: limit) { trial in
      let (one, other) = (first.outcomes(in: trial.runs[0]), second.outcomes(in: trial.runs[1]))
      return one.different(from: other) & (isPlain ? ~(one.open | other.open) : .max)
    }
    if let answers { return .answers(answers) }
    let combinations = isComplete ? space.completeCombinations : space.combinations
    return space.isExact && combinations <= limit ? .none : .notProved(combinations: combinations)
  }
}

extension RuleProgram.Place {
  /// Whether it can matter to the rule which of two options is chosen, or is chosen beside others.
  package func tells(_ option: AnswerOption.ID, from other: AnswerOption.ID, of question: Question.ID) -> Bool {
    let reading = SideReading(AnswerSpace.Side(program, rules: [rule]))
    guard let read = reading.question(question) else { return false }
    let answers: [Answer] = [option, other].map { if case .choices = read.kind { .options([$0]) } else { .option($0) } }
    let isAlone = read.options.contains { [option, other].contains($0.id) && $0.isAlone }
    return reading.signature(of: answers[0], to: question) != reading.signature(of: answers[1], to: question)
      || isAlone || reading.counts(question)
  }
}

extension RuleProgram {
  /// As few answers as let a rule come out as something; `nil` where none are found.
  ///
  /// - Parameter open: Questions that nobody answers.
  package func answers(
    ofRule rule: Int, comingOutAs outcome: Outcome, open: Set<Question.ID> = [], limit: Int = AnswerSpace.limit
  ) -> Answers? {
    AnswerSpace([AnswerSpace.Side(self, rules: [rule])], open: open).first(limit: limit) {
      outcomes(ofRule: rule, in: $0.runs[0])[outcome]
    }
  }
}

/// What a rule says of the people of a block, a bit each; of the others it is clear.
package struct OutcomeMasks: Sendable {
  package let found: UInt64
  package let open: UInt64
  package let notApplicable: UInt64

  package func different(from other: OutcomeMasks) -> UInt64 {
    (found ^ other.found) | (open ^ other.open) | (notApplicable ^ other.notApplicable)
  }

  package subscript(outcome: Outcome) -> UInt64 {
    switch outcome {
    case .found: found
    case .clear: ~(found | open | notApplicable)
    case .undetermined: open
    case .notApplicable: notApplicable
    }
  }
}

extension RuleProgram.Place {
  package func outcomes(in run: RuleProgram.Run) -> OutcomeMasks { program.outcomes(ofRule: rule, in: run) }
}

extension RuleProgram {
  package func outcomes(ofRule place: Int, in run: Run) -> OutcomeMasks {
    let rule = rules[place]
    let holds = run.truth(of: rule.holds)
    let isAbout = rule.applies.map { run.truth(of: $0).canBeTrue } ?? .max
    return OutcomeMasks(
      found: holds.isTrue, open: holds.isUndecided, notApplicable: ~holds.canBeTrue & ~isAbout)
  }
}
