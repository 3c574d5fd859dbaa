import Ergonomics

/// Makes the card: one page, on A4 or Letter, with what to do first, breaks, two exercises, and when to get help at once.
package struct PersonCard: Sendable, Codable {
  private let page: PageTemplate
  private let words: ReportPhrases
  private let figures: [String: HTMLText]

  /// - Throws: `UnusableInput`, with the problem codes of `PersonReport`.
  package init(templates folder: TemplateFolder) throws {
    self = try folder.kept("card") { try PersonCard(reading: folder) }
  }

  private init(reading folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    figures = try Figures(folder).byName
    let specimen = PersonPageView(
      of: [.specimen, .specimen], words: words, figures: Figures.specimen, body: nil)
    page = try PageTemplate("card", in: folder, styles: ["report.css", "person.css"], specimen: specimen.fields)
  }

  /// - Precondition: There is at least one assessment; all are of the same person.
  package func html(of assessments: [Assessment]) -> [UInt8] {
    var view = PersonPageView(of: assessments, words: words, figures: figures, body: nil)
    view.isCard = true
    return page.render(view.fields)
  }
}
