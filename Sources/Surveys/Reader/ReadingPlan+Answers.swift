import Ergonomics

extension ReadingPlan {
  /// A cell that cannot be understood, as its question reads it.
  struct UnreadCell {
    let position: Int
    let summary: String
    let help: String
  }

  /// What one row answers to a question, read with care; what cannot be understood of it counts as not answered.
  func answer(
    to place: Int, ofPack pack: Int, _ record: Record, of chunk: borrowing RecordChunk
  ) -> (answer: Answer?, unread: UnreadCell?) {
    let question = question(place, ofPack: pack)
    func cell(_ column: Int) -> String { String(field: chunk.field(column, of: record)).restored }
    switch header.questions[pack][place] {
    case .single(let column):
      switch question.surveyAnswer(from: cell(column), notSure: notSure(ofPack: pack)) {
      case .success(let answer): return (answer, nil)
      case .failure(let mistake):
        return (nil, UnreadCell(position: column, summary: mistake.summary, help: mistake.help))
      }
    case .spread(let ticks):
      var cells: [(target: QuestionFinder.Target, cell: String)] = []
      for tick in ticks { cells.append((tick.target, cell(tick.column))) }
      switch question.answer(fromTicks: cells, notSure: notSure(ofPack: pack)) {
      case .answer(let answer): return (answer, nil)
      case .misread(let tick, let mistake):
        let summary = mistake.summary(cells[tick].cell)
        return (nil, UnreadCell(position: ticks[tick].column, summary: summary, help: mistake.help))
      }
    case nil: return (nil, nil)
    }
  }
}

extension ReadingPlan {
  /// What tells the person of a row apart: its id, else its number.
  func id(of record: Record, in chunk: borrowing RecordChunk) -> String {
    header.idColumns.isEmpty ? String(chunk.number(of: record)) : chunk.id(header.idColumns, of: record)
  }

  /// What the first column that is kept says, such as the team; empty without one.
  func kept(of record: Record, in chunk: borrowing RecordChunk) -> String {
    guard let column = header.keptColumns.first else { return "" }
    return column == SurveyHeader.fileColumn
      ? options.file : String(field: chunk.field(column, of: record)).restored
  }
}
