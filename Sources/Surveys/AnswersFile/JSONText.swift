import Ergonomics

/// A JSON value and where it begins (RFC 8259).
struct JSONText: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONText])
    /// In the order they are written; names are not doubled.
    case object([Member])
  }
  struct Member: Hashable, Sendable {
    let name: String
    let nameStart: Int
    let value: JSONText
  }
  let value: Value
  /// In the bytes.
  let start: Int
}

/// Where reading ended, and why.
struct JSONRefused: Error, Hashable, Sendable {
  let place: Int
  let summary: String
  let help: String
}

extension JSONText {
  /// Reads exactly one value; refuses doubled names and what is nested more than 64 deep.
  init(_ bytes: [UInt8]) throws(JSONRefused) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

private struct JSONReader {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONRefused) -> JSONText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    let value = try value()
    guard next == nil else { throw refusal("there is more text behind the end", "remove what follows the last brace") }
    return value
  }

  /// The next byte that is no white space.
  private var next: UInt8? {
    mutating get {
      while place < bytes.count, " \t\n\r".utf8.contains(bytes[place]) { place += 1 }
      return place < bytes.count ? bytes[place] : nil
    }
  }

  private mutating func value() throws(JSONRefused) -> JSONText {
    let first = next
    let start = place
    switch first {
    case UInt8(ascii: "{"): return JSONText(value: .object(try members()), start: start)
    case UInt8(ascii: "["): return JSONText(value: .array(try elements()), start: start)
    case UInt8(ascii: "\""): return JSONText(value: .string(try string()), start: start)
    case nil: throw refusal("the text ends in the middle", "close every bracket, brace and quotation mark")
    default: return JSONText(value: try word(), start: start)
    }
  }

  private mutating func members() throws(JSONRefused) -> [JSONText.Member] {
    var members: [JSONText.Member] = []
    var names: Set<String> = []
    try list(closedBy: UInt8(ascii: "}")) { (reader) throws(JSONRefused) in
      guard reader.next == UInt8(ascii: "\"") else {
        throw reader.refusal("a name in quotation marks is missing here", "write \"name\": value")
      }
      let nameStart = reader.place
      let name = try reader.string()
      guard names.insert(name).inserted else {
        throw JSONRefused(place: nameStart, summary: "'\(name)' stands here a second time", help: "keep one of the two")
      }
      guard reader.next == UInt8(ascii: ":") else {
        throw reader.refusal("a ':' is missing here", "write \"name\": value")
      }
      reader.place += 1
      members.append(JSONText.Member(name: name, nameStart: nameStart, value: try reader.value()))
    }
    return members
  }

  private mutating func elements() throws(JSONRefused) -> [JSONText] {
    var elements: [JSONText] = []
    try list(closedBy: UInt8(ascii: "]")) { (reader) throws(JSONRefused) in elements.append(try reader.value()) }
    return elements
  }

  private mutating func list(
    closedBy end: UInt8, _ element: (inout JSONReader) throws(JSONRefused) -> Void
  ) throws(JSONRefused) {
    depth += 1
    guard depth <= Self.deepest else { throw refusal("values are nested too deep here", "write answers side by side") }
    place += 1
    var isFirst = true
    while next != end || !isFirst {
      if !isFirst {
        if next == end { break }
        guard next == UInt8(ascii: ",") else {
          throw refusal("a ',' or the end of the list is missing here", "put a comma between two values")
        }
        place += 1
      }
      try element(&self)
      isFirst = false
    }
    place += 1
    depth -= 1
  }

  private mutating func word() throws(JSONRefused) -> JSONText.Value {
    let start = place
    while place < bytes.count, !" \t\n\r,:]}[{\"".utf8.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case _ where Self.isNumber(text): return .number(text)
    default:
      throw JSONRefused(
        place: start, summary: "'\(text.prefix(40))' is no JSON value", help: "put text in quotation marks")
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/) != nil
  }

  private func refusal(_ summary: String, _ help: String) -> JSONRefused {
    JSONRefused(place: place, summary: summary, help: help)
  }
}

extension JSONReader {
  private mutating func string() throws(JSONRefused) -> String {
    let start = place
    var text: [UInt8] = []
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        text += String(try escaped()).utf8
      } else {
        guard bytes[place] >= 0x20 else {
          throw refusal("a line break stands inside quotation marks here", "close the quotation mark, or write \\n")
        }
        text.append(bytes[place])
        place += 1
      }
    }
    guard place < bytes.count else {
      throw JSONRefused(place: start, summary: "a quotation mark is not closed", help: "close it")
    }
    place += 1
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONRefused(place: start, summary: "this text is not in UTF-8", help: "save the file as UTF-8")
    }
    return string
  }

  private mutating func escaped() throws(JSONRefused) -> Character {
    let start = place
    place += 2
    guard start + 1 < bytes.count else { return "\\" }
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(bytes[start + 1]))
    case UInt8(ascii: "u"):
      if let scalar = codePoint() { return Character(scalar) }
      fallthrough
    default:
      throw JSONRefused(place: start, summary: "this is no escape of JSON", help: "write a backslash as \\\\")
    }
  }

  /// Four hexadecimal digits; eight in two escapes for what lies beyond U+FFFF.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard bytes[place...].starts(with: "\\u".utf8) else { return nil }
    place += 2
    guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    place += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
