import Ergonomics
import Markup

/// Sentences that answers are put into.
extension PackReader {
  /// Text with placeholders; one that names no question or measure is a problem.
  mutating func template(_ element: MarkupElement, in file: PackFile) -> Template {
    let written = file.text(of: element)
    for place in AnswerPlaceholder.all(in: written.text) {
      let isKnown = knownNames.contains(place.name)
      draft.shown.insert(place.name)
      if isKnown { checkUnit(behind: place, in: written) }
      if isKnown || names.doubtful.contains(place.name) { continue }
      problems.append(
        place.isClosed
          ? .unknownPlaceholder(
            place.name, at: written.spot(ofCharacters: place.name.isEmpty ? place.characters : place.inside),
            known: names.all(.question) + names.all(.measure))
          : .openPlaceholder(at: written.spot(ofCharacters: place.characters)))
    }
    for stray in AnswerPlaceholder.strays(in: written.text, names: knownNames) {
      problems.append(.strayPlaceholder(written.words(stray), at: written.spot(ofCharacters: stray)))
    }
    return AnswerPlaceholder.template(element.words)
  }

  /// Text that is printed as it is written.
  mutating func checkPlain(_ element: MarkupElement, in file: PackFile) {
    let written = file.text(of: element)
    let places = AnswerPlaceholder.all(in: written.text).filter { knownNames.contains($0.name) }.map(\.characters)
    for place in places + AnswerPlaceholder.strays(in: written.text, names: knownNames) {
      problems.append(.answerShownElsewhere(written.words(place), at: written.spot(ofCharacters: place)))
    }
  }

  private var knownNames: Set<String> { Set(names.all(.question) + names.all(.measure)) }

  /// Numbers are printed with their units, and options as they are worded.
  private mutating func checkUnit(behind place: AnswerPlaceholder, in written: WrittenText) {
    let behind = written.text.dropFirst(place.characters.upperBound)
    let blanks = behind.prefix(while: \.isWhitespace).count
    let word = String(behind.dropFirst(blanks).prefix { $0.isLetter || "%°\"″".contains($0) })
    let start = place.characters.upperBound + blanks
    let spot = written.spot(ofCharacters: start..<start + max(1, word.count))
    if let unit = unit(of: place.name) {
      // "in" and "m" may be other words.
      guard !["in", "m"].contains(word), let other = UnitOfMeasure(word), other.kind == unit.kind else { return }
      problems.append(.unitTwice(place.name, unit, word, at: spot))
    } else if let question = draft.questions.first(where: { $0.value.id == place.name })?.value {
      let next = behind.dropFirst(blanks + word.count).split { !$0.isLetter }.first.map(String.init) ?? ""
      let isQuantity = Self.times.contains(word) || ["a", "an", "per"].contains(word) && Self.spans.contains(next)
      guard isQuantity, let option = question.options.first, !question.options.contains(where: Self.maySayHowMuch)
      else {
        return
      }
      problems.append(.optionAsQuantity(place.name, option.text, "\(word) \(next)", at: spot))
    }
  }

  private func unit(of name: String) -> UnitOfMeasure? {
    if let measure = draft.measures.first(where: { $0.value.id == name }) { return measure.value.unit }
    guard case .number(let range)? = draft.questions.first(where: { $0.value.id == name })?.value.kind else {
      return nil
    }
    return range.unit
  }

  private static let times: Set = ["h", "hour", "hours", "min", "minute", "minutes"]
  private static let spans: Set = ["day", "week", "hour", "month"]
  private static let amounts: Set = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "once", "twice", "times", "half",
    "hour",
    "hours", "minutes", "few", "several", "many", "more", "less", "most", "all", "none", "never", "nothing",
  ]

  private static func maySayHowMuch(_ option: AnswerOption) -> Bool {
    option.text.contains(where: \.isNumber)
      || option.text.lowercased().split { !$0.isLetter }.contains { amounts.contains(String($0)) }
  }
}

extension WrittenText {
  /// Some characters of it.
  fileprivate func words(_ characters: Range<Int>) -> String {
    String(text.dropFirst(characters.lowerBound).prefix(characters.count))
  }
}

extension Problem {
  static func strayPlaceholder(_ words: String, at spot: SourceLocation) -> Problem {
    let name = words.filter { !"[]}".contains($0) }
    return Problem(
      .strayPlaceholder, spot, "'\(words)' would be printed as it stands",
      help: name.isEmpty
        ? "write '{' and the id of a question before it, or delete it" : "write '{\(name)}' to show the answer")
  }

  static func answerShownElsewhere(_ words: String, at spot: SourceLocation) -> Problem {
    Problem(
      .strayPlaceholder, spot, "'\(words)' would be printed as it stands: only <finding> shows answers",
      help: "say it without the answer, or say it in <finding>")
  }

  static func unitTwice(_ name: String, _ unit: UnitOfMeasure, _ word: String, at spot: SourceLocation) -> Problem {
    let shown = unit.text(ofBase: 5 * unit.inBaseUnits.times(1))
    return Problem(
      .unitTwice, spot, "'{\(name)}' is printed with its unit, so that people read '\(shown) \(word)'",
      help: "delete '\(word)'")
  }

  static func optionAsQuantity(_ name: String, _ option: String, _ words: String, at spot: SourceLocation) -> Problem {
    Problem(
      .optionAsQuantity, spot, "'\(name)' is no number, so that people read '\(option) \(words)'",
      help: "show a question with a number, or say it in other words")
  }
}
