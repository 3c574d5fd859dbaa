/// Why a text is no answer to a question.
package enum AnswerMistake: Error, Hashable, Sendable {
  /// - Parameters:
  ///   - nearest: What was probably meant, as the question words it.
  ///   - accepted: The codes of all options.
  case unknownOption(String, nearest: String?, accepted: [AnswerOption.ID])
  /// Several options where one is asked for.
  case severalOptions(String)
  /// An option that excludes all others, together with others; or "not sure" together with options.
  case aloneWithOthers(String)
  case notANumber(String, NumberRange)
  case unknownUnit(String, expected: UnitOfMeasure)
  /// A unit of another kind: hours for a length.
  case wrongUnit(String, expected: UnitOfMeasure)
  case outOfRange(String, NumberRange)
  /// A number whose mark may part thousands or decimals, with both readings.
  case twoReadings(String, String, String)
  /// What a spreadsheet has made a date of.
  case madeADate(String)
  /// Words beside answers that are understood.
  case wordsBeside(String)
}

extension AnswerMistake {
  /// States what was found, quoting what was written; one sentence, no full stop.
  package var summary: String {
    switch self {
    case .unknownOption(let text, _, _): "'\(text)' is not one of the answers"
    case .severalOptions(let text): "'\(text)' is more than one answer"
    case .aloneWithOthers(let text): "'\(text)' cannot be combined with other answers"
    case .notANumber(let text, _): "'\(text)' is not a number"
    case .unknownUnit(let text, _): "unknown unit '\(text)'"
    case .wrongUnit(let text, let unit): "'\(text)' is not a unit of \(unit.kind.rawValue)"
    case .outOfRange(let text, _): "'\(text)' is out of range"
    case .twoReadings(let text, let one, let other): "'\(text)' may be \(one) or \(other)"
    case .madeADate(let text): "'\(text)' looks like a date that a spreadsheet has made of an answer"
    case .wordsBeside(let text): "'\(text)' is not one of the answers; those beside it count"
    }
  }

  /// One action.
  package var help: String {
    switch self {
    case .unknownOption(_, let nearest?, _): "did you mean '\(nearest)'?"
    case .unknownOption(_, nil, let accepted): Self.choose(from: accepted)
    case .severalOptions: "give one answer only"
    case .twoReadings(_, let one, let other): "write \(one) or \(other)"
    case .madeADate: "write what was answered (7-8 becomes 07-Aug, 1-5 becomes 5-Jan), in a column formatted as text"
    case .wordsBeside: "whether more was chosen is left open; a mapping can say what the words mean"
    case .aloneWithOthers: "give it alone, or leave it out"
    case .unknownUnit(_, let unit), .wrongUnit(_, let unit): "write the number in \(Self.units(like: unit))"
    case .notANumber(_, let range), .outOfRange(_, let range):
      "give a number from \(range.text(of: range.bounds.lowerBound)) to \(range.text(of: range.bounds.upperBound))"
    }
  }

  private static func choose(from accepted: [String]) -> String {
    let shown = accepted.prefix(8).joined(separator: ", ")
    return accepted.count > 8 ? "use one of the \(accepted.count) answers, such as \(shown)" : "use one of: \(shown)"
  }

  private static func units(like unit: UnitOfMeasure) -> String {
    let others = UnitOfMeasure.allCases.filter { $0.kind == unit.kind && $0 != unit }
    let names = ([unit] + others).map(\.rawValue)
    return names.count == 1 ? names[0] : "\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])"
  }
}

extension NumberRange {
  /// Counts and points need no unit.
  fileprivate func text(of quantity: Int) -> String {
    unit.kind == .count || unit.kind == .points ? String(quantity) : unit.text(ofBase: quantity)
  }
}
