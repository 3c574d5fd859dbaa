import Ergonomics
import Reports
import Testing

@Suite("An assessment as XML")
struct AssessmentXMLTests {
  static let people = [
    Person("sample", .sample), Person("empty", .empty), Person("emergency", .emergency),
    Person("plain", .filled(with: "plain")), Person("empty text", .filled(with: "")),
    Person("white space", .filled(with: " \n\t \r\n ")),
    Person("markup", .filled(with: "]]></title><x a=\"1\" b='2'>&amp;&lt;<!-- --><![CDATA[</script>")),
    Person("bidi", .filled(with: "\u{202E}abc\u{2066}\u{200F}א")),
    Person("combining", .filled(with: "\u{301}e\u{301}é\u{200D}👩‍🔬")),
  ]

  @Test("comes back as it was, and goes out again with the same bytes", arguments: people)
  func roundTrip(person: Person) throws {
    let bytes = AssessmentXML.bytes(of: person.assessment)
    let read = try Shipped.xml.get().assessments(from: bytes, file: "saved.xml")
    #expect(read == [person.assessment])
    #expect(AssessmentXML.bytes(of: read) == bytes)
  }

  @Test("of several packs holds each as it is, and is refused with one pack twice")
  func severalPacks() throws {
    let several = [Assessment.sample, .strain, .filled(with: "x")]
    let bytes = AssessmentXML.bytes(of: several)
    let read = try Shipped.xml.get().assessments(from: bytes, file: "saved.xml")
    #expect(read == several)
    #expect(AssessmentXML.bytes(of: read) == bytes)
    let (reader, twice) = (try Shipped.xml.get(), AssessmentXML.bytes(of: [.sample, .empty]))
    let refused = try #require(throws: UnusableInput.self) { try reader.assessments(from: twice, file: "saved.xml") }
    #expect(refused.problems.map(\.code.rawValue) == ["schema"])
  }

  @Test("holds characters that XML cannot as U+FFFD, and nothing else changes")
  func controlCharacters() throws {
    let bytes = AssessmentXML.bytes(of: .filled(with: "bell\u{7} nul\u{0} esc\u{1B} end\u{FFFF}"))
    let read = try Shipped.xml.get().assessments(from: bytes, file: "saved.xml")
    #expect(read == [.filled(with: "bell\u{FFFD} nul\u{FFFD} esc\u{FFFD} end\u{FFFD}")])
    #expect(AssessmentXML.bytes(of: read) == bytes)
  }

  @Test(
    "is refused with place and way out when it is none",
    arguments: [
      ("", "not-well-formed", nil), ("<assessment", "not-well-formed", 1), ("{\"a\": 1}", "not-well-formed", 1),
      ("<!DOCTYPE a [<!ENTITY e \"x\">]>\n<a>&e;</a>", "doctype", 1),
      ("<assessment xmlns=\"urn:sitwell:assessment:1\"/>", "schema", 1),
      ("<answers xmlns=\"urn:sitwell:answers:1\"/>", "schema", 1),
      (String(repeating: "<a>", count: 5000), "too-deep", 1),
    ] as [(String, String, Int?)])
  func refusals(text: String, code: String, line: Int?) throws {
    let reader = try Shipped.xml.get()
    let refused = try #require(throws: UnusableInput.self) {
      try reader.assessments(from: Array(text.utf8), file: "other.xml")
    }
    let first = try #require(refused.problems.first)
    #expect(first.code.rawValue == code)
    #expect(first.place.file == "other.xml")
    #expect(line == nil || first.place.line == line)
    #expect(first.help != nil)
  }

  @Test("with an unknown word is refused at its line")
  func unknownWord() throws {
    let text = String(decoding: AssessmentXML.bytes(of: .sample), as: UTF8.self)
      .replacing("strength=\"moderate\"", with: "strength=\"enormous\"", maxReplacements: 1)
    let line = try #require(text.split(separator: "\n").firstIndex { $0.contains("enormous") }) + 1
    let reader = try Shipped.xml.get()
    let refused = try #require(throws: UnusableInput.self) {
      try reader.assessments(from: Array(text.utf8), file: "saved.xml")
    }
    #expect(refused.problems.allSatisfy { $0.code == .schema && $0.place.line == line })
  }
}
