extension RuleProgram {
  /// The answers after a correction, by its place in the pack; `nil` if it changes none of them.
  package func answers(_ answers: Answers, after correction: Int) -> Answers? {
    var changed = answers
    for (place, change) in pack.corrections[correction].sets.enumerated() {
      changed[change.question] = answer(of: change, changeFormulas[correction][place], to: changed)
    }
    return changed == answers ? nil : changed
  }

  private func answer(of change: Correction.Change, _ formula: CompiledFormula?, to answers: Answers) -> Answer? {
    let before = answers[change.question]
    guard let question = pack.question(change.question) else { return before }
    switch (change.value, before) {
    case (.answer(let answer), _): return answer
    case (.formula, _): return number(formula!, for: question, answers) ?? before
    case (.with(let added), .atLeast(let chosen)):
      let known = question.options.filter { added.contains($0.id) || chosen.contains($0.id) && !$0.isAlone }
      return .atLeast(known.map(\.id))
    case (.without(let removed), .atLeast(let chosen)):
      let kept = chosen.filter { !removed.contains($0) }
      return kept.isEmpty ? before : .atLeast(kept)
    case (.with(let added), .options(let chosen)):
      return selection(of: question) { added.contains($0.id) || chosen.contains($0.id) && !$0.isAlone } ?? before
    case (.without(let removed), .options(let chosen)):
      let kept = selection(of: question) { chosen.contains($0.id) && !removed.contains($0.id) }
      return kept ?? selection(of: question, where: \.isAlone) ?? before
    case (.with, _), (.without, _): return before
    }
  }

  private func selection(of question: Question, where isChosen: (AnswerOption) -> Bool) -> Answer? {
    let chosen = question.options.filter(isChosen).map(\.id)
    return chosen.isEmpty ? nil : .options(chosen)
  }

  private func number(_ formula: CompiledFormula, for question: Question, _ answers: Answers) -> Answer? {
    var block = AnswerBlock(self)
    block.set(answers, for: 0, in: self)
    var verdicts = Verdicts(self)
    verdicts.evaluate(block, count: 1)
    guard let value = verdicts.quantity(formula, for: 0), value.count == 1, case .number(let range) = question.kind,
      range.bounds.contains(value.lowerBound)
    else { return nil }
    return .number(value.lowerBound)
  }
}
