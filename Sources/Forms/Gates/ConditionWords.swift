import Ergonomics

/// A condition as people read it, by the labels of questions, or their numbers, and the texts of options.
struct ConditionWords {
  private let vocabulary: Vocabulary
  private let name: (Question.ID) -> String?

  /// - Parameter name: What to call a question, where that is not its label.
  init(_ pack: Pack, name: @escaping (Question.ID) -> String? = { _ in nil }) {
    (vocabulary, self.name) = (pack.vocabulary, name)
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
    let texts = options.map { option in
      "“\(vocabulary.questions[id]?.options.first { $0.id == option }?.text ?? option)”"
    }
    return "\(label(id)) \(verb) \(texts.joined(separator: " or "))"
  }

  private func label(_ id: Question.ID) -> String { name(id) ?? "“\(vocabulary.questions[id]?.label ?? id)”" }
}
