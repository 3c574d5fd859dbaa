import Ergonomics

/// What a row of results looks like, with all of its text prepared that can be; a class, as each row would copy a struct.
final class ResultLayout: Sendable {
  let columns: [ResultColumn]
  private let packs: [PackLayout]
  private let idColumns: [Int]
  private let keptColumns: [Int]
  /// What a kept column that names the file holds.
  private let file: String
  private let longestRow: Int

  init(_ programs: [Program], header survey: SurveyHeader, _ options: SurveyOptions) {
    packs = programs.map { PackLayout($0, includesHealth: options.includesHealth) }
    (idColumns, keptColumns) = (survey.idColumns, survey.keptColumns)
    file = options.file.neutralised.asField
    var columns = (["id"] + keptColumns.map { survey.name(ofKept: $0) }).map { ResultColumn(name: $0, kind: .text) }
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

  /// Writes the rows of up to 64 people, from what each pack says of them; `except` has a bit for those who get none.
  func write(
    _ verdicts: [VerdictTable], of people: [Record], except: UInt64, in chunk: borrowing RecordChunk,
    to text: inout TextBuffer
  ) {
    if packs.count == 1, verdicts.count == 1 {
      return write(verdicts[0], packs[0], of: people, except: except, in: chunk, to: &text)
    }
    for person in people.indices where except >> UInt64(person) & 1 == 0 {
      writeStart(of: people[person], in: chunk, to: &text)
      for pack in packs.indices { packs[pack].write(verdicts[pack], of: person, to: &text) }
      text.write(ASCII.newline)
    }
  }

  /// The same for one pack, which is not taken out of its list for each row: that counts references, a tenth of all time.
  @inline(never)
  private func write(
    _ verdict: VerdictTable, _ pack: PackLayout, of people: [Record], except: UInt64, in chunk: borrowing RecordChunk,
    to text: inout TextBuffer
  ) {
    for person in people.indices where except >> UInt64(person) & 1 == 0 {
      writeStart(of: people[person], in: chunk, to: &text)
      pack.write(verdict, of: person, to: &text)
      text.write(ASCII.newline)
    }
  }

  /// Begins the row of a person: id and kept columns.
  private func writeStart(of record: Record, in chunk: borrowing RecordChunk, to text: inout TextBuffer) {
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
      if column == SurveyHeader.fileColumn {
        text.write(file)
        text.reserve(Int(chunk.bytes(of: record).count) + longestRow)
      } else {
        write(column, of: record, in: chunk, to: &text)
      }
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
}
