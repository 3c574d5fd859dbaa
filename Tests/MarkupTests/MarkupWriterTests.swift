import Markup
import Testing

@Suite("Written XML")
struct MarkupWriterTests {
  @Test("has elements on lines of their own and text where it belongs")
  func isPretty() {
    var writer = MarkupWriter()
    writer.element("survey", namespace: "urn:a", ["id": "1", "left-out": nil, "b": "2"]) { writer in
      writer.element("empty")
      writer.element("answers") { $0.element("answer", ["question": "seat"], text: "stool") }
      writer.element("mixed") { writer in
        writer.text("see ")
        writer.element("em", text: "this")
        writer.text(" and that")
      }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <survey xmlns="urn:a" id="1" b="2">
          <empty/>
          <answers>
            <answer question="seat">stool</answer>
          </answers>
          <mixed>see <em>this</em> and that</mixed>
        </survey>

        """)
  }

  @Test(
    "gives hostile text back as text",
    arguments: [
      "<script>alert('x')</script>", "a & b &amp; c", "]]>", "\"quoted\" 'text'", " two  spaces ", "tab\there",
      "line\nline\r\nline\rline", "emoji 🪑 and ä\u{0301}", "<!-- no comment -->", "\u{FFFD}", "\u{85}\u{2028}",
    ])
  func roundTrips(text: String) throws {
    var writer = MarkupWriter()
    writer.element("a", ["b": text]) { $0.text(text) }
    let root = try MarkupDocument(writer.bytes).root
    #expect(Array(root.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(Array((root["b"] ?? "").unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    "notices what must be written in another way, wherever it stands in a text",
    arguments: ["&", "<", ">", "\"", "\t", "\n", "\r", "\u{0}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func isNoticed(character: String) throws {
    let held = ["\u{0}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"].contains(character) ? "\u{FFFD}" : character
    for before in 0..<70 {
      let (start, end) = (String(repeating: "a", count: before), String(repeating: "–", count: 70 - before))
      var writer = MarkupWriter()
      writer.element("a", ["b": start + character + end], text: start + character + end)
      let root = try MarkupDocument(writer.bytes).root
      #expect(root.text == start + held + end)
      #expect(root["b"] == start + held + end)
    }
  }

  @Test("replaces what XML cannot hold", arguments: ["\u{0}", "\u{7}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"])
  func replacesControlCharacters(character: String) throws {
    var writer = MarkupWriter()
    writer.element("a", ["b": "x\(character)y"], text: "x\(character)y")
    let root = try MarkupDocument(writer.bytes).root
    #expect(root.text == "x\u{FFFD}y")
    #expect(root["b"] == "x\u{FFFD}y")
  }

  @Test("can be taken away piece by piece")
  func isTaken() {
    var (whole, pieces, taken) = (MarkupWriter(), MarkupWriter(), [UInt8]())
    whole.element("a") { writer in for number in 0..<3 { writer.element("b", text: "\(number)") } }
    pieces.element("a") { writer in
      for number in 0..<3 {
        writer.element("b", text: "\(number)")
        taken += writer.takeBytes()
      }
    }
    #expect(taken + pieces.takeBytes() == whole.bytes)
    #expect(pieces.bytes.isEmpty)
  }
}
