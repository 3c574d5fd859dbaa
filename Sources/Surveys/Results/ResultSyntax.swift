import Ergonomics
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
    /// Joined by `;` in CSV and XML.
    case list
  }
  var name: String
  let kind: Kind
}

/// The text of each format around the values of a row. Each value ends with what parts it from the next one; what stands
/// behind the last is taken back before the row is closed.
struct ResultSyntax: Sendable {
  static let namespace = "urn:sitwell:results:1"
  private let format: ResultFormat

  init(_ format: ResultFormat) { self.format = format }

  /// What stands before all rows.
  func opening(_ columns: [ResultColumn]) -> String {
    switch format {
    case .xlsx: ResultWorkbook.opening(columns)
    case .csv: columns.map(\.name.neutralised.asField).joined(separator: ",") + "\n"
    case .ndjson: ""
    case .xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results xmlns=\"\(Self.namespace)\">\n"
    }
  }

  /// What stands behind them.
  var closing: String { format == .xml ? "</results>\n" : "" }

  var rowStart: String {
    switch format {
    case .csv, .xlsx: ""
    case .ndjson: "{"
    case .xml: "<result>\n"
    }
  }

  var rowEnd: String {
    switch format {
    case .csv, .xlsx: "\n"
    case .ndjson: "}\n"
    case .xml: "</result>\n"
    }
  }

  /// Whether a byte parts a value from the next one.
  var hasSeparator: Bool { format != .xml }

  /// Bytes of a cell that means what it says stand in a row as they are.
  var writesPlainCells: Bool { format == .csv || format == .xlsx }

  /// A whole value; an empty one is none.
  func value(_ text: String, of column: ResultColumn) -> String {
    if text.isEmpty { return none(of: column) }
    return start(of: column) + written(text, as: column.kind) + end(of: column)
  }

  /// What is written where there is no value.
  func none(of column: ResultColumn) -> String {
    switch format {
    case .csv, .xlsx: ","
    case .ndjson: "\(column.name.asJSON):\(column.kind == .list ? "[]" : "null"),"
    case .xml: ""
    }
  }

  func start(of column: ResultColumn) -> String {
    switch format {
    case .csv, .xlsx: ""
    case .ndjson: column.name.asJSON + (column.kind == .list ? ":[" : ":")
    case .xml: "  <field name=\"\(MarkupWriter.escaped(column.name, isInAttribute: true))\">"
    }
  }

  func end(of column: ResultColumn) -> String {
    switch format {
    case .csv, .xlsx: ","
    case .ndjson: column.kind == .list ? "]," : ","
    case .xml: "</field>\n"
    }
  }

  /// One of a list, with what parts it from the next one: a byte.
  func item(_ text: String) -> String {
    switch format {
    case .csv, .xlsx: text + ";"
    case .ndjson: text.asJSON + ","
    case .xml: MarkupWriter.escaped(text, isInAttribute: false) + ";"
    }
  }

  private func written(_ text: String, as kind: ResultColumn.Kind) -> String {
    switch format {
    case .csv, .xlsx: text.neutralised.asField
    case .ndjson: kind == .number ? text : text.asJSON
    case .xml: MarkupWriter.escaped(text, isInAttribute: false)
    }
  }
}
