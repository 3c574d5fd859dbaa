import Ergonomics

/// The action register of a team report as CSV or an Excel workbook: a row for each finding with the first thing to try for it, the steps of
/// the report, and empty cells for whoever sees to it.
///
/// Steps are written "10 to 14": a spreadsheet would read "10-14" as a day in October.
package enum ActionRegister {
  /// The same summary gives the same bytes.
  package static func bytes(of summary: TeamSummary) -> [UInt8] { table(of: summary).csv }

  /// The same as a workbook.
  ///
  /// - Throws: `UnusableInput`.
  package static func workbook(of summary: TeamSummary) throws(UnusableInput) -> [UInt8] {
    try table(of: summary).workbook(sheet: "Action register", date: summary.header.date)
  }

  private static func table(of summary: TeamSummary) -> RegisterTable {
    guard let facts = summary.facts else { return RegisterTable(headings: fixed + [everyone] + empty, rows: []) }
    let teams = facts.columns.map { $0.isPooled ? pooled : $0.teams[0].isEmpty ? unnamed : $0.teams[0] }
    let actions = Dictionary(
      summary.actions.flatMap { action in action.findings.map { ($0, action) } },
      uniquingKeysWith: { first, _ in first })
    let answered = ["", "People who answered"] + Array(repeating: "", count: fixed.count - 2)
    let rows = facts.findings.map { finding in
      cells(of: finding, actions[finding.id]) + steps(finding.people) + ["open", "", "", "", ""]
    }
    let unknown = summary.unasked.filter(\.isSurprising).map { question in
      let words = "Not known: '\(question.text)' has no column in \(question.isAsked ? "the earlier" : "this") survey"
      return ["", words] + Array(repeating: "", count: fixed.count - 2 + teams.count + 1 + empty.count)
    }
    return RegisterTable(
      headings: fixed + teams + [everyone] + empty,
      rows: [answered + steps(facts.answered) + empty.map { _ in "" }] + unknown + rows)
  }

  private static let fixed = [
    "finding", "finding_title", "action", "action_title", "effort", "who", "minutes", "cost", "item", "people_helped",
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
      action.item ?? "", text(action.helped),
    ]
  }

  private static func steps(_ row: TeamSummary.Row) -> [String] { (row.cells + [row.everyone]).map(text) }

  private static func text(_ step: CountStep) -> String {
    step.high.map { "\(step.low) to \($0)" } ?? "\(step.low) or more"
  }
}
