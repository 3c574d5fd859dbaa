import Ergonomics

/// Looks at the ids of the first rows: what a spreadsheet has rounded, or what stands in most rows, tells nobody apart.
struct IDWatch {
  private static let rowsWatched = 1000
  /// Fewer repeats say nothing.
  private static let leastRepeats = 3

  private let header: SurveyHeader
  private let place: Problem.Place
  private let includesRepeats: Bool
  private let onlyLooks: Bool
  private var filled = 0
  private var repeated = 0
  private var rows = 0
  private var candidates: IDCandidates?

  init(_ header: SurveyHeader, _ options: SurveyOptions) {
    self.header = header
    place = Problem.Place(file: options.file, line: header.sheet.line)
    candidates = header.idColumns.isEmpty && options.idColumn == nil ? IDCandidates(header) : nil
    onlyLooks = options.onlyLooks
    includesRepeats = options.repeats != nil || options.included.contains(.duplicate)
  }

  /// What could tell people apart where nothing does.
  var suggestion: IDSuggestion? { candidates?.best(header) }

  /// Takes chunks in the order of the file, with their doubles marked.
  mutating func look(at chunk: borrowing RecordChunk) throws(SurveyError) {
    candidates?.look(at: chunk, header)
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
}

/// The columns that are no answers, and what the first rows hold in each.
private struct IDCandidates {
  private static let rowsLookedAt = 1000

  private let columns: [Int]
  private var values: [Set<String>]
  /// With as many cells as there are headings.
  private var rows = 0
  private var rowsSeen = 0

  init(_ header: SurveyHeader) {
    columns = (header.unusedColumns + header.namedColumns).filter { $0 >= 0 }.sorted()
    values = columns.map { _ in [] }
  }

  mutating func look(at chunk: borrowing RecordChunk, _ header: SurveyHeader) {
    let count = min(chunk.recordCount, Self.rowsLookedAt - rowsSeen)
    rowsSeen += count
    for place in 0..<count where Int(chunk.records[place].fieldCount) == header.names.count {
      rows += 1
      for (index, column) in columns.enumerated() {
        let value = String(field: chunk.field(column, of: chunk.records[place]))
        if !value.isEmpty, !value.isTime { values[index].insert(value) }
      }
    }
  }

  /// The column with the most different values; `nil` where most rows have none of their own.
  func best(_ header: SurveyHeader) -> IDSuggestion? {
    var best: (rank: Int, suggestion: IDSuggestion)?
    for (column, values) in zip(columns, values) where rows > 1 && 4 * values.count >= 3 * rows {
      let rank = header.names[column].namesPeople ? 0 : 1
      let suggestion = IDSuggestion(column: header.names[column], repeated: rows - values.count)
      if best.map({ ($0.rank, $0.suggestion.repeated) > (rank, suggestion.repeated) }) ?? true {
        best = (rank, suggestion)
      }
    }
    return best?.suggestion
  }
}

extension String {
  fileprivate var isTime: Bool { contains(":") || wholeMatch(of: /[0-9]{1,4}[-\/.][0-9]{1,2}[-\/.][0-9]{1,4}/) != nil }

  fileprivate var namesPeople: Bool {
    let words = lowercased()
    return ["id", "mail", "number", "no.", "code", "key", "name", "token", "nr"].contains { words.contains($0) }
  }
}
