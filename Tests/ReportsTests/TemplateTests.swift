import Ergonomics
import Testing

@testable import Reports

@Suite("Templates")
struct TemplateTests {
  @Test("are checked against one of everything, so that no tag is left out")
  func specimenIsFull() throws {
    let words = try ReportPhrases(Shipped.templates.file("words.txt"))
    let body = try BodyDrawing(Shipped.templates)
    var view = PersonPageView(
      of: [.specimen, .specimen], words: words, figures: Figures.specimen, body: body)
    view.followUp = .specimen
    #expect(emptyLists(in: view.fields, at: "").isEmpty)
  }

  @Test("have the same fields whatever the assessment holds", arguments: Person.everyone)
  func sameFields(person: Person) throws {
    let words = try ReportPhrases(Shipped.templates.file("words.txt"))
    let body = try BodyDrawing(Shipped.templates)
    let figures = Figures.specimen
    var specimen = PersonPageView(of: [.specimen, .specimen], words: words, figures: figures, body: body)
    specimen.followUp = .specimen
    let full = specimen.fields
    for assessments in [[person.assessment], [.strain, person.assessment]] {
      let view = PersonPageView(of: assessments, words: words, figures: [:], body: body).fields
      #expect(differences(view, full, at: "").isEmpty)
    }
  }

  @Test(
    "that ask for what there is not are an error with file, line and a way out",
    arguments: [
      Mistake("{{#notAField}}x{{/notAField}}", "template-field", 2, 3, "no field 'notAField' here"),
      Mistake("{{packTitel}}", "template-field", 2, 3, "no field 'packTitel' here", help: "did you mean 'packTitle'?"),
      Mistake("{{#report}}{{#sum}}{{costs}}{{/sum}}{{/report}}", "template-field", 2, 22, "no field 'costs' here"),
      Mistake("{{sources}}", "template-field", 2, 3, "'sources' is no text"),
      Mistake("{{#date}}{{.}}{{/date}}", "template-field", 2, 3, "'date' is text and always there"),
      Mistake("<a href=\"{{packTitle}}\">x</a>", "template-field", 2, 12, "'packTitle' is no checked link"),
      Mistake(
        "{{>persn-care}}", "template-field", 2, 3, "no template 'persn-care'", help: "did you mean 'person-care'?"),
      Mistake("{{>person-good}}", "template-field", 2, 3, "template 'person-good' contains itself"),
      Mistake("{{#sources}}", "template-field", 2, 3, "section 'sources' has no end"),
      Mistake("{{/sources}}", "template-field", 2, 3, "{{/sources}} ends no section"),
      Mistake("{{date", "template-syntax", 2, 3, "a tag that does not end on its line"),
      Mistake("{{date()}}", "template-syntax", 2, 3, "a tag that is not understood: {{date()}}"),
      Mistake("{{=<% %>=}}", "template-syntax", 2, 3, "a tag that is not understood: {{=<% %>=}}"),
      Mistake("{{&date}}", "template-syntax", 2, 3, "a tag that is not understood: {{&date}}"),
    ])
  func mistakes(mistake: Mistake) throws {
    try Shipped.withOverrides(["person-good.mustache": "<p>\n  \(mistake.text)\n</p>\n"]) { folder in
      let refused = try #require(throws: UnusableInput.self) { try PersonReport(templates: folder) }
      let problem = try #require(refused.problems.first)
      #expect(refused.problems.count == 1)
      #expect(problem.code.rawValue == mistake.code)
      #expect(problem.place.file.hasSuffix("/person-good.mustache"))
      #expect(problem.place.line == mistake.line && problem.place.column == mistake.column)
      #expect(problem.summary == mistake.summary)
      #expect(problem.help != nil && (mistake.help == nil || problem.help == mistake.help))
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String, code: String, line: Int, column: Int, summary: String, help: String?

    init(_ text: String, _ code: String, _ line: Int, _ column: Int, _ summary: String, help: String? = nil) {
      (self.text, self.code, self.line, self.column) = (text, code, line, column)
      (self.summary, self.help) = (summary, help)
    }
    var testDescription: String { text }
  }

  @Test("print a missing field as one line to jump to, with a caret")
  func printedProblem() throws {
    let file = TemplateFile(path: "Reports/person.mustache", text: "<h1>\n  {{titel}}\n</h1>")
    var check = TemplateCheck(["person": try TaggedTemplate(file)])
    check.check("person", against: ["title": HTMLText("x")])
    #expect(
      check.problems.map(\.description) == [
        """
        Reports/person.mustache:2:3: no field 'titel' here
          2 |   {{titel}}
            |   ^^^^^^^^^
          help: did you mean 'title'?
        """
      ])
  }

  @Test("are overridden file by file")
  func overriding() throws {
    let files = [
      "person-good.mustache": "<p id=\"mine\">{{packTitle}}</p>\n", "report.css": "p { color: red }\r\n",
      "figures/hip-stretch.svg":
        "<?xml version=\"1.0\"?>\n<!-- drawn by hand -->\n<svg role=\"img\" aria-label=\"Kneeling\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>\n",
    ]
    try Shipped.withOverrides(files) { folder in
      let html = String(decoding: try PersonReport(templates: folder).html(of: .sample), as: UTF8.self)
      #expect(html.contains("<p id=\"mine\">Lower back and hips</p>"))
      #expect(html.contains("<style>p{color:red}.hide{"))
      #expect(
        html.contains(
          "<div class=\"figure\"><svg role=\"img\" aria-label=\"Kneeling\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg></div>"
        ))
    }
  }

  @Test(
    "are refused with a style, words or a drawing that would break the page",
    arguments: [
      ("report.css", "p {}\n</STYLE><script>", "template-style", 2),
      ("words.txt", "effort.adjst = x\n", "template-words", nil),
      ("words.txt", "only a remark", "template-words", nil),
      ("figures/body.svg", String(repeating: "\r\n", count: 600_000), "template-size", nil),
    ] as [(String, String, String, Int?)])
  func brokenParts(name: String, text: String, code: String, line: Int?) throws {
    try Shipped.withOverrides([name: text]) { folder in
      let refused = try #require(throws: UnusableInput.self) { try PersonReport(templates: folder) }
      let problem = try #require(refused.problems.first)
      #expect(problem.code.rawValue == code && problem.place.file.hasSuffix("/\(name)"))
      #expect(line == nil || problem.place.line == line)
    }
  }

  @Test(
    "carry their style without remarks and spaces that browsers do not need",
    arguments: [
      ("/* why: a */\na  >  b,\n c :hover { color : red ;\n}\n", "a > b,c :hover{color :red}"),
      (
        "@media (min-width: 5rem) { a { margin: 0 calc(1px + 2px); } }",
        "@media (min-width:5rem){a{margin:0 calc(1px + 2px)}}"
      ),
      ("a::after { content: \" /* { a ; b } */ \\\" x \"; }", "a::after{content:\" /* { a ; b } */ \\\" x \"}"),
      ("a { b: c /* without an end", "a{b:c "),
    ])
  func packedStyle(css: String, packed: String) { #expect(Stylesheet.packed(css) == packed) }

  @Test("that are nowhere are an error that names the places looked in")
  func nowhere() throws {
    let refused = try #require(throws: UnusableInput.self) {
      try PersonReport(templates: TemplateFolder("/nowhere", overriddenBy: "/elsewhere"))
    }
    #expect(
      refused.description == "/elsewhere/words.txt: no file 'words.txt'\n  help: looked in /elsewhere, /nowhere")
  }
}
