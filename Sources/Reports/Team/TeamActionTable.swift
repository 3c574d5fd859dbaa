import Ergonomics

/// The action register of a team report: as CSV a row for each finding with what takes it away for most people, the steps of
/// the report, and empty cells for whoever sees to it. An Excel workbook begins with what to do and what to get.
///
/// Steps are written "10 to 14": a spreadsheet would read "10-14" as a day in October.
package enum TeamActionTable {
  /// The same summary gives the same bytes.
  package static func bytes(of summary: TeamSummary) -> [UInt8] { table(of: summary).csv }

  /// As sheets: the actions, the equipment, and the same table as the CSV.
  ///
  /// - Throws: `UnusableInput`.
  package static func workbook(of summary: TeamSummary) throws(UnusableInput) -> [UInt8] {
    try [
      (name: "Actions", table: actions(of: summary)), (name: "Equipment", table: equipment(of: summary)),
      (name: "Findings", table: table(of: summary)),
    ].workbook(date: summary.header.date)
  }

  private static func actions(of summary: TeamSummary) -> ReportTable {
    let titles = titles(of: summary)
    let actions = Correction.Part.allCases.flatMap { part in summary.actions.filter { $0.part == part } }
    return ReportTable(
      headings: ["part", "action", "action_title", "for", "effort", "who", "minutes", "cost", "item"] + reach + empty,
      rows: actions.map { action in
        [
          part(action.part), action.id, action.title, titled(action.findings, titles), action.effort.rawValue,
          action.who, String(action.minutes), action.cost.rawValue, action.item ?? "",
        ] + cells(action.reaches) + open
      })
  }

  private static func equipment(of summary: TeamSummary) -> ReportTable {
    let titles = titles(of: summary)
    return ReportTable(
      headings: ["item", "for"] + reach
        + ["price_from", "price_to", "fewest_from", "fewest_to", "total_most", "currency", "price_is", "who"] + empty,
      rows: summary.equipment.map { item in
        let prices = item.price.map { [$0.range.lowerBound, $0.range.upperBound].map(String.init) } ?? ["", ""]
        let totals =
          item.total.map { [String($0.least), String($0.sure), $0.most.map(String.init) ?? ""] } ?? ["", "", ""]
        let source = item.price.map { $0.isRough ? "rough, \(summary.prices?.asOf ?? "")" : "yours" } ?? ""
        return [item.item, titled(item.findings, titles)] + cells(item.reaches) + prices + totals
          + [item.price == nil ? "" : summary.prices?.currency ?? "", source, item.who] + open
      })
  }

  private static let reach = ["people_from", "people_to"]
  private static let open = ["open"] + empty.dropFirst().map { _ in "" }

  private static func part(_ part: Correction.Part) -> String {
    switch part {
    case .decide: "You decide or buy"
    case .manage: "Managers organise"
    case .tell: "Send to everyone"
    }
  }

  private static func cells(_ reach: TeamSummary.Reach) -> [String] {
    [String(reach.low), reach.high.map(String.init) ?? ""]
  }

  private static func titles(of summary: TeamSummary) -> [Rule.ID: String] {
    Dictionary(summary.facts?.findings.map { ($0.id, $0.title) } ?? []) { first, _ in first }
  }

  private static func titled(_ findings: [Rule.ID], _ titles: [Rule.ID: String]) -> String {
    findings.compactMap { titles[$0] }.joined(separator: "; ")
  }

  private static func table(of summary: TeamSummary) -> ReportTable {
    guard let facts = summary.facts else { return ReportTable(headings: fixed + [everyone] + empty, rows: []) }
    let teams = facts.columns.map { $0.isPooled ? pooled : $0.teams[0].isEmpty ? unnamed : $0.teams[0] }
    let actions = Dictionary(
      summary.actions.flatMap { action in action.findings.map { ($0, action) } },
      uniquingKeysWith: { first, _ in first })
    let answered = ["", "People who answered"] + Array(repeating: "", count: fixed.count - 2)
    let rows = facts.findings.map { finding in
      cells(of: finding, actions[finding.id]) + steps(finding.people) + open
    }
    let unknown = summary.unasked.filter(\.isSurprising).map { question in
      let words = "Not known: '\(question.text)' has no column in \(question.isAsked ? "the earlier" : "this") survey"
      return ["", words] + Array(repeating: "", count: fixed.count - 2 + teams.count + 1 + empty.count)
    }
    return ReportTable(
      headings: fixed + teams + [everyone] + empty,
      rows: [answered + steps(facts.answered) + empty.map { _ in "" }] + unknown + rows)
  }

  private static let fixed = [
    "finding", "finding_title", "action", "action_title", "effort", "who", "minutes", "cost", "item", "people_reached",
  ]
  private static let everyone = "Everyone"
  private static let pooled = "Other teams"
  private static let unnamed = "No team given"
  /// For whoever sees to it.
  static let empty = ["status", "owner", "due", "done", "verified"]

  private static func cells(of finding: TeamSummary.FindingRow, _ action: TeamSummary.Action?) -> [String] {
    let known = [finding.id, finding.title]
    guard let action else { return known + Array(repeating: "", count: fixed.count - known.count) }
    return known + [
      action.id, action.title, action.effort.rawValue, action.who, String(action.minutes), action.cost.rawValue,
      action.item ?? "", text(action.reaches),
    ]
  }

  private static func steps(_ row: TeamSummary.Row) -> [String] { (row.cells + [row.everyone]).map(text) }

  private static func text(_ reach: TeamSummary.Reach) -> String {
    reach.high.map { "\(reach.low) to \($0)" } ?? "\(reach.low) or more"
  }

  private static func text(_ step: CountStep) -> String {
    step.high.map { "\(step.low) to \($0)" } ?? "\(step.low) or more"
  }
}
