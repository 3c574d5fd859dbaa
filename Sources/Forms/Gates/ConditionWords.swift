import Ergonomics

/// A condition as people read it, by the labels of questions, or their numbers, and the texts of options.
struct ConditionWords {
  private let vocabulary: Vocabulary
  private let name: (Question.ID) -> String?
  private let letter: (Question, AnswerOption.ID) -> String?

  /// - Parameters:
  ///   - name: What to call a question, where that is not its label.
  ///   - letter: What to call an option, where that is not its text.
  init(
    _ pack: Pack, name: @escaping (Question.ID) -> String? = { _ in nil },
    letter: @escaping (Question, AnswerOption.ID) -> String? = { _, _ in nil }
  ) {
    (vocabulary, self.name, self.letter) = (pack.vocabulary, name, letter)
  }

  func text(of condition: Condition) -> String {
    switch condition {
    case .isOneOf(let id, let options): answers(id, options, "is")
    case .hasAny(let id, let options): answers(id, options, "includes")
    case .not(.isOneOf(let id, let options)): answers(id, options, "is not")
    case .not(.hasAny(let id, let options)): answers(id, options, "does not include")
    case .isWithin(.answer(let id), _): label(id) + " is" + condition.text(in: vocabulary).dropFirst(id.count)
    case .isWithin: condition.text(in: vocabulary)
    case .not(let part): "it does not hold that \(operand(part))"
    case .all(let parts): parts.map(operand).joined(separator: " and ")
    case .any(let parts): parts.map(operand).joined(separator: " or ")
    case .atLeast(let count, let parts): "at least \(count) of these hold: \(parts.map(text).joined(separator: "; "))"
    }
  }

  private func operand(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(\(text(of: condition)))"
    default: text(of: condition)
    }
  }

  private func answers(_ id: Question.ID, _ options: [AnswerOption.ID], _ verb: String) -> String {
    let texts = options.map { option -> String in
      guard let question = vocabulary.questions[id] else { return option }
      let text = question.options.first { $0.id == option }?.text ?? option
      return letter(question, option) ?? "“\(text)”"
    }
    return "\(label(id)) \(verb) \(texts.joined(separator: " or "))"
  }

  private func label(_ id: Question.ID) -> String { name(id) ?? "“\(vocabulary.questions[id]?.label ?? id)”" }
}
