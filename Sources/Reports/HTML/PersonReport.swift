import Ergonomics
import Foundation
import Mustache

/// Makes the report for one person from templates. Made once, it renders any number of people, also at the same time.
///
///     let report = try PersonReport(templates: TemplateFolder("Reports"))
///     let page = try report.html(of: assessment)
///
/// Every tag of the templates is checked when it is made. Problem codes: `template-missing`, `template-encoding`,
/// `template-syntax`, `template-field`, `template-words`, `template-style`, `template-figure`.
package struct PersonReport: Sendable {
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let words: Words
  private let figures: [String: HTMLText]
  private let style: Stylesheet

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    words = try Words(folder.file("words.txt"))
    style = try Stylesheet(folder.file("report.css"))
    figures = try Figures(folder).byName
    let set = try TemplateSet(root: "person", in: folder)
    let specimen = PersonView(of: .specimen, words: words, figures: ["specimen": HTMLText(markup: "")])
    var check = try TemplateCheck(set.files)
    check.check("person", against: Self.fields(specimen, style))
    guard check.problems.isEmpty else { throw UnusableInput(Array(check.problems)) }
    (template, library) = try set.compiled()
  }

  /// A page of its own in UTF-8: no script, no request; the same assessment gives the same bytes.
  package func html(of assessment: Assessment) -> [UInt8] {
    let view = PersonView(of: assessment, words: words, figures: figures)
    return Array(template.render(Self.fields(view, style), library: library).utf8)
  }

  private static func fields(_ view: PersonView, _ style: Stylesheet) -> Fields {
    view.fields.merging([
      "style": HTMLText(markup: style.text), "styleHash": HTMLText(style.hash),
    ]) { field, _ in field }
  }
}

/// The style of a report and the hash by which a content security policy lets it in.
struct Stylesheet: Sendable {
  let text: String
  /// `sha256-…`, as Content Security Policy Level 3 writes it.
  let hash: String

  init(_ file: TemplateFile) throws {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.lowercased().contains("</style") || line.contains("\0") {
      throw UnusableInput([
        Problem(
          code: .templateStyle, place: .init(file: file.path, line: index + 1),
          summary: "a style sheet that would end the style element", help: "take '</style' out")
      ])
    }
    text = file.text
    hash = "sha256-" + Data(SHA256.digest(Array(text.utf8))).base64EncodedString()
  }
}
