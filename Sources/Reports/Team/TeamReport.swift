import Ergonomics

/// Makes the report for an employer from templates.
///
///     let report = try TeamReport(templates: TemplateFolder("Reports"))
///     let page = report.html(of: summary)
///
/// Every tag of the templates is checked when it is made, with the problem codes of `PersonReport`.
package struct TeamReport: Sendable, Codable {
  private let page: PageTemplate
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    self = try folder.kept("team") { try TeamReport(reading: folder) }
  }

  private init(reading folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    let specimen = TeamView.specimen(words).fields
    page = try PageTemplate("team", in: folder, styles: ["report.css", "team.css"], specimen: specimen)
  }

  /// A page of its own in UTF-8: no script, no request; the same summary gives the same bytes.
  package func html(of summary: TeamSummary) -> [UInt8] { page.render(TeamView(of: summary, words: words).fields) }
}
