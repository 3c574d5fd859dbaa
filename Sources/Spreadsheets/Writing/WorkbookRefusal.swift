import Markup

/// Why a workbook, or another container of tables, is not read: what was found, and the way out.
package struct WorkbookRefusal: Error, Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// It is something else than a table that can be read, such as an old `.xls`; the help says what to click.
    case otherContainer = "other-container"
    case encrypted = "encrypted-workbook"
    /// It breaks the rules of its format, or is cut off.
    case damaged = "damaged-workbook"
    /// It unpacks to more than is read.
    case tooLarge = "workbook-too-large"
    case whichSheet = "which-sheet"
    case noSuchSheet = "no-such-sheet"
    case notWritten = "workbook-not-written"
  }

  package let kind: Kind
  /// One sentence without a full stop.
  package let summary: String
  package let help: String
  /// Of the sheet, counted from 1, where it is known.
  package var row: Int?

  package init(_ kind: Kind, _ summary: String, help: String, row: Int? = nil) {
    (self.kind, self.summary, self.help, self.row) = (kind, summary, help, row)
  }

  static func damaged(_ summary: String, row: Int? = nil) -> Self {
    Self(.damaged, summary, help: "open the file in the program it comes from, save it anew and try again", row: row)
  }

  static func tooLarge(_ summary: String, row: Int? = nil) -> Self {
    Self(.tooLarge, summary, help: "keep only the sheet with the answers, and save it as CSV UTF-8", row: row)
  }

  static func encrypted(_ what: String) -> Self {
    Self(
      .encrypted, "\(what) is protected by a password",
      help: "open it in the program it comes from, save it without a password (in Excel: File, Info, Protect Workbook, "
        + "Encrypt with Password, delete the password), and try again")
  }

  /// A part of a workbook that is no XML as it is read here.
  static func part(_ name: String, _ refused: MarkupRefused) -> Self {
    let problem = refused.problems[0]
    let line = problem.line.map { ", line \($0)" } ?? ""
    let summary = "the part \(name) of the workbook cannot be read\(line): \(problem.message)"
    return problem.kind == .tooLarge ? .tooLarge(summary) : .damaged(summary)
  }
}
