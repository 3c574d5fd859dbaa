import Ergonomics
import Testing

@Suite("Text for a terminal")
struct TerminalTextTests {
  /// C0, DEL, C1, right to left, without width, line separators, tags.
  private static let acting: [UInt32] =
    [0x00, 0x07, 0x08, 0x0B, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x9F, 0xAD, 0x61C, 0x200B, 0x200D, 0x200E]
    + [0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x3164, 0xFEFF, 0xFFF9, 0xE000, 0xE0041, 0xE0100]

  @Test("spells out what acts on a terminal or hides in a line, wherever it comes in", arguments: acting)
  func visible(value: UInt32) throws {
    let character = String(try #require(Unicode.Scalar(value)))
    let (value, digits) = ("a\(character)b", String(value, radix: 16, uppercase: true))
    let spelt = "a<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>b"
    let problem = Problem(
      code: .schema, place: .init(file: value, line: 1), summary: value,
      excerpt: .init(text: value, marked: 0..<1), help: value)
    for text in [TerminalText(lines: value), TerminalText(data: value), "\(problem)", "\(list: [value])"] {
      #expect(!text.text.unicodeScalars.contains { String($0) == character })
    }
    #expect(TerminalText(data: value).text == spelt)
    if value != "a\rb" { #expect("\(value)" as TerminalText == TerminalText(data: spelt)) }
  }

  @Test("leaves alone what people write")
  func words() {
    let text = "Jörg wrote: \"42 %\" – naïve, 日本語, ❤️, e\u{301}"
    #expect(TerminalText(lines: text).text == text)
    #expect(text.printable == text)
  }

  @Test("puts a value in one line, so that it cannot pass for another message")
  func oneLine() {
    let name = "a.csv\nerror: all is lost\r\n\tx"
    #expect(("cannot read '\(name)'\n" as TerminalText).text == "cannot read 'a.csv error: all is lost   x'\n")
  }

  @Test("shortens what is long, and says how much")
  func long() {
    let name = String(repeating: "é", count: 5_000_000)
    let text: TerminalText = "unknown '\(name)'"
    #expect(text.text.utf8.count < 500)
    #expect(text.text.hasSuffix("é [… and 9999600 bytes more]'"))
    #expect(TerminalText(lines: name).text.utf8.count < 2100)
    #expect(TerminalText(data: name).text == name)
    let names = (0..<250).map { "n\($0)" }
    #expect(("\(list: names)" as TerminalText).text.hasSuffix("n99, and 150 more"))
  }

  @Test("shows of a long line what is marked in it")
  func excerpt() {
    let line = String(repeating: "x", count: 1_000_000) + "here" + String(repeating: "y", count: 1_000_000)
    let problem = Problem(
      code: .schema, place: .init(file: "f", line: 3, column: 1_000_001), summary: "s",
      excerpt: .init(text: line, marked: 1_000_000..<1_000_004), help: nil)
    let lines = problem.description.split(separator: "\n")
    #expect(lines[1].count < 260)
    let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
    #expect(lines[1].dropFirst(caret).hasPrefix("here"))
  }
}
