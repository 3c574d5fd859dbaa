extension RuleProgram {
  /// The answers after a correction, by its place in the pack; `nil` if it changes none of them.
  package func answers(_ answers: Answers, after correction: Int) -> Answers? {
    var numbers: [Int?] = []
    if changes[correction].contains(where: { $0.formula != nil }) {
      var block = AnswerBlock(self)
      block.set(answers, for: 0, in: self)
      var verdicts = Verdicts(self)
      verdicts.evaluate(block, count: 1)
      numbers = changeNumbers(by: verdicts, for: 0)
    }
    let changed = changes(by: correction, of: { answers[questions[$0].id] }, numbers)
    if changed.isEmpty { return nil }
    return answers.changed(by: changed, of: self)
  }

  /// What the formulas of all changes come to; `nil` where that is not exact.
  func changeNumbers(by verdicts: Verdicts, for person: Int) -> [Int?] {
    changeFormulas.map { formula in
      verdicts.quantity(formula, for: person).flatMap { $0.count == 1 ? $0.lowerBound : nil }
    }
  }

  /// By question: the answers that a correction changes, as they are after it.
  ///
  /// - Parameters:
  ///   - before: What was answered to a question before it.
  ///   - numbers: What the formulas of all changes came to before it; none are read where no change has a formula.
  func changes(by correction: Int, of before: (Int) -> Answer?, _ numbers: [Int?]) -> [Int: Answer] {
    var changed: [Int: Answer] = [:]
    for change in changes[correction] {
      let old = changed[change.question] ?? before(change.question)
      let number = change.formula.flatMap { numbers[$0] }
      changed[change.question] = answer(of: change, old, number)
    }
    return changed.filter { before($0.key) != $0.value }
  }

  private func answer(of change: CompiledChange, _ before: Answer?, _ number: Int?) -> Answer? {
    let question = change.question
    switch (change.value, before) {
    case (.answer(let answer), _): return answer
    case (.formula, _):
      guard let number, case .number(let range) = questions[question].kind, range.bounds.contains(number) else {
        return before
      }
      return .number(number)
    case (.with(let added), .atLeast(let chosen)):
      let known = questions[question].options.filter { added.contains($0.id) || chosen.contains($0.id) && !$0.isAlone }
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

  private func selection(of question: Int, where isChosen: (AnswerOption) -> Bool) -> Answer? {
    let chosen = questions[question].options.filter(isChosen).map(\.id)
    return chosen.isEmpty ? nil : .options(chosen)
  }
}

extension Answers {
  /// - Parameter changed: By question.
  func changed(by changed: [Int: Answer], of program: RuleProgram) -> Answers {
    var all = self
    for (question, answer) in changed { all[program.questions[question].id] = answer }
    return all
  }
}
