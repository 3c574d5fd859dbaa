import Markup
import Testing

@Suite("The events of a document")
struct MarkupEventsTests {
  /// Writes down what it hears.
  private final class Heard: MarkupListener {
    var words: [String] = []
    private var isInText = false

    func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
      words.append("<\(name) \(attributes.text(1) ?? "-") \(attributes.number(1) ?? -1)")
      isInText = false
    }
    func closed(_ name: Int) {
      words.append(">\(name)")
      isInText = false
    }
    func text(_ text: Span<UInt8>) {
      let piece = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      if isInText { words[words.count - 1] += piece } else { words.append(piece) }
      isInText = true
    }
  }

  private func hear(_ text: String, blockSize: Int) throws -> [String] {
    let heard = Heard()
    let events = MarkupEvents(names: ["a", "n"], namespaces: ["urn:a"], listener: heard)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      try events.read(Array(bytes[start..<min(start + blockSize, bytes.count)]))
    }
    try events.end()
    return heard.words
  }

  @Test("are the same however it is cut, of known names and namespaces only", arguments: [1, 3, 7, 1000])
  func blocks(size: Int) throws {
    let text = """
      <x xmlns="urn:a" xmlns:b="urn:b"><a n="7" b:n="8">é&amp;<![CDATA[<]]></a><b:a/><a b:n="1"/><a n="a&amp;b"/></x>
      """
    #expect(
      try hear(text, blockSize: size) == ["<0 7 7", "é&<", ">0", "<0 - -1", ">0", "<0 a&b -1", ">0"])
  }

  @Test("are refused with the kind of what is wrong")
  func refused() throws {
    func kind(_ text: String) -> MarkupProblem.Kind? {
      do {
        _ = try hear(text, blockSize: 50)
        return nil
      } catch {
        return (error as? MarkupRefused)?.problems.first?.kind
      }
    }
    let entities = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"
    #expect(kind(entities) == .doctype)
    #expect(kind("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") == .doctype)
    #expect(kind(String(repeating: "<a>", count: 300)) == .tooDeep)
    for text in ["", "<a>", "<a></b>", "<a>&unknown;</a>", "<a/><a/>", "<a>\u{0}</a>", "<a b='1' b='2'/>", "a"] {
      #expect(kind(text) == .notWellFormed, "\(text)")
    }
  }

  @Test("come from UTF-16 too")
  func wide() throws {
    let heard = Heard()
    let events = MarkupEvents(names: ["a", "n"], namespaces: [nil], listener: heard)
    try events.read([0xFF, 0xFE] + "<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try events.end()
    #expect(heard.words == ["<0 - -1", "é", ">0"])
  }
}
