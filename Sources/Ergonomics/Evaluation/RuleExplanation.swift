/// Why a rule is found for a person, why it is not, or what would decide it; and what else that hangs on.
package struct RuleExplanation: Sendable, Hashable {
  package var id: Rule.ID
  package var title: String
  package var outcome: Outcome
  /// Whom it is about and when it is found, as the pack writes it.
  package var applies: String?
  package var when: String
  /// The parts of the condition that decided it; none while it is undetermined. Of a rule that is not found the fewest that
  /// would have to hold, all of them.
  package var reasons: [Assessment.Reason]
  /// Of a found rule: why it would be found with any other answers to the questions of `reasons`; none where it would not.
  package var besides: [Assessment.Reason] = []
  /// Of a rule that is not found: what it could say at best if the reasons held; `nil` where more may have to be otherwise.
  package var then: Outcome?
  /// What would decide it then, if that left it open.
  package var thenDecidedBy: [Question.ID] = []
  /// The questions of which an answer decides it; none once it is decided.
  package var decidedBy: [Question.ID]
  /// Those that decide it only together with others.
  package var decidedTogether: [Question.ID] = []
  package var adds: [Rule.Points]
}

extension Assessor {
  /// Explains every rule of the pack, in pack order.
  package func explain(_ answers: Answers) -> [RuleExplanation] {
    let person = PersonEvaluation(answers, program)
    var trials = AnswerTrials(program, answers)
    return pack.rules.indices.map { person.explanation(of: $0, &trials) }
  }

  /// The answer to every question, in words.
  package func records(of answers: Answers) -> [Assessment.AnswerRecord] {
    PersonEvaluation(answers, program).answerRecords(findings: [])
  }
}

extension PersonEvaluation {
  fileprivate func explanation(of place: Int, _ trials: inout AnswerTrials) -> RuleExplanation {
    let rule = pack.rules[place]
    var explanation = RuleExplanation(
      id: rule.id, title: rule.title, outcome: outcomes[place],
      applies: rule.applies?.text(in: program.vocabulary), when: rule.when.text(in: program.vocabulary),
      reasons: [], decidedBy: [], adds: rule.adds)
    switch outcomes[place] {
    case .found:
      explanation.reasons = reasons(for: place)
      explanation.besides = reasonsBesides(explanation.reasons, for: place, &trials)
    case .clear, .notApplicable: explainAbsence(of: place, &explanation, &trials)
    case .undetermined:
      let deciding = trials.deciding(rule: place, among: questionsDeciding(place))
      explanation.decidedBy = deciding.alone.map { pack.questions[$0].id }
      explanation.decidedTogether = deciding.together.map { pack.questions[$0].id }
    }
    return explanation
  }

  private func reasonsBesides(
    _ reasons: [Assessment.Reason], for place: Int, _ trials: inout AnswerTrials
  ) -> [Assessment.Reason] {
    let named = reasons.flatMap(\.questions).withoutDoubles
    let places = named.compactMap { id in pack.questions.firstIndex { $0.id == id } }
    if trials.canLose(rule: place, byOtherAnswersTo: places) { return [] }
    var others = answers
    for id in named { others[id] = nil }
    return PersonEvaluation(others, program).reasons(for: place)
  }

  private func explainAbsence(of place: Int, _ explanation: inout RuleExplanation, _ trials: inout AnswerTrials) {
    let compiled = program.rules[place]
    let node = outcomes[place] == .notApplicable ? compiled.applies ?? compiled.holds : compiled.holds
    guard let turn = trials.turn(ofRule: place, outcomes[place]) else {
      explanation.reasons = verdicts.reasonsAgainst(node, lane).map(reason)
      return
    }
    let turned = PersonEvaluation(turn.answers, program)
    let atoms = atoms(of: node).filter { node, atom in
      !Set(atom.questions).isDisjoint(with: turn.questions) && !node.canBeTrue(in: verdicts)
        && node.canBeTrue(in: turned.verdicts) && !isOnlyUnasked(node, atom)
    }
    explanation.reasons = atoms.map(\.atom).withoutDoubles.map(reason)
    explanation.then = turn.outcome
    if turn.outcome == .undetermined {
      var next = AnswerTrials(program, turn.answers)
      let deciding = next.deciding(rule: place, among: turned.questionsDeciding(place))
      explanation.thenDecidedBy = deciding.all.map { pack.questions[$0].id }
    }
  }

  /// It is false only because its questions are not asked: by the answers to them alone it may be true.
  private func isOnlyUnasked(_ node: RuleProgram.Node, _ atom: Atom) -> Bool {
    let own = atom.questions.map { pack.questions[$0].id }
    let alone = Answers(answers.byQuestion.filter { own.contains($0.key) })
    return node.canBeTrue(in: PersonEvaluation(alone, program).verdicts)
  }

  /// All that a part is made of, and what tells whether its questions are asked.
  private func atoms(of node: RuleProgram.Node) -> [(node: RuleProgram.Node, atom: Atom)] {
    var (found, waiting, seen) = ([(node: RuleProgram.Node, atom: Atom)](), [node], Set<Int>())
    while let next = waiting.popLast() {
      switch next.shape {
      case .all(let parts), .any(let parts), .atLeast(_, let parts): waiting += parts.reversed()
      case .atom(let condition, let isNegated, let questions):
        found.append((next, Atom(condition: condition, isNegated: isNegated, questions: questions)))
        for question in questions where seen.insert(question).inserted {
          waiting += [program.askConditions[question]].compactMap(\.self)
        }
      }
    }
    return found
  }
}

extension RuleProgram.Node {
  fileprivate func canBeTrue(in verdicts: Verdicts) -> Bool { verdicts.truth(of: self, for: 0).canBeTrue == 1 }
}
