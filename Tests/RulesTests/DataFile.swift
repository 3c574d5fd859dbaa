import Foundation
import TestSupport

/// A published table below `Tests/Fixtures`.
struct DataFile {
  typealias Row = [String: String]

  let headings: [String]
  /// Cells by heading.
  let rows: [Row]

  init(_ path: String) {
    let text = try! String(contentsOfFile: "\(Shipped.repository)/Tests/Fixtures/\(path)", encoding: .utf8)
    let records = commaSeparatedRecords(text + "\n")
    headings = records[0]
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
  }
}

/// A chart as published: the first column numbers the rows, the headings end with the number of their column.
struct PublishedChart {
  struct Cell {
    let row: Int
    let column: Int
    let value: Int
  }

  let cells: [Cell]

  init(_ path: String) {
    let file = DataFile(path)
    cells = file.rows.flatMap { row in
      file.headings.dropFirst().map { heading in
        Cell(
          row: Int(row[file.headings[0]]!)!, column: Int(heading.split(separator: "_").last!)!,
          value: Int(row[heading]!)!)
      }
    }
  }
}
