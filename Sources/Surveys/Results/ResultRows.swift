/// Makes rows of results.
struct ResultRows: SurveyConsumer, ~Copyable {
  private let layout: ResultLayout
  private let table: ResultTable
  private let isConverted: Bool
  private var rows = TextBuffer()

  init(_ layout: ResultLayout, _ table: ResultTable, _ options: SurveyOptions) {
    (self.layout, self.table) = (layout, table)
    isConverted = ![.csv, .xlsx].contains(options.format)
  }

  mutating func take(
    _ people: [Record], except: UInt64, _ judges: [PackJudge], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    let verdicts = judges.map { $0.table(of: people.count) }
    layout.write(verdicts, of: people, except: except, in: chunk, to: &rows)
  }

  mutating func takeYield() -> WrittenText {
    if !isConverted { return rows.handOver() }
    defer { rows.clear() }
    return WrittenText(table.convert(rows.bytes))
  }
}
