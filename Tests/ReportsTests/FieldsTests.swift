import Testing

@testable import Reports

@Suite("Fields of a template")
struct FieldsTests {
  @Test("know in a row whether another follows, and else do not")
  func row() {
    let fields: Fields = ["title": HTMLText("x")]
    #expect(fields["hasNext"] == nil && fields.names == ["title"])
    let row = [fields, fields, fields].inARow.compactMap { $0 as? Fields }
    #expect(row.map { $0["hasNext"] as? Bool } == [true, true, false])
    #expect(row.allSatisfy { $0.names == ["title", "hasNext"] && ($0["title"] as? HTMLText)?.html == "x" })
    #expect(([row[2]] + row[..<1]).inARow.map { ($0 as? Fields)?["hasNext"] as? Bool } == [true, false])
    #expect((row[0] + ["more": true])["hasNext"] as? Bool == true)
    #expect((fields + row[2])["hasNext"] as? Bool == false)
  }

  @Test("of two are those of the second where both have them")
  func sum() {
    let fields = ["a": HTMLText(1), "b": HTMLText(2)] as Fields + ["b": HTMLText(3), "c": true]
    #expect(fields.names == ["a", "b", "c"])
    #expect((fields["b"] as? HTMLText)?.html == "3")
    #expect(fields.without("a", "missing").names == ["b", "c"])
  }
}

@Suite("Words with gaps")
struct FilledWordsTests {
  @Test(
    "are filled wherever the gap is, and nowhere else",
    arguments: [
      ("{n} of {n}", "7 of 7"), ("{n", "{n"), ("{{n}}", "{7}"), ("none", "none"), ("", ""), ("{m} {n}é", "{m} 7é"),
      ("é{n}", "é7"), ("{n}{n}", "77"), ("{", "{"),
    ])
  func gaps(words: String, filled: String) { #expect(words.filling("{n}", with: "7") == filled) }

  @Test("do not fill what they were filled with")
  func once() { #expect("{n}".filling("{n}", with: "{n}{n}") == "{n}{n}") }
}
