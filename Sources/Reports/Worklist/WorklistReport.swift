import Ergonomics

/// Makes the page of an assessor's worklist from templates.
///
///     let page = try WorklistReport(templates: TemplateFolder("Reports")).html(of: worklist)
///
/// Every tag of the templates is checked when it is made, with the problem codes of `PersonReport`.
package struct WorklistReport: Sendable, Codable {
  private let page: PageTemplate
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    self = try folder.kept("worklist") { try WorklistReport(reading: folder) }
  }

  private init(reading folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    let specimen = WorklistView(of: .specimen, words: words).fields
    page = try PageTemplate("worklist", in: folder, styles: ["report.css", "ergonomist.css"], specimen: specimen)
  }

  /// A page of its own in UTF-8: no script, no request; the same worklist gives the same bytes.
  package func html(of worklist: Worklist) -> [UInt8] { page.render(WorklistView(of: worklist, words: words).fields) }
}
