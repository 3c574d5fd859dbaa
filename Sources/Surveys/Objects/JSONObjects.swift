import Ergonomics

/// The objects of a JSON file one by one: of a list, of a list in a wrapper such as `{"responses": […]}`, or one after the
/// other, as in NDJSON.
final class JSONObjects {
  /// In bytes.
  static let longest = 1 << 20
  private enum Shape { case list, lines }
  private var text: SurveyText
  private let file: String
  private var shape = Shape.lines
  /// Text that was read already, from `place` on.
  private var buffer: [UInt8] = []
  private var place = 0
  private var line = 1
  private var isFirst = true
  private var isAtEnd = false

  /// - Parameter text: Started; `sample` is what `start` has shown.
  init(_ text: SurveyText, sample: ArraySlice<UInt8>, file: String) {
    (self.text, self.file) = (text, file)
    if let length = Self.opening(of: sample) {
      shape = .list
      self.text.skip(length)
      line += sample.prefix(length).count { $0 == ASCII.newline }
    }
  }

  /// How many bytes come before the first object of a list; `nil` where there is no list.
  private static func opening(of sample: ArraySlice<UInt8>) -> Int? {
    let start = String(decoding: sample.prefix(512), as: UTF8.self)
    return start.prefixMatch(of: /\s*(\{\s*"[^"\\]*"\s*:\s*)?\[/).map { start[$0.range].utf8.count }
  }

  func next() throws(SurveyError) -> SurveyObject? {
    guard !isAtEnd, try findObject() else { return nil }
    let startLine = line
    let length = try lengthOfObject()
    let bytes = Array(buffer[place..<place + length])
    line += bytes.count { $0 == ASCII.newline }
    place += length
    do throws(JSONRefused) {
      return SurveyObject(try JSONText(bytes), line: startLine)
    } catch {
      let lines = bytes[..<min(error.place, bytes.count)].count { $0 == ASCII.newline }
      throw refusal(line: startLine + lines, error.summary, help: error.help)
    }
  }

  /// Goes to the next brace that opens; false at the end.
  private func findObject() throws(SurveyError) -> Bool {
    var hasComma = isFirst || shape == .lines
    while let byte = try byte(0) {
      switch byte {
      case UInt8(ascii: "{") where hasComma:
        isFirst = false
        return true
      case ASCII.newline: line += 1
      case ASCII.space, ASCII.tab, ASCII.carriageReturn: break
      case ASCII.comma where shape == .list && !hasComma: hasComma = true
      case UInt8(ascii: "]") where shape == .list:
        isAtEnd = true
        return false
      default:
        let text = String(decoding: buffer[place...].prefix(20), as: UTF8.self).printable
        throw refusal(
          line: line, "'\(text)' is no object", help: "write a person's answers as {\"question\": \"answer\"}")
      }
      place += 1
    }
    if shape == .list { throw refusal(line: line, "the list is not closed", help: "end it with ']'") }
    return false
  }

  /// Up to behind the brace that closes the object at `place`, which is in the buffer then.
  private func lengthOfObject() throws(SurveyError) -> Int {
    var (depth, isQuoted, length) = (0, false, 0)
    while let byte = try byte(length) {
      switch byte {
      case UInt8(ascii: "\\") where isQuoted: length += 1
      case ASCII.quote: isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      length += 1
      if depth == 0 { return length }
      if length > Self.longest {
        throw refusal(line: line, "an object is longer than \(Self.longest) bytes", help: "close every brace and quote")
      }
    }
    throw refusal(line: line, "an object is not closed", help: "close every bracket, brace and quotation mark")
  }

  /// The byte so far behind `place`; what stands before that is thrown away when more must be read.
  private func byte(_ offset: Int) throws(SurveyError) -> UInt8? {
    while place + offset >= buffer.count {
      let block = try text.next()
      if block.isEmpty { return nil }
      buffer.removeFirst(place)
      place = 0
      buffer += block
    }
    return buffer[place + offset]
  }

  private func refusal(line: Int, _ summary: String, help: String) -> SurveyError {
    .refused([
      Problem(code: .unreadableAnswers, place: .init(file: file, line: line), summary: summary, help: help)
    ])
  }
}

extension SurveyObject {
  /// Lists become options joined by `;`, `null` is declined, and what is in an object in it has both names: `matrix/row`.
  fileprivate init(_ json: JSONText, line: Int) {
    self.line = line
    if json.isFHIRResponse { cells = json.fhirAnswers } else { add(json, under: "") }
  }

  private mutating func add(_ json: JSONText, under name: String) {
    guard case .object(let members) = json.value else {
      return cells.append((name, json.cell))
    }
    for member in members { add(member.value, under: name.isEmpty ? member.name : "\(name)/\(member.name)") }
  }
}

extension JSONText {
  fileprivate var cell: String {
    switch value {
    case .null: "-"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let digits): AnswersCollector.plain(digits)
    case .string(let text): text
    case .array(let parts): parts.map(\.cell).joined(separator: ";")
    case .object: ""
    }
  }
}
