import Ergonomics

/// What a row of results looks like, with all of its text prepared that can be.
struct ResultLayout: Sendable {
  let columns: [ResultColumn]
  private let packs: [PackLayout]
  private let idColumns: [Int]
  private let keptColumns: [Int]
  private let longestRow: Int

  init(_ programs: [Program], header survey: SurveyHeader, includesHealth: Bool) {
    packs = programs.map { PackLayout($0, includesHealth: includesHealth) }
    (idColumns, keptColumns) = (survey.idColumns, survey.keptColumns)
    var columns = (["id"] + keptColumns.map { survey.names[$0] }).map { ResultColumn(name: $0, kind: .text) }
    for (pack, program) in zip(packs, programs) {
      let taken = Set(columns.map(\.name))
      columns += pack.columns.map { column in
        guard taken.contains(column.name) else { return column }
        return ResultColumn(name: "\(program.pack.id)_\(column.name)", kind: column.kind)
      }
    }
    self.columns = columns
    longestRow = packs.reduce(64) { $0 + $1.longestRow }
  }

  /// Begins the row of a person: id and kept columns.
  func writeStart(of record: Record, in chunk: borrowing RecordChunk, to text: inout TextBuffer) {
    text.reserve(Int(chunk.bytes(of: record).count) + longestRow)
    switch idColumns.count {
    case 0: text.write(String(chunk.number(of: record)))
    case 1: write(idColumns[0], of: record, in: chunk, to: &text)
    default:
      text.write(chunk.id(idColumns, of: record).neutralised.asField)
      text.reserve(Int(chunk.bytes(of: record).count) + longestRow)
    }
    for column in keptColumns {
      text.write(ASCII.comma)
      write(column, of: record, in: chunk, to: &text)
    }
    text.reserve(longestRow)
  }

  private func write(_ column: Int, of record: Record, in chunk: borrowing RecordChunk, to text: inout TextBuffer) {
    if let range = chunk.plainRange(column, of: record) {
      text.write(chunk.bytes(range))
    } else {
      text.write(String(field: chunk.field(column, of: record)).restored.neutralised.asField)
      text.reserve(Int(chunk.bytes(of: record).count) + longestRow)
    }
  }

  /// Goes on with what one pack says of the person, a comma first; `pack` counts from 0.
  func write(_ verdict: VerdictTable, of person: Int, pack: Int, to text: inout TextBuffer) {
    packs[pack].write(verdict, of: person, to: &text)
  }
}
