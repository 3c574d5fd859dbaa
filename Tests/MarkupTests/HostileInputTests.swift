import Markup
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  /// What it is, and the kind and line of the refusal. Wording differs between versions of libxml2.
  static let cases: [(name: String, bytes: [UInt8], kind: MarkupProblem.Kind, line: Int?)] = [
    ("nothing", [], .notWellFormed, nil),
    ("white space", Array(" \n ".utf8), .notWellFormed, nil),
    ("no XML", Array("id,seat\n1,stool\n".utf8), .notWellFormed, 1),
    ("a DOCTYPE", Array("<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a/>".utf8), .doctype, 2),
    ("a DOCTYPE from the network", Array("<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><a/>".utf8), .doctype, 1),
    (
      "a file as an entity",
      Array("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>".utf8), .doctype, 1
    ),
    ("an entity bomb", Array(entityBomb.utf8), .doctype, 1),
    (
      "an entity bomb in an attribute", Array(entityBomb.replacing("<a>&z;</a>", with: "<a b='&z;'/>").utf8), .doctype,
      1
    ),
    ("an unknown entity", Array("<a>\n&nbsp;</a>".utf8), .notWellFormed, 2),
    ("5,000 levels", Array((open(5000) + close(5000)).utf8), .tooDeep, 1),
    ("5,000 open levels", Array(open(5000).utf8), .tooDeep, 1),
    ("300 levels", Array((open(300) + close(300)).utf8), .tooDeep, 1),
    ("invalid UTF-8", Array("<a>\n".utf8) + [0xC3, 0x28] + Array("</a>".utf8), .notWellFormed, 2),
    ("cut UTF-8", Array("<a>ok".utf8) + [0xE2, 0x82], .notWellFormed, 1),
    ("UTF-16 without a mark", Array("<a/>".utf8).flatMap { [$0, 0] }, .notWellFormed, nil),
    ("an unknown encoding", Array("<?xml version=\"1.0\" encoding=\"x-none\"?><a/>".utf8), .notWellFormed, 1),
    ("a cut document", Array("<a>\n<b>text".utf8), .notWellFormed, 2),
    ("a cut tag", Array("<a>\n<b c=\"".utf8), .notWellFormed, 2),
    ("a cut comment", Array("<a>\n<!-- ".utf8), .notWellFormed, 2),
    ("a control character", Array("<a>\n\u{7}</a>".utf8), .notWellFormed, 2),
    ("a written control character", Array("<a>\n&#7;</a>".utf8), .notWellFormed, 2),
    ("a zero", Array("<a>\n".utf8) + [0] + Array("</a>".utf8), .notWellFormed, 2),
    ("two roots", Array("<a/>\n<b/>".utf8), .notWellFormed, 2),
    ("a double attribute", Array("<a b='1' b='2'/>".utf8), .notWellFormed, 1),
    ("an unknown prefix", Array("<a>\n<p:b/></a>".utf8), .notWellFormed, 2),
  ]

  @Test("is refused whole", arguments: cases.indices)
  func isRefused(index: Int) throws {
    let (name, bytes, kind, line) = Self.cases[index]
    let first = try #require(problems(bytes).first, "\(name)")
    #expect(first.kind == kind, "\(name): \(first.message)")
    if let line { #expect(first.line == line, "\(name): \(first.message)") }
    #expect(!first.message.isEmpty)
  }

  @Test("is refused or read at whatever byte it is cut or changed, and never crashes")
  func survivesDamage() throws {
    let bytes = Array("<?xml version='1.0'?><!--c--><a b=\"1\"><c>&lt;<![CDATA[x]]></c><d e='f'/>ü</a>".utf8)
    var refused = 0
    for place in bytes.indices {
      if !problems(Array(bytes[..<place])).isEmpty { refused += 1 }
      for byte: UInt8 in [0, 0x3C, 0x3E, 0x22, 0x26, 0xFF] {
        var damaged = bytes
        damaged[place] = byte
        _ = problems(damaged)
      }
    }
    #expect(refused == bytes.count, "each cut document")
    #expect(problems(bytes).isEmpty)
  }

  @Test("is refused by many tasks at once as by one")
  func isSafeInParallel() async {
    let found = await withTaskGroup(of: [MarkupProblem].self) { group in
      for _ in 0..<32 { group.addTask { Self.cases.flatMap { problems($0.bytes) } } }
      return await group.reduce(into: Set<[MarkupProblem]>()) { $0.insert($1) }
    }
    #expect(found.count == 1)
  }

  static let entityBomb =
    "<!DOCTYPE a [<!ENTITY y \"lol\">"
    + zip("yabcdefghi", "abcdefghiz").map { "<!ENTITY \($1) \"\(String(repeating: "&\($0);", count: 10))\">" }.joined()
    + "]><a>&z;</a>"
}

func open(_ count: Int) -> String { String(repeating: "<a>", count: count) }
func close(_ count: Int) -> String { String(repeating: "</a>", count: count) }
