import Ergonomics

/// What can be wrong with condition text, in words. All wording of the condition language is made here.
struct ConditionMistake: Equatable {
  let code: Problem.Code
  let summary: String
  let help: String
}

extension Problem {
  init(_ mistake: ConditionMistake, at range: Range<Int>, in source: SourceText) {
    let (place, excerpt) = source.place(of: range)
    self.init(
      code: mistake.code, place: place, summary: mistake.summary, excerpt: excerpt, help: mistake.help)
  }
}

// How the text is written.
extension ConditionMistake {
  static let emptyText = Self(
    code: .emptyCondition, summary: "there is no condition or formula", help: "write one, or remove the element")

  static let tooLong = Self(
    code: .conditionTooLong, summary: "the text has more than \(ConditionParser.longest) words and signs",
    help: "split it, with a measure for a part or into several rules")

  static let tooDeep = Self(
    code: .conditionTooDeep, summary: "conditions are nested more than \(ConditionParser.deepest) deep",
    help: "remove parentheses that change nothing, or name a part as a measure")

  static let numberTooLarge = Self(
    code: .numberTooLarge, summary: "the number is too large, or has too many decimals",
    help: "write at most nine digits, and six after the point")

  static func decimalComma(_ written: String) -> Self {
    let pointed = String(written.map { $0 == "," ? "." : $0 }.filter { $0 != " " })
    return Self(
      code: .decimalComma, summary: "'\(written)' has a comma before its decimals", help: "write '\(pointed)'")
  }

  static let division = Self(
    code: .division, summary: "quantities cannot be divided", help: "multiply by a decimal: '* 0.5' for a half")

  static let quoted = Self(
    code: .unexpected, summary: "names are written without quotes", help: "remove the quotes")

  static func expected(_ what: String, found: String, help: String? = nil) -> Self {
    let place = found.isEmpty ? "the text ends where" : "'\(found)' stands where"
    return Self(code: .unexpected, summary: "\(place) \(what) is expected", help: help ?? "write \(what) here")
  }

  /// Something follows a complete part.
  static func unexpected(_ found: String, after part: Syntax) -> Self {
    let summary = "unexpected '\(found)'"
    if found == ",", part.endsWithOption {
      return Self(code: .unexpected, summary: summary, help: "list options as in 'in (a, b)' or 'has any of (a, b)'")
    }
    if found == "," || found == "]" { return Self(code: .unexpected, summary: summary, help: "remove it") }
    if found == ")" { return Self(code: .unexpected, summary: summary, help: "remove it, or open it with '('") }
    let words = ["is", "not", "in", "has", "at", "more", "less", "between", "and", "or"]
    if let word = commonSynonyms[found] { return Self(code: .unexpected, summary: summary, help: "write '\(word)'") }
    if !Vocabulary.reservedWords.contains(found), let near = words.nearest(to: found) {
      return Self(code: .unexpected, summary: summary, help: didYouMean(near))
    }
    return Self(
      code: .unexpected, summary: summary,
      help: "join conditions with 'and' or 'or', or compare with 'is', 'in', 'at least', …")
  }

  static func quantityInTwoUnits(_ second: String, _ sum: Int, _ unit: UnitOfMeasure, _ other: UnitOfMeasure) -> Self {
    Self(
      code: .unexpected, summary: "'\(second)' stands behind a quantity, which has one number and one unit",
      help: "write '\(unit.text(ofBase: sum))' or '\(other.text(ofBase: sum))'")
  }

  /// Words that other languages have, and what this one has for them.
  private static let commonSynonyms = [
    "equals": "is", "above": "more than", "greater": "more than", "larger": "more than", "over": "more than",
    "below": "less than", "smaller": "less than", "under": "less than", "contains": "has", "includes": "has",
    "isnt": "is not", "isn": "is not", "hasnt": "has none of", "without": "has none of",
  ]

  static func unclosed(_ opening: String) -> Self {
    Self(
      code: .unclosedParenthesis, summary: "'\(opening)' is never closed",
      help: "add '\(opening == "(" ? ")" : "]")'")
  }

  static func symbol(_ symbol: String, word: String) -> Self {
    Self(
      code: .symbolInsteadOfWord, summary: "'\(symbol)' is no word of the language",
      help: "write '\(word)'")
  }

  static func mixedConnectives(_ readings: [String]) -> Self {
    Self(
      code: .mixedAndOr, summary: "'and' and 'or' side by side can be read in two ways",
      help: "write '\(readings[0])' or '\(readings[1])'")
  }

  static func reservedWord(_ word: String) -> Self {
    Self(
      code: .reservedWord, summary: "'\(word)' is a word of the language, not a question",
      help: "give the question another id")
  }

  static func unknownFunction(_ name: String) -> Self {
    let near = ConditionParser.functions.nearest(to: name)
    return Self(
      code: .unknownFunction, summary: "unknown function '\(name)'",
      help: near.map(didYouMean) ?? "use one of: \(ConditionParser.functions.joined(separator: ", "))")
  }

  static func didYouMean(_ name: String) -> String { "did you mean '\(name)'?" }
}

// Names that the pack does not have, or not there.
extension ConditionMistake {
  static func unknownQuestion(_ name: String, near: String?) -> Self {
    let number = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].firstIndex(of: name)
    return Self(
      code: .unknownQuestion, summary: "unknown question '\(name)'",
      help: number.map { "write '\($0 + 1)': numbers are written in digits" } ?? near.map(didYouMean)
        ?? "write the id of a question or measure, or define it")
  }

  static func unknownMeasure(_ name: String, near: String) -> Self {
    Self(code: .unknownMeasure, summary: "unknown measure '\(name)'", help: didYouMean(near))
  }

  static func unknownTable(_ name: String, near: String?) -> Self {
    Self(
      code: .unknownTable, summary: "unknown table '\(name)'",
      help: near.map(didYouMean) ?? "write the id of a table, or define it")
  }

  static func unknownUnit(_ name: String, near: UnitOfMeasure?) -> Self {
    let all = UnitOfMeasure.allCases.map(\.rawValue).joined(separator: ", ")
    return Self(
      code: .unknownUnit, summary: "unknown unit '\(name)'",
      help: near.map { didYouMean($0.rawValue) } ?? "use one of: \(all)")
  }

  static func unknownOption(_ name: String, of question: Question) -> Self {
    let options = question.options.map(\.id)
    return Self(
      code: .unknownOption, summary: "question '\(question.id)' has no option '\(name)'",
      help: options.nearest(to: name).map(didYouMean) ?? "use one of: \(options.joined(separator: ", "))")
  }

  static func optionOfAnother(_ name: String, of question: Question, belongsTo other: Question.ID) -> Self {
    Self(
      code: .optionOfAnotherQuestion,
      summary: "'\(name)' is an option of '\(other)', not of '\(question.id)'",
      help: "ask '\(other)', or use one of: \(question.options.map(\.id).joined(separator: ", "))")
  }
}

// Questions asked the wrong way.
extension ConditionMistake {
  static func textQuestion(_ id: Question.ID) -> Self {
    Self(
      code: .textQuestion, summary: "no condition can read '\(id)', whose answer is free text",
      help: "ask a question with options instead")
  }

  static func isOnSeveral(_ id: Question.ID, _ test: Syntax.ChoiceTest, options: [String]) -> Self {
    let isNegated = test == .isNotOption || test == .isNotIn
    let isSingle = options.count == 1 && !isNegated
    let list = "(\(options.joined(separator: ", ")))"
    return Self(
      code: .isOnMultiSelect, summary: "'\(id)' can have several answers at once; '\(test.rawValue)' asks for one",
      help: "write '\(id) has \(isSingle ? options[0] : isNegated ? "none of \(list)" : "any of \(list)")'")
  }

  static func hasOnSingle(_ id: Question.ID, _ test: Syntax.ChoiceTest, options: [String]) -> Self {
    let isNegated = test == .hasNone
    let list = "(\(options.joined(separator: ", ")))"
    let single = "\(isNegated ? "is not" : "is") \(options[0])"
    return Self(
      code: .hasOnSingleChoice, summary: "'\(id)' has one answer only; '\(test.rawValue)' asks for several",
      help: "write '\(id) \(options.count == 1 ? single : (isNegated ? "not in " : "in ") + list)'")
  }

  static func isOnNumber(_ written: String) -> Self {
    Self(
      code: .isOnNumber, summary: "'\(written)' is a number, and 'is' asks for an option",
      help: "compare it: 'at least', 'at most', 'more than', 'less than' or 'between … and …'")
  }

  static func numberForOption(_ question: Question) -> Self {
    Self(
      code: .isOnNumber, summary: "'\(question.id)' has options, and is compared with a number",
      help: "use one of: \(question.options.map(\.id).joined(separator: ", "))")
  }

  static func notAQuestion(_ written: String) -> Self {
    Self(
      code: .notAQuestion, summary: "'\(written)' is no question with options",
      help: "write the id of one before 'is', 'in' and 'has'")
  }

  static func notACondition(_ written: String, example: String) -> Self {
    Self(
      code: .notACondition, summary: "'\(written)' alone is no condition",
      help: "say what is asked of it, as in '\(example)'")
  }

  static func notANumber(_ question: Question) -> Self {
    let isSeveral = if case .choices = question.kind { true } else { false }
    return Self(
      code: .notANumber, summary: "'\(question.id)' has options, and is no number",
      help: isSeveral
        ? "write 'count(\(question.id))' or 'points(\(question.id))'"
        : "write 'points(\(question.id))' for the points of its answer")
  }

  static func conditionAsQuantity(_ written: String) -> Self {
    Self(
      code: .notANumber, summary: "'\(written)' is a condition, and a quantity is expected",
      help: "write a number, a question with a number, or a measure")
  }

  static func wrongArgument(of function: String) -> Self {
    Self(
      code: .wrongArguments,
      summary: function == "count" ? "count reads one multiple choice" : "points reads one question with options",
      help: "write '\(function)(q)', with such a question for q")
  }

  static func tooFewParts(of function: String) -> Self {
    Self(
      code: .wrongArguments, summary: "\(function) needs two quantities or more", help: "write '\(function)(a, b)'")
  }

  static func wrongIndices(of table: String) -> Self {
    Self(
      code: .wrongArguments, summary: "a table is read by a row and a column", help: "write '\(table)[row, column]'")
  }

  static func quorum(_ count: String, of parts: Int) -> Self {
    Self(
      code: .atLeastOutOfRange, summary: "at least \(count) of \(parts) conditions cannot be counted",
      help: parts == 1 ? "write the condition alone" : "write a whole number from 1 to \(parts)")
  }
}

// Quantities and units.
extension ConditionMistake {
  /// - Parameter isConstant: Whether `b` is a number with a unit, and so easily changed.
  static func mixedUnits(
    _ a: String, _ kindA: QuantityKind, _ b: String, _ kindB: QuantityKind, isConstant: Bool
  ) -> Self {
    let units = UnitOfMeasure.allCases.filter { $0.kind == kindA }.map(\.rawValue).joined(separator: ", ")
    return Self(
      code: .mixedUnits, summary: "'\(a)' is \(kindA.inWords) and '\(b)' is \(kindB.inWords)",
      help: isConstant
        ? "write \(kindA.inWords) instead (units: \(units))"
        : "compare and add \(kindA.plural) with \(kindA.plural) only")
  }

  static func wrongKind(_ kind: QuantityKind, expected: QuantityKind) -> Self {
    Self(
      code: .mixedUnits, summary: "the formula gives \(kind.inWords), and \(expected.inWords) is expected",
      help: "use \(expected.plural), or change the unit to \(kind.baseUnit.rawValue)")
  }

  static func wrongIndex(_ written: String, _ kind: QuantityKind) -> Self {
    Self(
      code: .mixedUnits, summary: "a table is read by counts or points, and '\(written)' is \(kind.inWords)",
      help: "use a measure in points")
  }

  static func plainNumber(_ written: String, unit: UnitOfMeasure) -> Self {
    Self(
      code: .unitMissing, summary: "'\(written)' has no unit, and \(unit.kind.inWords) is expected",
      help: "add a unit, as in '\(written) \(unit.rawValue)'")
  }

  static func notWhole(_ written: String) -> Self {
    Self(code: .notWhole, summary: "'\(written)' is not a whole number", help: "write a whole number")
  }

  static let product = Self(
    code: .quantitiesMultiplied, summary: "two quantities cannot be multiplied",
    help: "multiply by a plain number, such as 0.5")

  static func limitNotConstant(_ written: String) -> Self {
    Self(
      code: .limitNotConstant, summary: "'\(written)' is not a fixed limit",
      help: "use 'at least' and 'at most' joined by 'and', or fixed ends")
  }

  static func swappedEnds(_ low: String, _ high: String) -> Self {
    Self(
      code: .swappedEnds, summary: "'\(low)' is more than '\(high)'",
      help: "write 'between \(high) and \(low)'")
  }

  static func emptyRange(_ unit: UnitOfMeasure) -> Self {
    Self(
      code: .emptyRange, summary: "no whole number of \(unit.rawValue) lies between the ends",
      help: "widen the range")
  }
}

extension Syntax {
  fileprivate var endsWithOption: Bool {
    switch form {
    case .choice: true
    case .all(let parts), .any(let parts): parts.last?.endsWithOption ?? false
    case .not(let part): part.endsWithOption
    default: false
    }
  }
}

extension QuantityKind {
  fileprivate var inWords: String {
    switch self {
    case .length: "a length"
    case .time: "a time"
    case .angle: "an angle"
    case .share: "a share in percent"
    case .count: "a count"
    case .points: "a number of points"
    }
  }

  fileprivate var plural: String {
    switch self {
    case .length: "lengths"
    case .time: "times"
    case .angle: "angles"
    case .share: "shares"
    case .count: "counts"
    case .points: "points"
    }
  }
}
