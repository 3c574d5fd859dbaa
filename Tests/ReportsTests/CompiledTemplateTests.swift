import Testing

@testable import Reports

/// As the mustache specification has it (https://github.com/mustache/spec), of what templates here may use.
@Suite("A template that is filled in")
struct CompiledTemplateTests {
  private func filled(_ text: String, _ fields: Fields, partials: [String: String] = [:]) throws -> String {
    var files = try partials.mapValues { try TaggedTemplate(TemplateFile(path: "partial", text: $0)) }
    files["root"] = try TaggedTemplate(TemplateFile(path: "root", text: text))
    return String(decoding: CompiledTemplate("root", of: files).render(fields), as: UTF8.self)
  }

  @Test(
    "takes the line of a lone tag with it, and no other",
    arguments: [
      ("a\n{{#on}}\nb\n{{/on}}\nc\n", "a\nb\nc\n"), ("a\n  {{#on}}  \nb\n\t{{/on}}\nc", "a\nb\nc"),
      ("a {{#on}}b{{/on}} c\n", "a b c\n"), ("{{#on}}\nb\n{{/on}}", "b\n"), ("a\n{{! why }}\nb", "a\nb"),
      ("{{^on}}\nb\n{{/on}}\nc", "c"), ("{{^off}}\nb\n{{/off}}\n", "b\n"),
      ("a\n{{#on}}{{#on}}\nb{{/on}}{{/on}}\n", "a\n\nb\n"), ("{{text}}\n", "x\n"), ("  {{text}}\nb", "  x\nb"),
    ])
  func lines(template: String, page: String) throws {
    #expect(try filled(template, ["on": true, "off": false, "text": HTMLText("x")]) == page)
  }

  @Test("puts what is in front of a lone partial in front of each of its lines")
  func indentation() throws {
    let partials = ["part": "one\n{{#on}}\ntwo {{text}}\n{{/on}}\n\nthree\n", "word": "{{text}}"]
    let fields: Fields = ["on": true, "text": HTMLText("x\ny")]
    #expect(try filled("<\n  {{>part}}\n>", fields, partials: partials) == "<\n  one\n  two x\ny\n\n  three\n>")
    #expect(try filled("<{{>word}}>", fields, partials: partials) == "<x\ny>")
    #expect(try filled("{{>part}}", fields, partials: partials) == "one\ntwo x\ny\n\nthree\n")
  }

  @Test("looks names up from the innermost value out, and what follows a dot in what was found")
  func names() throws {
    let people = [["name": HTMLText("Ada") as any ViewValue], ["age": HTMLText(7)]] as [Fields]
    let fields: Fields = [
      "name": HTMLText("nobody"), "people": people.map { $0 as any ViewValue }, "none": [any ViewValue](),
      "one": ["inner": ["deep": HTMLText("!")] as Fields] as Fields,
      "words": ["a", "b"].map { HTMLText($0) as any ViewValue },
    ]
    #expect(try filled("{{#people}}[{{name}}{{age}}]{{/people}}", fields) == "[Ada][nobody7]")
    #expect(try filled("{{#one}}{{inner.deep}}{{/one}}{{one.inner.deep}}", fields) == "!!")
    #expect(try filled("{{#words}}{{.}},{{/words}}", fields) == "a,b,")
    #expect(try filled("{{#none}}x{{/none}}{{^none}}nothing{{/none}}{{^people}}y{{/people}}", fields) == "nothing")
    #expect(try filled("{{^missing}}absent{{/missing}}{{#missing}}x{{/missing}}{{one.missing}}", fields) == "absent")
  }

  @Test("leaves values as they are, however many braces are around the name")
  func values() throws {
    let fields: Fields = ["text": HTMLText("<&>"), "markup": HTMLText(markup: "<b>")]
    #expect(try filled("{{text}}{{{text}}}{{ markup }}", fields) == "&lt;&amp;&gt;&lt;&amp;&gt;<b>")
  }
}
