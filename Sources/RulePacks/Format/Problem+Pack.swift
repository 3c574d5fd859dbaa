import Ergonomics
import Markup

/// What can be wrong in a pack, and how it is said: names and single elements. What is wrong with a
/// pack as a whole is said by the checks that find it.
extension Problem {
  init(_ code: Code, _ spot: SourceLocation, _ summary: String, help: String?) {
    self.init(code: code, place: spot.place, summary: summary, excerpt: spot.excerpt, help: help)
  }

  static func at(_ path: String) -> SourceLocation { SourceLocation(place: Place(file: path)) }

  /// - Parameter lines: All lines of the file.
  static func markup(_ problem: MarkupProblem, in file: String, lines: [String]) -> Problem {
    let text = problem.line.flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil }
    let column = text.flatMap { text in problem.column.map { min($0, text.count + 1) } }
    let written = text.flatMap { text in problem.found.flatMap { text.range(ofWord: $0) } }
    let marked = column.map { $0 - 1..<$0 } ?? written
    let spot = SourceLocation(
      place: Place(file: file, line: problem.line, column: column),
      excerpt: marked.map { Excerpt(text: text!, marked: $0) })
    switch problem.kind {
    case .doctype:
      return Problem(.doctype, spot, problem.message, help: "delete the DOCTYPE; packs need none")
    case .notWellFormed:
      return Problem(
        .notWellFormed, spot, "this is no well-formed XML: \(problem.message)",
        help: problem.rule.map { "write \($0)" }
          ?? problem.expected.first.map { "write \($0) where the element ends, or look for a name that is misspelled" }
          ?? "look for a tag that is not closed, or for '<' or '&' in a text: write '&lt;' and '&amp;'")
    case .tooDeep, .tooLarge:
      return Problem(
        problem.kind == .tooDeep ? .tooDeep : .tooLarge, spot, problem.message,
        help: "Rules/README.md lists what a file may hold at most")
    case .invalid:
      let nearest = problem.found.flatMap { problem.expected.nearest(to: $0) }
      let isFew = (1...12).contains(problem.expected.count)
      let expected = isFew ? "expected: \(problem.expected.joined(separator: ", "))" : nil
      let missing = problem.missing.map { "<\($0)> is missing before it, or stands further down" }
      return Problem(
        .schema, spot, problem.message,
        help: nearest.map { "did you mean '\($0)'?" } ?? missing ?? expected ?? problem.rule.map { "write \($0)" }
          ?? "Rules/README.md says what stands where")
    }
  }

  static func tooMany(_ kind: NameKind, _ count: Int, at spot: SourceLocation) -> Problem {
    Problem(
      kind.tooMany, spot,
      "the pack has \(count) definitions of a \(kind.rawValue), and \(kind.most) are possible",
      help: "make two packs of it: they can be used side by side")
  }

  /// - Parameter whole: A folder around it that is a pack.
  static func missingPackFile(folder: String, whole: String? = nil) -> Problem {
    Problem(
      .missingPackFile, at(folder), "no file in this folder describes the pack",
      help: whole.map { "it is part of the pack in '\($0)': name that folder" } ?? "add a pack.xml")
  }

  static func doublePackFile(at spot: SourceLocation, first: String) -> Problem {
    Problem(
      .doublePackFile, spot, "the pack is described twice, first in \(first)", help: "keep one of the two files")
  }

  static func noQuestions(at spot: SourceLocation) -> Problem {
    Problem(.noQuestions, spot, "the pack asks nothing", help: "add a file with a 'questionnaire'")
  }

  static func fileNameDiffers(_ id: String, file: String, at spot: SourceLocation) -> Problem {
    Problem(
      .fileNameDiffers, spot, "rule '\(id)' is in the file '\(file)'",
      help: "name the file '\(id).xml', or change the id")
  }

  static func doubleID(
    _ kind: NameKind, _ id: String, at spot: SourceLocation, firstKind: NameKind, first: Place
  ) -> Problem {
    let line = first.line.map { ":\($0)" } ?? ""
    return Problem(
      .doubleID, spot, "\(kind.rawValue) '\(id)' has the id of a \(firstKind.rawValue) in \(first.file)\(line)",
      help: "give one of them another id")
  }

  static func unknownName(_ kind: NameKind, _ name: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      kind.unknown, spot, "unknown \(kind.rawValue) '\(name)'",
      help: nearest(to: name, in: known) ?? "define it in the file with '\(kind.definitions[0][0])'")
  }

  static func unknownFigure(_ name: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      .unknownFigure, spot, "there is no drawing '\(name)'",
      help: nearest(to: name, in: known) ?? "put it into the folder figures of the reports, or leave the attribute out")
  }

  static func doubleReference(_ kind: NameKind, _ name: String, at spot: SourceLocation) -> Problem {
    Problem(
      .doubleReference, spot, "\(kind.rawValue) '\(name)' is named twice here", help: "delete one of them")
  }

  static func unknownPlaceholder(_ name: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      .unknownPlaceholder, spot, "'{\(name)}' is no question or measure",
      help: nearest(to: name, in: known) ?? "write the id of a question or a measure between the braces")
  }

  static func openPlaceholder(at spot: SourceLocation) -> Problem {
    Problem(.openPlaceholder, spot, "this brace is never closed", help: "write '}' behind the name")
  }

  static func reservedWord(_ word: String, at spot: SourceLocation) -> Problem {
    Problem(
      .reservedWord, spot, "'\(word)' is a word of the condition language", help: "choose another id")
  }

  /// "did you mean …?", or all names where there are few; `nil` if that does not help.
  static func nearest(to name: String, in known: [String]) -> String? {
    if let nearest = known.nearest(to: name) { return "did you mean '\(nearest)'?" }
    return (1...8).contains(known.count) ? "choose one of: \(known.joined(separator: ", "))" : nil
  }
}

extension MarkupProblem {
  /// The one element that can stand where another stands.
  fileprivate var missing: String? {
    expected.count == 1 && message.hasSuffix("is not expected here") ? expected[0] : nil
  }
}

extension String {
  /// Where a name stands first, in characters.
  fileprivate func range(ofWord word: String) -> Range<Int>? {
    // The value of an attribute may stand in another one, too.
    if let value = firstRange(of: "\"\(word)\"") {
      let start = distance(from: startIndex, to: value.lowerBound) + 1
      return start..<start + word.count
    }
    guard let found = firstRange(of: word) else { return nil }
    let start = distance(from: startIndex, to: found.lowerBound)
    return start..<start + word.count
  }
}

/// Questions and their answers.
extension Problem {
  static func attributeOfNumbers(_ attribute: String, kind: String, at spot: SourceLocation) -> Problem {
    Problem(
      .attributeOfNumbers, spot, "a question of kind '\(kind)' has no '\(attribute)'",
      help: "delete the attribute, or make the kind 'number'")
  }

  static func incompleteNumber(_ id: String, missing: [String], at spot: SourceLocation) -> Problem {
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    return Problem(
      .incompleteNumber, spot, "number question '\(id)' lacks \(names)",
      help: "say its unit, and the smallest and the largest number it accepts")
  }

  static func boundsOutOfOrder(_ min: String, _ max: String, at spot: SourceLocation) -> Problem {
    Problem(.numberBounds, spot, "max '\(max)' is not above min '\(min)'", help: "swap or change them")
  }

  static func notInBaseUnits(
    _ attribute: String, _ number: String, _ unit: UnitOfMeasure, base: UnitOfMeasure, at spot: SourceLocation
  ) -> Problem {
    Problem(
      attribute == "step" ? .numberStep : .numberBounds, spot,
      "\(attribute) '\(number)' \(unit.rawValue) is no whole number of \(base.rawValue)",
      help: "numbers are kept in whole \(base.rawValue): round it")
  }

  static func badStep(_ step: String, at spot: SourceLocation) -> Problem {
    Problem(
      .numberStep, spot, "step '\(step)' does not fit between min and max", help: "make it positive and smaller")
  }

  static func optionOfNoChoice(_ id: String, kind: String, at spot: SourceLocation) -> Problem {
    Problem(
      .optionOfNoChoice, spot, "a question of kind '\(kind)' has an option '\(id)'",
      help: "delete its options, or make the kind 'choice'")
  }

  static func optionsOfYesNo(at spot: SourceLocation) -> Problem {
    Problem(
      .optionsOfYesNo, spot, "a yes-no question has other options than 'yes' and 'no'",
      help: "leave the options out, or make the kind 'choice'")
  }

  static func tooFewOptions(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(.tooFewOptions, spot, "question '\(id)' leaves no choice", help: "give it two options at least")
  }

  static func tooManyOptions(_ id: String, _ count: Int, at spot: SourceLocation) -> Problem {
    Problem(
      .tooManyOptions, spot, "question '\(id)' has \(count) options, and \(AnswerClasses.limit - 1) are possible",
      help: "join some of them, or ask two questions")
  }

  static func optionText(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      .optionText, spot, "option '\(id)' needs one text, of its own or in a 'text' element",
      help: "write the answer as people read it, once")
  }

  static func doubleOption(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(.doubleID, spot, "the question has two options '\(id)'", help: "give one of them another id")
  }

  static func doubleOptionText(_ text: String, first: String, at spot: SourceLocation) -> Problem {
    Problem(
      .doubleOptionText, spot, "'\(text)' is also \(first)",
      help: "word it differently: survey files may hold the text alone")
  }

  static func reservedOption(at spot: SourceLocation) -> Problem {
    Problem(
      .reservedOption, spot, "'not_sure' stands for the not-sure text of the pack",
      help: "delete the option: every question accepts it anyway")
  }

  static func aloneOutsideChoices(_ id: String, kind: String, at spot: SourceLocation) -> Problem {
    Problem(
      .aloneOutsideChoices, spot, "option '\(id)' of a question of kind '\(kind)' need not stand alone",
      help: "delete 'alone', or make the kind 'choices'")
  }

  static func doubleAnswer(_ question: String, at spot: SourceLocation) -> Problem {
    Problem(.doubleAnswer, spot, "the example answers '\(question)' twice", help: "delete one of the answers")
  }

  static func unknownOption(_ option: String, of question: Question, at spot: SourceLocation) -> Problem {
    Problem(
      .unknownOption, spot, "question '\(question.id)' has no option '\(option)'",
      help: nearest(to: option, in: question.options.map(\.id)) ?? "name one of its options by id")
  }

  static func answerNotAccepted(
    _ mistake: AnswerMistake, by question: Question, text: String, at spot: SourceLocation
  ) -> Problem {
    var help = mistake.help
    if case .outOfRange = mistake, case .number(let range) = question.kind, !text.contains(where: \.isLetter) {
      help += "; '\(text)' without a unit is read as \(text) \(range.unit.rawValue)"
    }
    return Problem(.answerNotAccepted, spot, "question '\(question.id)': \(mistake.summary)", help: help)
  }
}
