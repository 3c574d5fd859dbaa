import Ergonomics

/// What a row of results looks like, with all of its text prepared that can be; a class, as each row would copy a struct.
final class ResultLayout: Sendable {
  let columns: [ResultColumn]
  private let syntax: ResultSyntax
  private let packs: [PackLayout]
  private let idColumns: [Int]
  private let keptColumns: [Int]
  /// What a kept column that names the file holds.
  private let file: String
  /// What begins a row, and what ends it.
  private let ends: PreparedTexts
  private let hasRowStart: Bool
  private let longestRow: Int

  init(_ programs: [RuleProgram], header survey: SurveyHeader, _ options: SurveyOptions) {
    syntax = ResultSyntax(options.format)
    (idColumns, keptColumns) = (survey.idColumns, survey.keptColumns)
    file = options.file
    var ends = PreparedTexts()
    _ = ends.add([syntax.rowStart, syntax.rowEnd])
    (self.ends, hasRowStart) = (ends, !syntax.rowStart.isEmpty)
    var columns = (["id"] + keptColumns.map { survey.name(ofKept: $0) }).map { ResultColumn(name: $0, kind: .text) }
    var packs: [PackLayout] = []
    for program in programs {
      let taken = Set(columns.map(\.name))
      let own = PackLayout.columns(of: program.pack).map { column in
        guard taken.contains(column.name) else { return column }
        return ResultColumn(name: "\(program.pack.id)_\(column.name)", kind: column.kind)
      }
      packs.append(PackLayout(program, own, syntax, includesHealth: options.includesHealth))
      columns += own
    }
    (self.columns, self.packs) = (columns, packs)
    longestRow = packs.reduce(64) { $0 + $1.longestRow }
  }

  /// What stands before all rows, and behind them.
  var opening: String { syntax.opening(columns) }
  var closing: String { syntax.closing }

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
      writeEnd(to: &text)
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
      writeEnd(to: &text)
    }
  }

  /// Begins the row of a person: id and kept columns.
  private func writeStart(of record: Record, in chunk: borrowing RecordChunk, to text: inout TextBuffer) {
    text.reserve(64)
    if hasRowStart { ends.copying { text.end = $0.copy(0, to: text.end) } }
    switch idColumns.count {
    case 0: text.write(syntax.value(String(chunk.number(of: record)), of: columns[0]))
    case 1: write(idColumns[0], of: record, in: chunk, as: 0, to: &text)
    default: text.write(syntax.value(chunk.id(idColumns, of: record), of: columns[0]))
    }
    for place in keptColumns.indices {
      let column = keptColumns[place]
      if column == SurveyHeader.fileColumn {
        text.write(syntax.value(file, of: columns[1 + place]))
      } else {
        write(column, of: record, in: chunk, as: 1 + place, to: &text)
      }
    }
    text.reserve(longestRow)
  }

  private func write(
    _ column: Int, of record: Record, in chunk: borrowing RecordChunk, as place: Int, to text: inout TextBuffer
  ) {
    if syntax.writesPlainCells, let range = chunk.plainRange(column, of: record) {
      text.reserve(range.count + 1)
      text.write(padded: chunk.bytes(range))
      text.write(ASCII.comma)
    } else {
      text.write(syntax.value(String(field: chunk.field(column, of: record)).restored, of: columns[place]))
    }
  }

  private func writeEnd(to text: inout TextBuffer) {
    if syntax.hasSeparator { text.dropLast() }
    ends.copying { text.end = $0.copy(1, to: text.end) }
  }
}
