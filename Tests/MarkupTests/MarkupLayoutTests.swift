import Markup
import Testing

@Suite("The layout of a document")
struct MarkupLayoutTests {
  private static let layouts = [
    "a": ElementLayout(
      children: [
        "p": ElementLayout(attributes: ["id", "when", "says"], conditions: ["when"], text: .prose),
        "f": ElementLayout(text: .lines),
      ])
  ]

  private func formatted(_ text: String) throws -> String {
    String(decoding: try MarkupLayout.formatted(Array(text.utf8), Self.layouts), as: UTF8.self)
  }

  private static let long = String(repeating: "word ", count: 30)

  private static let cases: [(name: String, written: String, laidOut: String)] = [
    (
      "orders attributes, those that are unknown last, in quotes of one kind",
      "<a><p other='1'\n says = 'say \"x\"'  id='i'/></a>",
      "<a>\n  <p id=\"i\" says=\"say &quot;x&quot;\" other=\"1\"/>\n</a>"
    ),
    (
      "keeps empty lines between elements, one for several, and none at the ends",
      "<a>\n\n\n<p/>\n\n\n\n<p/>\n<p/>\n\n</a>", "<a>\n  <p/>\n\n  <p/>\n  <p/>\n</a>"
    ),
    ("fills words", "<a><p>\r\n\tone\n  two</p></a>", "<a>\n  <p>one two</p>\n</a>"),
    (
      "breaks lines where they are full", "<a><p>\(long)</p></a>",
      "<a>\n  <p>\(String(repeating: "word ", count: 22))word\n    word word word word word word word</p>\n</a>"
    ),
    (
      "keeps lines of conditions and charts", "<a><f>x\n      or y</f><f>\n1 2\n3  4\n  5\n\n</f></a>",
      "<a>\n  <f>x\n    or y</f>\n  <f>\n    1 2\n    3  4\n      5\n  </f>\n</a>"
    ),
    (
      "keeps comments before, between, behind and in texts",
      "<!--x--><a><!-- y\n   z --><p/><!--\n\ttabbed\n\t  more\n--><p/> <!--behind--><p>a<!-- b -->c <!--d--> e</p></a><!--z-->",
      "<!-- x -->\n<a>\n  <!-- y\n       z -->\n  <p/>\n  <!--\n    tabbed\n      more\n  -->\n  <p/> <!-- behind -->\n"
        + "  <p>a<!-- b -->c <!-- d --> e</p>\n</a>\n<!-- z -->"
    ),
    (
      "keeps what references and character data mean", "<a><p>a &lt; b &#38; <![CDATA[c < ]]>d&#160;e&#x2028;</p></a>",
      "<a>\n  <p>a &lt; b &amp; c &lt; d&#160;e&#8232;</p>\n</a>"
    ),
    (
      "keeps values of attributes, but for blanks where they tell nothing",
      "<a><p when=' a\n  and b ' says='x  y&#10;z'/></a>", "<a>\n  <p when=\"a and b\" says=\"x  y&#10;z\"/>\n</a>"
    ),
    (
      "breaks a long tag before an attribute that then fits",
      "<a><p id='i' says='\(long)' other='\(long.dropLast(100))'/></a>",
      "<a>\n  <p id=\"i\" says=\"\(long)\"\n      other=\"\(long.dropLast(100))\"/>\n</a>"
    ),
    (
      "keeps namespaces, prefixes and instructions",
      "<?keep  this?><a xmlns='urn:a' xmlns:b='urn:b' xml:lang='en'><b:p b:x='1'/><?in me?></a>",
      "<?keep this?>\n<a xmlns=\"urn:a\" xmlns:b=\"urn:b\" xml:lang=\"en\">\n  <b:p b:x=\"1\"/>\n  <?in me?>\n</a>"
    ),
    ("has no mark before it, and a line end behind", "\u{FEFF}<a> </a>", "<a/>"),
    (
      "keeps elements amid words", "<a><p>see <em x='1'> this </em>, <b/>or</p></a>",
      "<a>\n  <p>see <em x=\"1\"> this </em>, <b/>or</p>\n</a>"
    ),
  ]

  @Test("is one, and laying out what is laid out changes nothing", arguments: cases.map(\.name))
  func isOne(name: String) throws {
    let each = try #require(Self.cases.first { $0.name == name })
    let whole = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(each.laidOut)\n"
    #expect(try formatted(each.written) == whole)
    #expect(try formatted(whole) == whole)
  }

  @Test("is in UTF-8, whatever the document was in")
  func encodings() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a><p>".utf8) + [0xE4] + Array("</p></a>".utf8)
    let wide = Array("\u{FEFF}<a><p>ä</p></a>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let laidOut = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <p>ä</p>\n</a>\n"
    #expect(try MarkupLayout.formatted(latin, Self.layouts) == Array(laidOut.utf8))
    #expect(try MarkupLayout.formatted(wide, Self.layouts) == Array(laidOut.utf8))
  }

  @Test(
    "is none of what is no XML", arguments: ["", "<a>", "<a></b>", "<!DOCTYPE a><a/>", "<a>&nbsp;</a>", "<a b=1/>"])
  func refused(text: String) { #expect(throws: MarkupRefused.self) { try formatted(text) } }
}
