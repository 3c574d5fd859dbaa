import Ergonomics
import Markup

extension AnswersCollector {
  /// One person as an object, or several in a list.
  mutating func readJSON(_ bytes: [UInt8]) {
    let lines = LineIndex(bytes)
    do throws(JSONRefused) {
      let text = try JSONText(bytes)
      if case .array(let people) = text.value {
        if people.isEmpty {
          add(.unreadableAnswers, lines[0], "the list is empty", help: "put a person's answers in it")
        }
        for person in people { readPerson(person, lines) }
      } else {
        readPerson(text, lines)
      }
    } catch {
      add(.unreadableAnswers, lines[error.place], error.summary, help: error.help)
    }
  }

  private mutating func readPerson(_ text: JSONText, _ lines: LineIndex) {
    guard case .object(let members) = text.value else {
      return add(
        .unreadableAnswers, lines[text.start], "a person's answers stand in braces",
        help: "write {\"question\": \"answer\"}")
    }
    var answers = Answers()
    var named: [Question.ID: String] = [:]
    for member in members {
      if member.name == "id", pack.question("id") == nil {
        answers.id = readID(member.value, lines)
      } else if let question = question(member.name, at: lines[member.nameStart], &named) {
        answers[question.id] = answer(member.value, to: question, lines)
      }
    }
    add(answers, at: lines[text.start])
  }

  private mutating func readID(_ text: JSONText, _ lines: LineIndex) -> String? {
    switch text.value {
    case .string(let id): return id.isEmpty ? nil : id
    case .number(let id): return id
    case .null: return nil
    case .bool, .array, .object:
      add(.wrongAnswer, lines[text.start], "an id is a text or a number", help: "write \"id\": \"17\"")
      return nil
    }
  }

  private mutating func answer(_ text: JSONText, to question: Question, _ lines: LineIndex) -> Answer? {
    let position = lines[text.start]
    switch text.value {
    case .null: return .declined
    case .string(let word): return answer(word, to: question, at: position)
    case .number(let digits): return answer(Self.plain(digits), to: question, at: position)
    case .bool(let isTrue) where question.isYesNo: return .option(isTrue ? "yes" : "no")
    case .array(let parts):
      if parts.isEmpty { return nil }
      guard case .choices = question.kind else { break }
      let words = parts.compactMap(\.word)
      guard words.count == parts.count else { break }
      return selection(zip(parts, words).map { ($0.start, $1) }, question, position, lines)
    case .bool, .object: break
    }
    add(.wrongAnswer, position, "this is no answer to '\(question.id)'", help: "accepted: \(question.acceptedAnswers)")
    return nil
  }

  /// Each word by itself first, so that a problem has its place.
  private mutating func selection(
    _ words: [(start: Int, text: String)], _ question: Question, _ position: Position, _ lines: LineIndex
  ) -> Answer? {
    var chosen: [AnswerOption.ID] = []
    for word in words {
      if word.text == "?" {
        chosen.append("?")
        continue
      }
      switch answer(word.text, to: question, at: lines[word.start]) {
      case .options(let ids): chosen += ids
      case .declined where words.count == 1: return .declined
      case .declined: chosen.append("-")  // with others it is a mistake, found below
      case .option, .atLeast, .number, .range, .text, nil: return nil
      }
    }
    return answer(chosen.joined(separator: ";"), to: question, at: position)
  }

  /// `1.50e2` as people write it, where that is short; anything longer is left to be out of range.
  static func plain(_ number: String) -> String {
    guard let mark = number.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(number[number.index(after: mark)...]), abs(exponent) < 16
    else { return number }
    let parts = number[..<mark].split(separator: ".")
    let isNegative = parts[0].hasPrefix("-")
    let digits = parts.map { $0.filter(\.isASCIIDigit) }
    let point = digits[0].count + exponent
    var all = digits.joined()
    if point <= 0 { all = String(repeating: "0", count: 1 - point) + all }
    let whole = max(point, 1)
    all += String(repeating: "0", count: max(0, whole - all.count))
    let decimals = all.dropFirst(whole)
    return (isNegative ? "-" : "") + all.prefix(whole) + (decimals.isEmpty ? "" : ".\(decimals)")
  }
}

extension JSONText {
  fileprivate var word: String? {
    if case .string(let word) = value { word } else { nil }
  }
}

/// Finds the line and character of a byte, both counted from 1.
struct LineIndex {
  private let bytes: [UInt8]
  private let places: TextPlaces
  private let hasMark: Bool

  init(_ bytes: [UInt8]) {
    (self.bytes, places, hasMark) = (bytes, TextPlaces(bytes), bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  subscript(place: Int) -> AnswersCollector.Position {
    let (line, column) = places.position(ofByte: place, in: bytes)
    return (line, line == 1 && hasMark && place >= 3 ? column - 1 : column)
  }
}
