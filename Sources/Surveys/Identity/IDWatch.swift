import Ergonomics

/// Looks at the ids of the first rows: what a spreadsheet has rounded, or what stands in most rows, tells nobody apart.
struct IDWatch {
  private static let rowsWatched = 1000
  /// Fewer repeats say nothing.
  private static let leastRepeats = 3

  private let header: SurveyHeader
  private let place: Problem.Place
  private let isAsked: Bool
  private let includesRepeats: Bool
  private let onlyLooks: Bool
  private var filled = 0
  private var repeated = 0
  private var rows = 0
  private(set) var suggestion: IDSuggestion?

  init(_ header: SurveyHeader, _ options: SurveyOptions) {
    self.header = header
    place = Problem.Place(file: options.file, line: header.sheet.line)
    isAsked = header.idColumns.isEmpty && options.idColumn == nil
    onlyLooks = options.onlyLooks
    includesRepeats = options.repeats != nil || options.included.contains(.duplicate)
  }

  /// Takes chunks in the order of the file, with their doubles marked.
  mutating func look(at chunk: borrowing RecordChunk) throws(SurveyError) {
    if rows == 0, isAsked { suggestion = IDSuggestion(in: chunk, header) }
    guard !onlyLooks, rows < Self.rowsWatched, let first = header.idColumns.first else { return }
    let count = min(chunk.recordCount, Self.rowsWatched - rows)
    for place in 0..<count where Int(chunk.records[place].fieldCount) == header.names.count {
      let id = chunk.field(first, of: chunk.records[place])
      if id.isBlankCell { continue }
      filled += 1
      if header.idColumns.count == 1, id.isRoundedNumber { throw rounded(String(field: id).restored) }
    }
    repeated += chunk.doubles.prefix { $0 < count }.count
    rows += count
    if rows >= Self.rowsWatched { try evaluate() }
  }

  /// At the end of the file.
  func finish() throws(SurveyError) { if rows < Self.rowsWatched { try evaluate() } }

  private func evaluate() throws(SurveyError) {
    if includesRepeats || repeated < Self.leastRepeats || 2 * repeated <= filled { return }
    throw .refused([
      Problem(
        code: .repeatedIDs, place: place,
        summary: "most ids in the column '\(name)' stand in several rows: it does not tell people apart",
        help: "name another column with --id-column, or - to number the rows; --repeats first keeps one row of each id")
    ])
  }

  private func rounded(_ id: String) -> SurveyError {
    .refused([
      Problem(
        code: .roundedIDs, place: place,
        summary:
          "the column '\(name)' holds '\(id)': a spreadsheet has rounded the ids, and different people share one",
        help: "export the survey again and do not save it in a spreadsheet; or name another column with --id-column, "
          + "or - to number the rows")
    ])
  }

  private var name: String { header.names[header.idColumns[0]] }
}

extension UnsafeRawBufferPointer {
  /// `1.14E+11`, as spreadsheets show numbers that are too long for a cell.
  fileprivate var isRoundedNumber: Bool {
    if count < 5 || count > 24 || !contains(UInt8(ascii: "+")) { return false }
    return String(field: self).wholeMatch(of: /[0-9]([.,][0-9]+)?[Ee]\+[0-9]{1,3}/) != nil
  }
}

/// A column that could tell people apart where the file names none.
package struct IDSuggestion: Sendable, Hashable {
  package let column: String
  /// How many of the first rows hold something that stood in an earlier one.
  package let repeated: Int

  private static let rowsLookedAt = 1000

  /// The column of the first rows with the most different values, among those that are no answers; `nil` where most rows
  /// have none of their own.
  init?(in chunk: borrowing RecordChunk, _ header: SurveyHeader) {
    var best: (column: Int, rank: Int, repeated: Int)?
    for column in (header.unusedColumns + header.namedColumns).sorted() where column >= 0 {
      var (values, rows) = (Set<String>(), 0)
      for place in 0..<min(chunk.recordCount, Self.rowsLookedAt)
      where Int(chunk.records[place].fieldCount) == header.names.count {
        rows += 1
        let value = String(field: chunk.field(column, of: chunk.records[place]))
        if !value.isEmpty, !value.isTime { values.insert(value) }
      }
      guard rows > 1, 4 * values.count >= 3 * rows else { continue }
      let rank = header.names[column].namesPeople ? 0 : 1
      if best.map({ ($0.rank, $0.repeated) > (rank, rows - values.count) }) ?? true {
        best = (column, rank, rows - values.count)
      }
    }
    guard let best else { return nil }
    (column, repeated) = (header.names[best.column], best.repeated)
  }
}

extension String {
  fileprivate var isTime: Bool { contains(":") || wholeMatch(of: /[0-9]{1,4}[-\/.][0-9]{1,2}[-\/.][0-9]{1,4}/) != nil }

  fileprivate var namesPeople: Bool {
    let words = lowercased()
    return ["id", "mail", "number", "no.", "code", "key", "name", "token", "nr"].contains { words.contains($0) }
  }
}
