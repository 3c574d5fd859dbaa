import Ergonomics

/// A rule and changed copies of it, worked out side by side for the same people.
struct RuleVariants {
  /// One mutant of a rule.
  struct Mutant {
    enum Element: String { case applies, when }
    let element: Element
    let change: ConditionMutant
    let rule: Rule
  }

  /// So few at once that no number is cut into more classes than it can have.
  private static let mostAtOnce = 12

  /// All mutants of a rule.
  static func mutants(of rule: Rule) -> [Mutant] {
    let ofApplies = (rule.applies?.mutants ?? []).map { change in
      Mutant(element: .applies, change: change, rule: rule.with { $0.applies = change.whole })
    }
    return ofApplies
      + rule.when.mutants.map { change in
        Mutant(element: .when, change: change, rule: rule.with { $0.when = change.whole })
      }
  }

  /// What some variants of a rule say of people: by variant, then by person.
  static func outcomes(of variants: [Rule], in pack: Pack, for people: [Answers]) -> [[Outcome]] {
    stride(from: 0, to: variants.count, by: mostAtOnce).flatMap { start in
      let some = Array(variants[start..<min(variants.count, start + mostAtOnce)])
      return outcomes(RuleProgram(pack.asking(some)), for: people)
    }
  }

  static func outcomes(_ program: RuleProgram, for people: [Answers]) -> [[Outcome]] {
    var outcomes = program.rules.map { _ in [Outcome]() }
    var run = RuleProgram.Run(program)
    for start in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      let some = people[start..<min(people.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(program)
      for (person, answers) in some.enumerated() { block.set(answers, for: person, in: program) }
      program.run(on: block, into: &run)
      for rule in program.rules.indices {
        let masks = program.outcomes(ofRule: rule, in: run)
        outcomes[rule] += (0..<some.count).map { masks[$0] }
      }
    }
    return outcomes
  }

  /// Whether some answers tell a variant from the rule; if so, rather answers to which both say something
  /// for sure.
  static func disagreement(of rule: Rule, and variant: Rule, in pack: Pack) -> Disagreement {
    let program = RuleProgram(pack.asking([rule, variant]))
    let (own, other) = (RuleProgram.Place(program, rule: 0), RuleProgram.Place(program, rule: 1))
    let smallest = RuleProgram.disagreement(of: own, and: other)
    guard case .answers = smallest else { return smallest }
    let plain = RuleProgram.disagreement(of: own, and: other, isPlain: true)
    if case .answers = plain { return plain }
    return smallest
  }
}

extension Rule {
  func with(_ change: (inout Rule) -> Void) -> Rule {
    var changed = self
    change(&changed)
    return changed
  }
}

extension Pack {
  /// The questionnaire with these rules alone, whatever their ids.
  func asking(_ rules: [Rule], corrections: [Correction] = []) -> Pack {
    with(rules: rules, corrections: corrections)
  }
}

extension OutcomeMasks {
  subscript(person: Int) -> Outcome {
    let bit = UInt64(1) << UInt64(person)
    if found & bit != 0 { return .found }
    if open & bit != 0 { return .undetermined }
    return notApplicable & bit != 0 ? .notApplicable : .clear
  }
}
