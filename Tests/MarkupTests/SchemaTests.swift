import Markup
import Testing

@Suite("A schema")
struct SchemaTests {
  @Test("accepts what it describes")
  func accepts() throws {
    let text =
      "<pack xmlns='urn:x' id='a'><title>T</title><band from='0' level='low'/><band from='1' level='high'/></pack>"
    #expect(try parse(text, schema: schema()).root["id"] == "a")
  }

  @Test(
    "says in plain words what is wrong, and where",
    arguments: [
      ("<pack xmlns='urn:x' id='a'>\n<titel>T</titel></pack>", 2, "element 'titel' is not expected here", ["title"]),
      ("<pack xmlns='urn:x'\n id='a'/>", 1, "element 'pack' is not complete", ["title"]),
      (
        "<pack xmlns='urn:x' id='a'><title>T</title>\n<band\nfrom='0'/></pack>", 2,
        "element 'band' has no attribute 'level'", ["level"]
      ),
      (
        "<pack xmlns='urn:x' id='a'><title>T</title>\n<band level='low' from='x'/></pack>", 2,
        "element 'band', attribute 'from' cannot be 'x'", []
      ),
      (
        "<pack xmlns='urn:x' id='a'><title>T</title>\n<band level='it&apos;s' from='0'/></pack>", 2,
        "element 'band', attribute 'level' cannot be 'it's'", ["low", "high"]
      ),
      (
        "<pack xmlns='urn:x' id='a'><title>T</title>\n<band level='low' form='1' from='0'/></pack>", 2,
        "element 'band' cannot have an attribute 'form'", ["from", "id", "level"]
      ),
      ("<pack xmlns='urn:x' id='A'><title>T</title></pack>", 1, "element 'pack', attribute 'id' cannot be 'A'", []),
      ("<pack xmlns='urn:x' id='a'>\n<title/></pack>", 2, "element 'title' is empty", []),
      (
        "<pack xmlns='urn:x' id='a'>\nwords<title>T</title></pack>", 1, "element 'pack' cannot hold text of its own", []
      ),
      ("<pack xmlns='urn:x' id='a'>\n<title><b/></title></pack>", 2, "element 'title' can hold only text", []),
      ("<pack>\n</pack>", 1, "element 'pack' has no namespace", []),
      ("<pack xmlns='urn:y'>\n</pack>", 1, "element 'pack' has the namespace 'urn:y'", []),
      ("<pakc xmlns='urn:x'>\n</pakc>", 1, "element 'pakc' is not expected at the top of a file", ["pack"]),
    ] as [(String, Int, String, [String])])
  func explains(text: String, line: Int, message: String, expected: [String]) throws {
    let found = problems(Array(text.utf8), schema: try schema())
    #expect(found.map(\.kind) == [.invalid])
    #expect(found.map(\.line) == [line])
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.expected) == [expected])
  }

  @Test(
    "says in its own words what a value must be",
    arguments: [
      ("<note days='8' name='a'/>", "a whole number from 1 to 7"), ("<note days='1' name='A'/>", "small letters"),
      ("<note days='x' name='a'/>", "a whole number from 1 to 7"),
      ("<note days='1' name='a' from='x'/>", "a whole number from 0, without a unit"),
    ])
  func rules(text: String, rule: String) throws {
    let schema = try Schema(
      Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="note"><xs:complexType>
            <xs:attribute name="days" type="days" use="required"/><xs:attribute name="name" type="name" use="required"/>
            <xs:attribute name="from" type="xs:nonNegativeInteger"/></xs:complexType></xs:element>
          <xs:simpleType name="days">
            <xs:annotation><xs:documentation>a whole number from 1 to 7</xs:documentation></xs:annotation>
            <xs:restriction base="xs:integer"><xs:minInclusive value="1"/><xs:maxInclusive value="7"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="name">
            <xs:annotation><xs:documentation>small letters</xs:documentation></xs:annotation>
            <xs:restriction base="xs:token"><xs:pattern value="[a-z]{1,9}"/></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """.utf8))
    #expect(problems(Array(text.utf8), schema: schema).map(\.rule) == [rule])
  }

  @Test("tells what stands where something else is expected")
  func tellsWhatWasFound() throws {
    let texts = [
      "<pack xmlns='urn:x' id='a'><titel>T</titel></pack>",
      "<pack xmlns='urn:x' id='a'><title>T</title><band level='lwo' from='0'/></pack>",
      "<pack xmlns='urn:x' id='a'><title>T</title><band from='0'/></pack>",
    ]
    #expect(
      try texts.flatMap { problems(Array($0.utf8), schema: try schema()) }.map(\.found) == ["titel", "lwo", nil])
  }

  @Test("looks on behind a name that is misspelt")
  func looksOn() throws {
    let text = "<pack xmlns='urn:x' id='a'>\n<titel>T</titel>\n<bnad level='low' from='x'/>\n<band level='low'/></pack>"
    let found = problems(Array(text.utf8), schema: try schema(meant: ["titel": "title", "bnad": "band"]))
    #expect(
      found.map { "\($0.line ?? 0) \($0.message)" } == [
        "2 element 'titel' is not expected here", "3 element 'bnad' is not expected here",
        "3 element 'band', attribute 'from' cannot be 'x'", "4 element 'band' has no attribute 'from'",
      ])
  }

  @Test("reports everything at once")
  func reportsAll() throws {
    let text =
      "<pack xmlns='urn:x' id='A'>\n<title/>\n<band level='none' from='0'/>\n<band level='low' from='-1'/></pack>"
    #expect(problems(Array(text.utf8), schema: try schema()).map(\.line) == [1, 2, 3, 4])
  }

  @Test("that is none is refused", arguments: ["<a/>", "<a", "", "<!DOCTYPE a><a/>"])
  func refusesOther(text: String) {
    #expect(throws: MarkupRefused.self) { try Schema(Array(text.utf8)) }
  }

  @Test("serves many tasks at once")
  func isShared() async throws {
    let schema = try schema()
    let counts = await withTaskGroup(of: Int.self) { group in
      for task in 0..<64 {
        group.addTask {
          problems(
            Array("<pack xmlns='urn:x' id='\(task % 2 == 0 ? "a" : "A")'><title>T</title></pack>".utf8), schema: schema
          )
          .count
        }
      }
      return await group.reduce(0, +)
    }
    #expect(counts == 32)
  }
}

/// - Parameter meant: By misspelt names, which are meant.
private func schema(meant: [String: String] = [:]) throws -> Schema {
  try Schema(
    Array(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x"
          elementFormDefault="qualified">
        <xs:element name="pack"><xs:complexType><xs:sequence>
          <xs:element name="title"><xs:simpleType><xs:restriction base="xs:token">
            <xs:minLength value="1"/></xs:restriction></xs:simpleType></xs:element>
          <xs:element name="band" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:attribute name="from" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="level" use="required"><xs:simpleType><xs:restriction base="xs:token">
              <xs:enumeration value="low"/><xs:enumeration value="high"/>
            </xs:restriction></xs:simpleType></xs:attribute>
          </xs:complexType></xs:element></xs:sequence>
          <xs:attribute name="id" use="required"><xs:simpleType><xs:restriction base="xs:token">
            <xs:pattern value="[a-z]+"/></xs:restriction></xs:simpleType></xs:attribute>
        </xs:complexType></xs:element>
      </xs:schema>
      """.utf8),
    nearest: { name, names in meant[name].flatMap { names.contains($0) ? $0 : nil } })
}
