import Ergonomics

/// What a row answers to a question, read with care from whichever columns it has.
struct RowAnswer {
  /// A cell of which something cannot be understood.
  struct UnreadCell {
    let position: Int
    let summary: String
    let help: String
  }
  var answer: Answer?
  var unread: UnreadCell?

  /// - Parameter cell: What stands in a column.
  init(to question: Question, in columns: QuestionColumns, notSure: String, cell: (Int) -> String) {
    switch columns {
    case .wholes(let positions):
      for position in positions {
        let next = question.surveyAnswer(from: cell(position), notSure: notSure)
        if next == CellAnswer() || next.answer == answer && next.mistake == nil { continue }
        if answer != nil || unread != nil {
          differ(position, cell(position))
          return
        }
        answer = next.answer
        unread = next.mistake.map { UnreadCell(position: position, summary: $0.summary, help: $0.help) }
      }
    case .spread(let ticks):
      let cells = ticks.map { (target: $0.target, cell: cell($0.column)) }
      let ticked = question.answer(fromTicks: cells, notSure: notSure)
      answer = ticked.answer
      unread = ticked.place.map {
        UnreadCell(
          position: ticks[$0.cell].column, summary: $0.mistake.summary(cells[$0.cell].cell), help: $0.mistake.help)
      }
    }
  }

  private mutating func differ(_ position: Int, _ cell: String) {
    let mistake = TickedAnswer.Mistake.differs
    (answer, unread) = (nil, UnreadCell(position: position, summary: mistake.summary(cell), help: mistake.help))
  }
}
