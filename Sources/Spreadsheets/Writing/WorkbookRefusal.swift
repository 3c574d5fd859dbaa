import Ergonomics
import Markup

/// Why a workbook, or another container of tables, is not read: what was found, and the way out.
package struct WorkbookRefusal: Error, Hashable, Sendable {
  package let code: Problem.Code
  /// One sentence without a full stop.
  package let summary: String
  package let help: String
  /// Of the sheet, counted from 1, where it is known.
  package var row: Int?

  package init(_ code: Problem.Code, _ summary: String, help: String, row: Int? = nil) {
    (self.code, self.summary, self.help, self.row) = (code, summary, help, row)
  }

  static func damaged(_ summary: String, row: Int? = nil) -> Self {
    Self(
      .damagedWorkbook, summary, help: "open the file in the program it comes from, save it anew and try again",
      row: row)
  }

  static func tooLarge(_ summary: String, row: Int? = nil) -> Self {
    Self(.workbookTooLarge, summary, help: "keep only the sheet with the answers, and save it as CSV UTF-8", row: row)
  }

  static func encrypted(_ what: String) -> Self {
    Self(
      .encryptedWorkbook, "\(what) is protected by a password",
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
