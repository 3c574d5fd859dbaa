extension Condition {
  /// The condition as a pack writes it: `lumbar_support is none and sitting_time at least 2 h`.
  ///
  /// Reading it with the same vocabulary gives an equal condition, provided that options are in the order of their
  /// question and every list has at least one part (two in `all` and `any`).
  package func text(in vocabulary: Vocabulary) -> String {
    switch self {
    case .isOneOf(let id, ["yes"]) where vocabulary.questions[id]?.isYesNo == true: id
    case .isOneOf(let id, let options): id + (options.count == 1 ? " is \(options[0])" : " in \(list(options))")
    case .hasAny(let id, let options): id + (options.count == 1 ? " has \(options[0])" : " has any of \(list(options))")
    case .isWithin(let formula, let range): text(of: formula, within: range, in: vocabulary)
    case .all(let parts):
      textOfHavingAll(parts, in: vocabulary) ?? parts.map { $0.operandText(in: vocabulary) }.joined(separator: " and ")
    case .any(let parts): parts.map { $0.operandText(in: vocabulary) }.joined(separator: " or ")
    case .not(let part): part.negatedText(in: vocabulary)
    case .atLeast(let count, let parts): "at least \(count) of \(list(parts.map { $0.text(in: vocabulary) }))"
    }
  }

  private func operandText(in vocabulary: Vocabulary) -> String {
    let text = text(in: vocabulary)
    switch self {
    case .all(let parts) where textOfHavingAll(parts, in: vocabulary) == nil: return "(\(text))"
    case .any: return "(\(text))"
    default: return text
    }
  }

  private func negatedText(in vocabulary: Vocabulary) -> String {
    switch self {
    case .isOneOf(let id, ["yes"]) where vocabulary.questions[id]?.isYesNo == true: "not \(id)"
    case .isOneOf(let id, let options): id + (options.count == 1 ? " is not \(options[0])" : " not in \(list(options))")
    case .hasAny(let id, let options): "\(id) has none of \(list(options))"
    default: "not \(operandText(in: vocabulary))"
    }
  }

  private func text(of formula: Formula, within range: ClosedRange<Int>, in vocabulary: Vocabulary) -> String {
    let printer = FormulaPrinter(vocabulary: vocabulary, unit: formula.unit(in: vocabulary))
    return "\(printer.text(of: formula)) \(printer.text(ofLimits: range))"
  }

  /// `pain_areas has all of (hips, lower_back)`; `nil` unless it is just that, in the order of the options.
  private func textOfHavingAll(_ parts: [Condition], in vocabulary: Vocabulary) -> String? {
    guard parts.count > 1, case .hasAny(let id, _) = parts[0], let question = vocabulary.questions[id] else {
      return nil
    }
    let chosen = parts.compactMap { part -> AnswerOption.ID? in
      guard case .hasAny(id, let options) = part, options.count == 1 else { return nil }
      return options[0]
    }
    guard chosen.count == parts.count, question.options.map(\.id).filter(Set(chosen).contains) == chosen else {
      return nil
    }
    return "\(id) has all of \(list(chosen))"
  }

  private func list(_ parts: [String]) -> String { "(\(parts.joined(separator: ", ")))" }
}
