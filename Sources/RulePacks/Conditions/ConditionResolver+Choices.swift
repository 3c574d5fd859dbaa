import Ergonomics

// Questions with options.
extension ConditionResolver {
  mutating func choice(_ subject: Syntax, _ test: Syntax.ChoiceTest, _ names: [Syntax.Name]) -> Condition? {
    guard let question = question(asked: subject) else { return nil }
    let options = options(names, of: question)
    let isOfSeveral = if case .choices = question.kind { true } else { false }
    guard test.isOfSeveral == isOfSeveral else {
      let written = names.map(\.text)
      report(
        isOfSeveral
          ? .isOnSeveral(question.id, test, options: written) : .hasOnSingle(question.id, test, options: written),
        subject.range)
      return nil
    }
    guard let options else { return nil }
    switch test {
    case .isOption, .isIn: return .isOneOf(question.id, options)
    case .isNotOption, .isNotIn: return .not(.isOneOf(question.id, options))
    case .has, .hasAny: return .hasAny(question.id, options)
    case .hasNone: return .not(.hasAny(question.id, options))
    case .hasAll:
      let parts = options.map { Condition.hasAny(question.id, [$0]) }
      return parts.count == 1 ? parts[0] : .all(parts)
    }
  }

  /// The question before `is`, `in` or `has`; `nil` after a problem.
  private mutating func question(asked subject: Syntax) -> Question? {
    guard case .name(let name) = subject.bare.form else {
      if case .missing = subject.bare.form { return nil }
      report(subject.isArithmetic ? .isOnNumber(written(subject)) : .notAQuestion(written(subject)), subject.range)
      return nil
    }
    guard let question = vocabulary.questions[name] else {
      if vocabulary.measures[name] != nil {
        report(.isOnNumber(name), subject.range)
      } else {
        reportUnknown(name, at: subject.range)
      }
      return nil
    }
    switch question.kind {
    case .choice, .choices: return question
    case .number: report(.isOnNumber(name), subject.range)
    case .text: report(.textQuestion(name), subject.range)
    }
    return nil
  }

  /// In the order of the question, without doubles; `nil` if one of them is unknown.
  private mutating func options(_ names: [Syntax.Name], of question: Question) -> [AnswerOption.ID]? {
    let known = question.options.map(\.id)
    let unknown = names.filter { !known.contains($0.text) }
    for name in unknown {
      let owners = vocabulary.questions.values.filter { $0.options.contains { $0.id == name.text } }.map(\.id)
      if let owner = owners.min() {
        report(.optionOfAnother(name.text, of: question, belongsTo: owner), name.range)
      } else {
        report(.unknownOption(name.text, of: question), name.range)
      }
    }
    guard unknown.isEmpty else { return nil }
    let chosen = Set(names.map(\.text))
    return known.filter(chosen.contains)
  }
}

extension Syntax {
  fileprivate var isArithmetic: Bool {
    switch bare.form {
    case .number, .call, .lookup, .sum, .difference, .product: true
    default: false
    }
  }
}
