import Ergonomics
import Spreadsheets

/// An action register: headings and rows of cells, as CSV or as an Excel workbook.
struct RegisterTable {
  /// Those whose cells are numbers.
  private static let numbers: Set = ["minutes"]

  let headings: [String]
  let rows: [[String]]

  /// Bytes that depend on nothing else.
  var csv: [UInt8] {
    ([headings] + rows).flatMap { Array(($0.map(\.neutralised.asField).joined(separator: ",") + "\n").utf8) }
  }

  /// - Parameters:
  ///   - name: Of the sheet.
  ///   - date: When it is said to be made, `YYYY-MM-DD`.
  /// - Throws: `UnusableInput` where it cannot be made, as with more rows than a sheet has.
  func workbook(sheet name: String, date: String) throws(UnusableInput) -> [UInt8] {
    do {
      if rows.count > WorkbookWriter.mostRows { throw WorkbookWriter.tooManyRows(rows.count) }
      let columns = headings.map { WorkbookWriter.Column($0, isNumber: Self.numbers.contains($0)) }
      let writer = try WorkbookWriter(sheet: name, columns: columns, date: date)
      for row in rows { try writer.add(row) }
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
        code: .init(rawValue: refusal.kind.rawValue), place: .init(file: "action register"), summary: refusal.summary,
        help: refusal.help)
    ])
  }
}
