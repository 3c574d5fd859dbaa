import Testing

@testable import Reports

@Suite("Text in HTML")
struct HTMLEscapeTests {
  @Test("is every character as it is, but what HTML gives a meaning, forbids, or takes for an order of letters")
  func everyCharacter() {
    let ends = (1...16).flatMap { plane in [0, 0xFFFD, 0xFFFE, 0xFFFF].map { UInt32(plane) << 16 | $0 } }
    let scalars = (Array(0...0xFFFF) + ends).compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars))
    let wrong = zip(scalars, scalars.map { escapedForHTML("a\($0)b") }).filter { $1 != "a\(Self.escaped($0))b" }
    #expect(wrong.isEmpty)
    #expect(escapedForHTML(text).unicodeScalars.elementsEqual(scalars.flatMap { Self.escaped($0).unicodeScalars }))
  }

  /// By what a character is, not by its bytes.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "\t", "\n": String(scalar)
    case _ where scalar.properties.generalCategory == .control: "\u{FFFD}"
    case _ where scalar.properties.isNoncharacterCodePoint: "\u{FFFD}"
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": "\u{FFFD}"
    default: String(scalar)
    }
  }

  @Test("is escaped wherever a character stands", arguments: ["&", "<", ">", "\"", "'", "\u{1}", "\u{7F}", "\u{202E}"])
  func everyPlace(character: String) {
    for before in 0..<70 {
      let (start, end) = (String(repeating: "a", count: before), String(repeating: "b", count: 70 - before))
      #expect(escapedForHTML(start + character + end) == start + escapedForHTML(character) + end)
    }
    #expect(escapedForHTML(character) != character)
  }

  @Test("is escaped although a mark is set on the letter")
  func marks() { #expect(escapedForHTML("\"\u{301}").unicodeScalars.elementsEqual("&quot;\u{301}".unicodeScalars)) }
}
