import Ergonomics

/// Makes the ergonomist's view of one person from templates: every answer and outcome on two pages, with a record to fill.
///
///     let report = try ErgonomistReport(templates: TemplateFolder("Reports"))
///     let page = report.html(of: [assessor.assess(answers, date: "2026-01-31", .workstation)])
///
/// Every tag of the templates is checked when it is made, with the problem codes of `PersonReport`.
package struct ErgonomistReport: Sendable, Codable {
  private let page: PageTemplate
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    self = try folder.kept("ergonomist") { try ErgonomistReport(reading: folder) }
  }

  private init(reading folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    let specimen = ErgonomistView(of: [.specimen, .specimen], words: words, .specimen).fields
    page = try PageTemplate("ergonomist", in: folder, styles: ["report.css", "ergonomist.css"], specimen: specimen)
  }

  /// A page of its own in UTF-8: no script, no request; the same assessments give the same bytes.
  ///
  /// - Parameters:
  ///   - assessments: Of one person on one day, by one pack each; at least one.
  ///   - followUp: What a register tells of the same workstation; the record is filled with it.
  package func html(of assessments: [Assessment], _ followUp: FollowUp? = nil) -> [UInt8] {
    page.render(ErgonomistView(of: assessments, words: words, followUp).fields)
  }
}
