/// Why a rule is found for a person, why it is not, or what would decide it.
package struct RuleExplanation: Sendable, Hashable {
  package var id: Rule.ID
  package var title: String
  package var outcome: Outcome
  /// Whom it is about and when it is found, as the pack writes it.
  package var applies: String?
  package var when: String
  /// The parts of the condition that decided it; none while it is undetermined.
  package var reasons: [Assessment.Reason]
  /// The questions whose answers would decide it; none once it is decided.
  package var decidedBy: [Question.ID]
  package var adds: [Rule.Points]
}

extension Assessor {
  /// Explains every rule of the pack, in pack order.
  package func explain(_ answers: Answers) -> [RuleExplanation] {
    let person = PersonEvaluation(answers, program)
    return pack.rules.indices.map { person.explanation(of: $0) }
  }

  /// The answer to every question, in words.
  package func records(of answers: Answers) -> [Assessment.AnswerRecord] {
    PersonEvaluation(answers, program).answerRecords(findings: [])
  }
}

extension PersonEvaluation {
  fileprivate func explanation(of place: Int) -> RuleExplanation {
    let (rule, compiled) = (pack.rules[place], program.rules[place])
    let atoms: [Atom]
    switch outcomes[place] {
    case .found: atoms = verdicts.reasonsFor(compiled.holds, 0)
    case .clear: atoms = verdicts.reasonsAgainst(compiled.holds, 0)
    case .notApplicable: atoms = compiled.applies.map { verdicts.reasonsAgainst($0, 0) } ?? []
    case .undetermined: atoms = []
    }
    return RuleExplanation(
      id: rule.id, title: rule.title, outcome: outcomes[place],
      applies: rule.applies?.text(in: program.vocabulary), when: rule.when.text(in: program.vocabulary),
      reasons: atoms.map(reason), decidedBy: questionsDeciding(place).map { pack.questions[$0].id }, adds: rule.adds)
  }
}
