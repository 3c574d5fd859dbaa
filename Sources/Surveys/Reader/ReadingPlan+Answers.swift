import Ergonomics

extension ReadingPlan {
  /// What one row answers to a question, read with care.
  func answer(to place: Int, ofPack pack: Int, _ record: Record, of chunk: borrowing RecordChunk) -> CellAnswer? {
    guard let columns = header.questions[pack][place] else { return nil }
    func cell(_ column: Int) -> String { String(field: chunk.field(column, of: record)).restored }
    if case .wholes(let wholes) = columns, wholes.count == 1 {
      let only = cell(wholes[0])
      return question(place, ofPack: pack).answer(in: columns, notSure: notSure(ofPack: pack)) { _ in only }
    }
    var cells: [Int: String] = [:]
    for column in columns.all { cells[column] = cell(column) }
    return question(place, ofPack: pack).answer(in: columns, notSure: notSure(ofPack: pack)) { cells[$0] ?? "" }
  }
}

extension ReadingPlan {
  /// What tells the person of a row apart: its id, else its number.
  func id(of record: Record, in chunk: borrowing RecordChunk) -> String {
    header.idColumns.isEmpty ? String(chunk.number(of: record)) : chunk.id(header.idColumns, of: record)
  }

  /// What the column says by which people are told of, such as the team; empty without one.
  func group(of record: Record, in chunk: borrowing RecordChunk) -> String {
    guard let column = header.groupColumn else { return "" }
    return column == SurveyHeader.fileColumn
      ? options.file : String(field: chunk.field(column, of: record)).restored
  }
}
