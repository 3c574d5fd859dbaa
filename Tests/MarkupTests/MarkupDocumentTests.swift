import Markup
import Testing

@Suite("A parsed document")
struct MarkupDocumentTests {
  @Test("keeps names, namespaces, attributes in order, text and lines")
  func keepsEverything() throws {
    let root = try parse(
      """
      <?xml version="1.0"?>
      <!-- a comment -->
      <p:pack xmlns:p="urn:x" b="2" a="1 &amp; more" p:c="3">
        <p:title
            lang="en">Chair <![CDATA[& desk]]><!-- inside --> &lt;here&gt;</p:title>
        <other xmlns="urn:y"/>
      </p:pack>
      """
    ).root
    #expect(root.name == "pack")
    #expect(root.namespace == "urn:x")
    #expect(root.attributes.map(\.name) == ["b", "a", "c"])
    #expect(root.attributes.map(\.namespace) == [nil, nil, "urn:x"])
    #expect(root["a"] == "1 & more")
    #expect(root["c"] == nil, "an attribute of a foreign namespace is not ours")
    #expect(root.elements.map(\.name) == ["title", "other"])
    #expect(root.elements.map(\.namespace) == ["urn:x", "urn:y"])
    #expect(root.element("title")?.text == "Chair & desk <here>")
    #expect([root.line] + root.elements.map(\.line) == [3, 4, 6], "the line a start tag begins in")
    #expect([root.number] + root.elements.map(\.number) == [0, 1, 2])
  }

  @Test("knows where a character of a text or an attribute was written")
  func findsPlaces() throws {
    let document = try parse(
      """
      <rule note='x=">"' id="ä-b">
        <when>a &lt; b <!-- is --> and
          c<![CDATA[ & d]]></when>
      </rule>
      """)
    let when = try #require(document.root.element("when"))
    let source = try #require(document.source)
    #expect(when.text == "a < b  and\n    c & d")
    #expect(source.position(of: when) == .init(line: 2, column: 3))
    #expect(source.position(ofCharacter: 0, inTextOf: when) == .init(line: 2, column: 9))
    #expect(source.position(ofCharacter: 2, inTextOf: when) == .init(line: 2, column: 11))
    #expect(source.position(ofCharacter: 4, inTextOf: when) == .init(line: 2, column: 16))
    #expect(source.position(ofCharacter: 7, inTextOf: when) == .init(line: 2, column: 30))
    #expect(source.position(ofCharacter: 15, inTextOf: when) == .init(line: 3, column: 5))
    #expect(source.position(ofCharacter: 19, inTextOf: when) == .init(line: 3, column: 18))
    #expect(source.position(ofCharacter: 2, inAttribute: "id", of: document.root) == .init(line: 1, column: 26))
    #expect(source.position(ofCharacter: 0, inAttribute: "d", of: document.root) == nil)
    #expect(source.stretch(around: .init(line: 3, column: 1)).text == "    c<![CDATA[ & d]]></when>")
  }

  @Test("counts lines beyond 65,535")
  func countsManyLines() throws {
    let root = try parse("<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>").root
    #expect(root.element("b")?.line == 70_001)
  }

  @Test("is read in any encoding it declares, then without places")
  func readsOtherEncodings() throws {
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>\n<b>".utf8) + [0xE4] + Array("</b></a>".utf8)
    let document = try MarkupDocument(latin)
    #expect(document.root.element("b")?.text == "ä")
    #expect(document.root.element("b")?.line == 3)
    #expect(document.source == nil)
  }

  @Test(
    "tells a mistake where it was made, not where it was noticed",
    arguments: [
      ("<a>\n<!-- one\n<b/>\n<!-- two -->\n</a>", 2, "--> where the comment ends"),
      ("<a>\n<!-- one -->\n<!-- two\n</a>", 3, "--> where the comment ends"),
      ("<a>\n<b c=\"1/>\n<d e=\"2\"/>\n</a>", 2, "where the value ends"),
      ("<a>\n<b c=”1”/>\n</a>", 2, "straight quotes"),
      ("\n<?xml version=\"1.0\"?><a/>", 2, "nothing before <?xml"),
    ])
  func places(text: String, line: Int, rule: String) {
    let found = problems(Array(text.utf8))
    #expect(found.map(\.line) == [line] && found.allSatisfy { $0.rule?.contains(rule) == true }, "\(found)")
  }
}

func parse(_ text: String, schema: Schema? = nil) throws -> MarkupDocument {
  try MarkupDocument(Array(text.utf8), schema: schema)
}

/// What a document was refused for; empty if it was not.
func problems(_ bytes: [UInt8], schema: Schema? = nil) -> [MarkupProblem] {
  do throws(MarkupRefused) {
    _ = try MarkupDocument(bytes, schema: schema)
    return []
  } catch {
    return error.problems
  }
}
