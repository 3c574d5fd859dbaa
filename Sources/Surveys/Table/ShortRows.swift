import Ergonomics

/// Rows that end early, as spreadsheets and converters leave out the separators of empty cells at the end.
///
/// A line break that is not quoted makes short rows too: the first of them says what it says, but those that may go on with
/// it must not be taken for people.
struct ShortRows {
  /// Of the headings; 0 while they are not known.
  var width = 0
  /// The first and the last column that answer a question.
  var questions = 0...0
  /// How many rows ended before that.
  private(set) var withoutAnswers = 0
  /// How many cells the rows have that may be one; 0 after a whole row.
  private var pieces = 0

  /// Whether the next row of the file, with so many cells, is to be filled up.
  mutating func mayFill(_ count: Int) -> Bool {
    if count >= width {
      pieces = 0
      return false
    }
    if pieces > 0, pieces + count - 1 <= width {
      pieces += count - 1
      if pieces == width { pieces = 0 }
      return false
    }
    pieces = count
    if count <= max(1, questions.lowerBound) { return false }  // it says nothing at all
    if count <= questions.upperBound { withoutAnswers += 1 }
    return true
  }
}

extension RecordChunk {
  /// Gives rows that end early their empty cells. The text is copied where there are any.
  mutating func fill(_ rows: inout ShortRows) {
    if rows.width == 0 { return }
    var (text, copied, isChanged) = ([UInt8](), 0, false)
    for place in 0..<recordCount {
      let record = records[place]
      guard rows.mayFill(Int(record.fieldCount)) else { continue }
      let end = range(Int(record.fieldCount) - 1, of: record).upperBound
      text += bytes(copied..<end)
      text += repeatElement(separator, count: rows.width - Int(record.fieldCount))
      (copied, isChanged) = (end, true)
    }
    if !isChanged { return }
    text += bytes(copied..<recordsEnd)
    var filled = RecordChunk(capacity: max(capacity, text.count + 1), separator: separator)
    filled.replaceText(with: text)
    filled.findRecords()
    (filled.firstNumber, filled.firstLine, filled.lines) = (firstNumber, firstLine, lines)
    self = filled
  }
}

extension Problem {
  /// `nil` for none.
  static func shortRows(_ count: Int, file: String) -> Problem? {
    if count == 0 { return nil }
    return Problem(
      code: .shortRow, place: .init(file: file),
      summary: "\(count) \(count == 1 ? "row ends" : "rows end") before the last question; "
        + "what is missing counts as not answered",
      help: "make sure that the rows were meant to end there")
  }
}
