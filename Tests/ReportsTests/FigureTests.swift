import Ergonomics
import Testing

@testable import Reports

@Suite("A drawing for the reports")
struct FigureTests {
  @Test("stands in the page as it was drawn, without what is around it")
  func plain() throws {
    let svg =
      "<svg role=\"img\" aria-label=\"A step\" viewBox=\"0 0 1 1\"><g id=\"a-arm\"><use href=\"#a-arm\"/></g></svg>"
    try Shipped.withOverrides(["figures/a.svg": "<?xml version=\"1.0\"?>\n<!-- by hand -->\n\(svg)\n"]) { folder in
      let figures = try Figures(folder)
      #expect(figures.byName["a"] == HTMLText(markup: svg))
    }
  }

  @Test(
    "is refused with what could run, load, restyle or go unseen",
    arguments: [
      ("<script>alert(1)</script>", "a drawing with 'script'"),
      ("<foreignObject/>", "a drawing with 'foreignObject'"), ("<style>p{}</style>", "a drawing with 'style'"),
      ("<image href=\"a.png\"/>", "a drawing with 'image'"), ("<a href=\"#x\"/>", "a drawing with 'a'"),
      ("<path ONLOAD=\"x\"/>", "a drawing with the attribute 'ONLOAD'"),
      ("<path style=\"fill:red\"/>", "a drawing with the attribute 'style'"),
      ("<use href=\"http://example.org/a\"/>", "a drawing with the attribute 'href'"),
      ("<path id=\"arm\"/>", "the id 'arm', which another drawing may have"),
    ])
  func refusals(inside: String, summary: String) throws {
    try expectRefused("<svg role=\"img\" aria-label=\"A step\">\n\(inside)</svg>", summary, line: 2)
  }

  @Test("is refused when it does not say what it shows")
  func wordless() throws {
    try expectRefused("<svg role=\"img\"></svg>", "a drawing without words", line: 1)
    try expectRefused("<svg aria-label=\"A step\"></svg>", "a drawing without words", line: 1)
  }

  @Test("is refused when it is no drawing at all", arguments: ["", "nothing", "<g/>", "<!DOCTYPE svg><svg/>"])
  func notDrawings(text: String) throws { try expectRefused(text, nil, line: nil) }

  @Test("of a finding stands beside its steps, in the findings that come first and once in all")
  func ofFindings() throws {
    var finding = Assessment.Finding.noLumbarSupport
    let findings = ["a.svg", nil, "a", "nowhere.svg", "b", "c", "d", "e", "f", "g"].enumerated().map { place, figure in
      (finding.id, finding.figure) = ("finding-\(place)", figure)
      return finding
    }
    let drawings = Dictionary(uniqueKeysWithValues: "abcdefg".map { (String($0), HTMLText("\($0)")) })
    let shown = PersonView.figures(for: findings, of: drawings, but: [])
    #expect(shown.keys.sorted() == [0, 4, 5, 6].map { "finding-\($0)" })
    #expect(shown["finding-0"] == HTMLText("a") && shown["finding-6"] == HTMLText("d"))
    let others = PersonView.figures(for: findings, of: drawings, but: ["a", "x"])
    #expect(others.keys.sorted() == [4, 5].map { "finding-\($0)" })

    let svg = "<svg role=\"img\" aria-label=\"A pad\"></svg>"
    try Shipped.withOverrides(["figures/no-support.svg": svg]) { folder in
      let html = String(decoding: try PersonReport(templates: folder).html(of: .sample), as: UTF8.self)
      #expect(html.contains("</summary>\n<div class=\"figure pair\">\(svg)</div>"))
    }
  }

  private func expectRefused(_ text: String, _ summary: String?, line: Int?) throws {
    try Shipped.withOverrides(["figures/a.svg": text]) { folder in
      let refused = try #require(throws: UnusableInput.self) { try PersonReport(templates: folder) }
      let problem = try #require(refused.problems.first)
      #expect(problem.code == .templateFigure && problem.help != nil)
      #expect(problem.place.file.hasSuffix("/figures/a.svg"))
      #expect(summary == nil || problem.summary == summary)
      #expect(line == nil || problem.place.line == line)
    }
  }
}
