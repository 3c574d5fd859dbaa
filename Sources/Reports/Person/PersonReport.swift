import Ergonomics

/// Makes the report for one person from templates. Made once, it renders any number of people, also at the same time.
///
///     let report = try PersonReport(templates: TemplateFolder("Reports"))
///     let page = try report.html(of: assessment)
///
/// Every tag of the templates is checked when it is made. Problem codes: `template-missing`, `template-encoding`,
/// `template-syntax`, `template-field`, `template-words`, `template-style`, `template-figure`.
package struct PersonReport: Sendable, Codable {
  private let page: PageTemplate
  private let words: ReportPhrases
  private let figures: [String: HTMLText]
  private let body: BodyDrawing

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    self = try folder.kept("person") { try PersonReport(reading: folder) }
  }

  private init(reading folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    figures = try Figures(folder).byName
    body = try BodyDrawing(folder)
    var specimen = PersonPageView(
      of: [.specimen, .specimen], words: words, figures: Figures.specimen, body: body)
    specimen.followUp = .specimen
    page = try PageTemplate("person", in: folder, styles: ["report.css", "person.css"], specimen: specimen.fields)
  }

  /// A page of its own in UTF-8: no script, no request; the same assessment gives the same bytes.
  package func html(of assessment: Assessment) -> [UInt8] { html(of: [assessment]) }

  /// The same of one person by several packs, one beside the other.
  ///
  /// - Precondition: There is at least one.
  /// - Parameter followUp: What a register tells of the same workstation.
  package func html(of assessments: [Assessment], _ followUp: FollowUp? = nil) -> [UInt8] {
    var view = PersonPageView(of: assessments, words: words, figures: figures, body: body)
    view.followUp = followUp
    return page.render(view.fields)
  }
}
