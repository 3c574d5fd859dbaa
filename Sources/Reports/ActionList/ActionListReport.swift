import Ergonomics

/// Makes the list of what to do at the workstation of each person of a survey: as a page from templates, as CSV, and as an
/// Excel workbook.
///
///     let report = try ActionListReport(templates: TemplateFolder("Reports"))
///     let page = report.html(of: list), table = report.csv(of: list)
///
/// Every tag of the templates is checked when it is made, with the problem codes of `PersonReport`.
package struct ActionListReport: Sendable, Codable {
  private let page: PageTemplate
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    self = try folder.kept("actions") { try ActionListReport(reading: folder) }
  }

  private init(reading folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    let specimen = ActionListView(of: .specimen, words: words).fields
    page = try PageTemplate("actions", in: folder, styles: ["report.css", "ergonomist.css"], specimen: specimen)
  }

  /// A page of its own in UTF-8: no script, no request; the same list gives the same bytes.
  package func html(of list: ActionList) -> [UInt8] { page.render(ActionListView(of: list, words: words).fields) }

  /// A row for each person and action, and one for a person of whom missing answers leave all open. Each says whom it is
  /// for, as rows are sorted and copied.
  package func csv(of list: ActionList) -> [UInt8] { table(of: list).csv }

  /// The same rows as an Excel workbook.
  ///
  /// - Throws: `UnusableInput`.
  package func workbook(of list: ActionList) throws(UnusableInput) -> [UInt8] {
    try table(of: list).workbook(sheet: "Actions", date: list.header.date)
  }

  private func table(of list: ActionList) -> ReportTable {
    let head = ["distribution", "id"] + [list.grouping].compactMap(\.self) + Self.columns + TeamActionTable.empty
    let rows = list.people.flatMap { person -> [[String]] in
      let start = [words["actions.notice"], person.id] + (list.grouping == nil ? [] : [person.group])
      let end =
        [person.undetermined.joined(separator: ";"), "open"] + TeamActionTable.empty.dropFirst().map { _ in "" }
      if person.actions.isEmpty, person.undetermined.isEmpty { return [] }
      if person.actions.isEmpty { return [start + Self.columns.dropLast().map { _ in "" } + end] }
      return person.actions.map { start + Self.cells(of: $0) + end }
    }
    return ReportTable(headings: head, rows: rows)
  }

  private static let columns = [
    "item", "action", "action_title", "findings", "finding_titles", "effort", "cost", "who", "minutes", "undetermined",
  ]

  /// All but what is undetermined.
  private static func cells(of action: ActionList.Action) -> [String] {
    let correction = action.correction
    return [
      correction.item ?? "", correction.id, correction.title, action.findings.map(\.id).joined(separator: ";"),
      action.findings.map(\.title).joined(separator: "; "), correction.effort.rawValue, correction.cost.rawValue,
      correction.who, String(correction.minutes),
    ]
  }
}
