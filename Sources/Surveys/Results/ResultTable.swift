import Markup

/// How results are written.
package enum ResultFormat: String, Sendable, CaseIterable {
  case csv, ndjson, xml
  /// Written as rows of a table that say which columns are numbers, of which a `ResultWorkbook` is made when all are there.
  case xlsx
}

/// A column of results.
struct ResultColumn: Sendable, Hashable {
  enum Kind: Sendable {
    case text
    case number
    /// Joined by `;` in CSV.
    case list
  }
  let name: String
  let kind: Kind
}

/// Results in the format they are wanted in. Rows are made as CSV, which is fast, and converted for the others.
struct ResultTable: Sendable {
  static let namespace = "urn:sitwell:results:1"
  private let columns: [ResultColumn]
  private let format: ResultFormat

  init(_ columns: [ResultColumn], format: ResultFormat) { (self.columns, self.format) = (columns, format) }

  /// What stands before the rows.
  var opening: String {
    switch format {
    case .xlsx: ResultWorkbook.opening(columns)
    case .csv: columns.map(\.name.neutralised.asField).joined(separator: ",") + "\n"
    case .ndjson: ""
    case .xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results xmlns=\"\(Self.namespace)\">\n"
    }
  }

  /// What stands behind them.
  var closing: String { format == .xml ? "</results>\n" : "" }

  /// Whole rows of CSV as rows of the format.
  func convert(_ rows: [UInt8]) -> [UInt8] {
    var chunk = RecordChunk(capacity: rows.count + 1)
    chunk.replaceText(with: rows)
    chunk.findRecords()
    var writer = MarkupWriter()
    _ = writer.takeBytes()
    var lines: [UInt8] = []
    for place in 0..<chunk.recordCount {
      let record = chunk.records[place]
      var cells: [String] = []
      for column in columns.indices { cells.append(String(field: chunk.field(column, of: record)).restored) }
      if format == .xml {
        write(cells, to: &writer)
      } else {
        lines += json(cells).utf8
      }
    }
    return format == .xml ? writer.takeBytes() : lines
  }

  private func json(_ cells: [String]) -> String {
    let members = zip(columns, cells).map { column, cell in
      let value =
        switch column.kind {
        case .list: "[\(cell.split(separator: ";").map { String($0).asJSON }.joined(separator: ","))]"
        case .number: cell.isEmpty ? "null" : cell
        case .text: cell.isEmpty ? "null" : cell.asJSON
        }
      return "\(column.name.asJSON):\(value)"
    }
    return "{\(members.joined(separator: ","))}\n"
  }

  private func write(_ cells: [String], to writer: inout MarkupWriter) {
    writer.element("result") { writer in
      for (column, cell) in zip(columns, cells) where !cell.isEmpty {
        writer.element("field", ["name": column.name], text: cell)
      }
    }
  }
}
