import Ergonomics
import Spreadsheets

/// A table of an action register: headings and rows of cells, as CSV or as a sheet of an Excel workbook.
package struct ReportTable: Sendable {
  /// Those whose cells are numbers.
  private static let numbers: Set = [
    "minutes", "people_from", "people_to", "price_from", "price_to", "total_from", "total_to",
  ]

  let headings: [String]
  let rows: [[String]]

  package init(headings: [String], rows: [[String]]) { (self.headings, self.rows) = (headings, rows) }

  /// Bytes that depend on nothing else.
  package var csv: [UInt8] {
    ([headings] + rows).flatMap { Array(($0.map(\.neutralised.asField).joined(separator: ",") + "\n").utf8) }
  }

  /// - Parameters:
  ///   - name: Of the sheet.
  ///   - date: When it is said to be made, `YYYY-MM-DD`.
  /// - Throws: `UnusableInput` where it cannot be made, as with more rows than a sheet has.
  package func workbook(sheet name: String, date: String) throws(UnusableInput) -> [UInt8] {
    try [(name: name, table: self)].workbook(date: date)
  }

  fileprivate var columns: [WorkbookWriter.Column] {
    headings.map { WorkbookWriter.Column($0, isNumber: Self.numbers.contains($0)) }
  }

  fileprivate func write(to writer: WorkbookWriter) throws(WorkbookRefusal) {
    if rows.count > WorkbookWriter.mostRows { throw WorkbookWriter.tooManyRows(rows.count) }
    for row in rows { try writer.add(row) }
  }
}

extension [(name: String, table: ReportTable)] {
  /// A sheet each, in their order; there is one at least.
  func workbook(date: String) throws(UnusableInput) -> [UInt8] {
    do {
      let writer = try WorkbookWriter(sheet: self[0].name, columns: self[0].table.columns, date: date)
      try self[0].table.write(to: writer)
      for (name, table) in dropFirst() {
        try writer.add(sheet: name, columns: table.columns)
        try table.write(to: writer)
      }
      return try writer.finish().bytes
    } catch let refusal as WorkbookRefusal {
      throw UnusableInput(refusal)
    } catch {
      preconditionFailure("writing a workbook throws nothing else")
    }
  }
}

extension UnusableInput {
  fileprivate init(_ refusal: WorkbookRefusal) {
    self.init([
      Problem(
        code: refusal.code, place: .init(file: "action register"), summary: refusal.summary,
        help: refusal.help)
    ])
  }
}
