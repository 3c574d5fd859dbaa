import Ergonomics

/// Makes rows of results.
struct ResultRows: SurveyConsumer, ~Copyable {
  private let layout: ResultLayout
  private var rows = TextBuffer()

  init(_ layout: ResultLayout) { self.layout = layout }

  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    let verdicts = evaluators.map { $0.table(of: people.count) }
    layout.write(verdicts, of: people, except: except, in: chunk, to: &rows)
  }

  mutating func takeYield() -> WrittenText { rows.handOver() }
}
