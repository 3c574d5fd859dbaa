import Ergonomics

extension ReadingPlan {
  /// What one row answers to a question, read with care.
  func answer(to place: Int, ofPack pack: Int, _ record: Record, of chunk: borrowing RecordChunk) -> CellAnswer? {
    guard let columns = header.questions[pack][place] else { return nil }
    var cells: [Int: String] = [:]
    for column in columns.all { cells[column] = String(field: chunk.field(column, of: record)).restored }
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
