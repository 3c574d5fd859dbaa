import Markup
import Testing

@Suite("Limits of documents")
struct MarkupLimitsTests {
  private static func many(_ count: Int, _ part: (Int) -> String) -> String { (0..<count).map(part).joined() }
  private static func long(_ count: Int, _ text: String = "x") -> String { String(repeating: text, count: count) }

  /// What it is, just within its limit and just beyond, and what is said then.
  private static let cases: [(name: String, within: String, beyond: String, message: String)] = [
    ("depth", open(256) + close(256), open(257) + close(257), "elements are nested deeper than 256"),
    (
      "attributes", "<a\(many(64) { " b\($0)='1'" })/>", "<a\(many(65) { " b\($0)='1'" })/>",
      "an element has more than 64 attributes"
    ),
    ("a name", "<\(long(250))/>", "<\(long(300))/>", "a name is longer than 256 bytes"),
    ("an attribute's name", "<a \(long(250))='1'/>", "<a \(long(300))='1'/>", "a name is longer than 256 bytes"),
    ("an attribute", "<a b='\(long(65_000))'/>", "<a b='\(long(66_000))'/>", "an attribute is longer than 65536 bytes"),
    ("a text", "<a>\(long(1_000_000))</a>", "<a>\(long(1_060_000))</a>", "a text is longer than 1048576 bytes"),
    (
      "a text of references", "<a>\(long(200_000, "&lt;"))</a>", "<a>\(long(300_000, "&lt;"))</a>",
      "a text is longer than 1048576 bytes"
    ),
    (
      "character data", "<a><![CDATA[\(long(1_000_000, "]"))]]></a>", "<a><![CDATA[\(long(1_060_000, "]"))]]></a>",
      "a text is longer than 1048576 bytes"
    ),
    (
      "a comment", "<a><!--\(long(260_000))--></a>", "<a><!--\(long(263_000))--></a>",
      "a comment is longer than 262144 bytes"
    ),
    (
      "an instruction", "<a><?x \(long(260_000))?></a>", "<a><?x \(long(263_000))?></a>",
      "a comment is longer than 262144 bytes"
    ),
    (
      "different names", "<a>\(many(9_990) { "<b\($0)/>" })</a>", "<a>\(many(10_001) { "<b\($0)/>" })</a>",
      "the document has more than 10000 different names"
    ),
    (
      "different names of attributes", "<a>\(many(9_990) { "<b c\($0)='1'/>" })</a>",
      "<a>\(many(10_001) { "<b c\($0)='1'/>" })</a>", "the document has more than 10000 different names"
    ),
    (
      "different namespaces", "<a>\(many(4_990) { "<b xmlns:n\($0)='u\($0)'/>" })</a>",
      "<a>\(many(5_001) { "<b xmlns:n\($0)='u\($0)'/>" })</a>", "the document has more than 10000 different names"
    ),
    (
      "namespaces around a place", many(64) { "<a xmlns:n\($0)='u'>" } + close(64),
      many(65) { "<a xmlns:n\($0)='u'>" } + close(65), "a place has more than 64 namespaces"
    ),
  ]

  @Test("refuse what is beyond them and nothing else, of whole documents and of streams", arguments: cases.indices)
  func limits(place: Int) throws {
    let (name, within, beyond, message) = Self.cases[place]
    #expect(problems(Array(within.utf8)).isEmpty, "\(name)")
    let found = try #require(problems(Array(beyond.utf8)).first, "\(name)")
    #expect(found.message == message && [.tooLarge, .tooDeep].contains(found.kind))
    #expect(throws: MarkupRefused(problems: [found])) { try Self.stream("<s>\(beyond)</s>") }
  }

  @Test("of a whole document are its size and its elements; a stream has none of these")
  func wholes() throws {
    let elements = "<a>" + Self.many(200_001) { _ in "<b/>" } + "</a>"
    #expect(problems(Array(elements.utf8)).first?.message == "the document has more than 200000 elements and comments")
    let size = "<a>" + Self.many(90) { _ in "<b>\(Self.long(100_000))</b>" } + "</a>"
    #expect(problems(Array(size.utf8)).first?.message == "the document has more than 8388608 bytes")
    #expect(try Self.stream(size) == 0)
  }

  @Test("count what is open, not what was closed")
  func closed() {
    let document = "<a>" + Self.many(500) { "<b xmlns:n\($0)='u'><c/></b><d xmlns='v'/>" } + "</a>"
    #expect(problems(Array(document.utf8)).isEmpty)
  }

  @Test("end at a DOCTYPE in every encoding that is read; others are not read at all")
  func encodings() throws {
    let bomb = "<!DOCTYPE a [<!ENTITY % x 'y'>]><a/>"
    let wide = bomb.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(bomb.utf8), [0xFF, 0xFE] + wide, wide, [0xFE, 0xFF, 0] + wide.dropLast()] {
      #expect(problems(bytes).first?.kind == .doctype)
    }
    let hidden = "<?xml version='1.0' encoding='UTF-7'?>" + bomb.replacing("<!", with: "+ADw-!") + "<a/>"
    #expect(try #require(problems(Array(hidden.utf8)).first).message.contains("'UTF-7' are not read"))
    for encoding in ["utf-8", "UTF-8", "ISO-8859-1", "iso-8859-15", "windows-1252", "US-ASCII"] {
      #expect(problems(Array("<?xml version='1.0' encoding='\(encoding)'?><a/>".utf8)).isEmpty, "\(encoding)")
    }
    for text in ["<a><!-- <!DOCTYPE b> --></a>", "<a><![CDATA[<!DOCTYPE b>]]></a>", "<a b='&lt;!DOCTYPE'/>"] {
      #expect(problems(Array(text.utf8)).isEmpty, "\(text)")
    }
  }

  private static func stream(_ text: String) throws -> Int {
    var rest = Array(text.utf8)[...]
    let reader = MarkupReader { memory in
      let block = rest.prefix(memory.count)
      memory.copyBytes(from: block)
      rest = rest.dropFirst(block.count)
      return block.count
    }
    var count = 0
    while try reader.next("record") != nil { count += 1 }
    return count
  }
}

@Suite("Places in a text")
struct TextPlacesTests {
  @Test("are the same however long the line is, and whatever characters it has")
  func positions() {
    let line = (0..<900).map { "é\u{301}x日👩‍🏫 <a b=\"\($0)\"/>" }.joined()
    let bytes = Array("first\r\n\(line)\n\(line)".utf8)
    let places = TextPlaces(bytes)
    for place in stride(from: 0, through: bytes.count, by: 617)
    where place == bytes.count || bytes[place] & 0xC0 != 0x80 {
      let before = bytes[..<place]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let (line, column) = places.position(ofByte: place, in: bytes)
      #expect(line == before.count { $0 == 0x0A } + 1)
      #expect(column == String(decoding: before[start...], as: UTF8.self).count + 1)
    }
  }
}
