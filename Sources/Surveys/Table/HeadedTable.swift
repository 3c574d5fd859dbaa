import Ergonomics
import Spreadsheets

/// A table that is no survey: CSV, or a sheet of a workbook, with headings in its first row.
///
///     let table = try HeadedTable(descriptor, file: "people.csv", headings: ["id", "team", "contact"])
///     for row in table.rows { row["team"] … }
package struct HeadedTable: Sendable {
  package struct Row: Sendable {
    package let line: Int
    fileprivate let cells: [String: String]

    /// `nil` where the table has no such column.
    package subscript(heading: String) -> String? { cells[heading] }
  }

  package let rows: [Row]

  /// - Parameters:
  ///   - known: The headings that matter; the first must be there. Other columns are left alone.
  /// - Throws: `SurveyError`.
  package init(_ descriptor: Int32, file: String, headings known: [String]) throws(SurveyError) {
    var file = HeadedTableFile(descriptor: descriptor, name: file)
    var records = try file.records(known)
    guard !records.isEmpty else {
      throw .refused([
        Problem(code: .emptySurvey, place: .init(file: file.name), summary: "the file is empty", help: Self.help(known))
      ])
    }
    let first = records.removeFirst()
    let headings = first.cells.map(\.asHeading)
    var problems: [Problem] = []
    for heading in known where headings.count(where: { $0 == heading }) > 1 {
      problems.append(
        Problem(
          code: .doubleColumn, place: .init(file: file.name, line: first.line),
          summary: "two columns are headed '\(heading)'", help: "keep one of the two"))
    }
    if !headings.contains(known[0]) {
      problems.append(
        Problem(
          code: .unknownColumn, place: .init(file: file.name, line: first.line),
          summary: "no column is headed '\(known[0])'", help: Self.help(known)))
    }
    for record in records where record.cells.count != headings.count && !record.isBlank {
      problems.append(
        Problem(
          code: .shortRow, place: .init(file: file.name, line: record.line),
          summary: "the row has \(record.cells.count) fields, the header \(headings.count)",
          help: "put quotation marks around cells that hold a comma"))
    }
    if !problems.isEmpty { throw .refused(problems) }
    rows = records.filter { !$0.isBlank }.map { record in
      Row(
        line: record.line,
        cells: Dictionary(zip(headings, record.cells).filter { known.contains($0.0) }, uniquingKeysWith: { a, _ in a }))
    }
  }

  private static func help(_ known: [String]) -> String {
    "the first row heads the columns: \(known.joined(separator: ","))"
  }
}

/// Records of text with the lines they begin in.
struct PlainRecord: Sendable {
  let line: Int
  let cells: [String]
  var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

  /// All records of a text in UTF-8.
  static func all(in bytes: [UInt8]) -> [PlainRecord] {
    let text = bytes.starts(with: ByteOrderMark.bytes) ? Array(bytes.dropFirst(ByteOrderMark.length)) : bytes
    var chunk = RecordChunk(capacity: text.count + 1, separator: Separator.voted(by: text, isWhole: true))
    chunk.replaceText(with: text)
    chunk.endLine()
    chunk.findRecords()
    var records: [PlainRecord] = []
    var cursor = LineCursor()
    for place in 0..<chunk.recordCount {
      let record = chunk.records[place]
      var cells: [String] = []
      for column in 0..<Int(record.fieldCount) { cells.append(String(field: chunk.field(column, of: record)).restored) }
      records.append(PlainRecord(line: chunk.position(ofByte: Int(record.start), from: &cursor).line, cells: cells))
    }
    return records
  }
}

private struct HeadedTableFile {
  let descriptor: Int32
  let name: String

  mutating func records(_ headings: [String]) throws(SurveyError) -> [PlainRecord] {
    let file = RawBytes(then: descriptor)
    let start = try file.first(TableContainer.startSize)
    let container: TableContainer?
    do throws(WorkbookRefusal) {
      container = try TableContainer(start, fileDescriptor: descriptor, sheet: nil) { headings.contains($0.asHeading) }
    } catch {
      throw SurveyError(error, file: name)
    }
    guard case .sheet(let sheet, _)? = container else { return PlainRecord.all(in: try text(of: file)) }
    let name = name
    let bytes = RawBytes(
      { memory throws(SurveyError) in
        do throws(WorkbookRefusal) {
          return try sheet.read(into: memory)
        } catch {
          throw SurveyError(error, file: name)
        }
      }, insteadOf: file)
    let records = PlainRecord.all(in: try text(of: bytes))
    return zip(sheet.takeNumbers(records.count), records).map { PlainRecord(line: $0, cells: $1.cells) }
  }

  private func text(of bytes: RawBytes) throws(SurveyError) -> [UInt8] {
    var text = SurveyText(bytes)
    var all: [UInt8] = []
    _ = try text.start()
    while true {
      let block = try text.next()
      if block.isEmpty { return all }
      all += block
    }
  }
}
