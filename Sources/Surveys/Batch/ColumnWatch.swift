import Ergonomics

/// Looks at the first filled cells of each column: where many are not understood, the column is not what it seems.
///
/// Text on its way out waits here meanwhile, so that nothing is written of a small file that turns out to be mistaken.
actor ColumnWatch {
  /// Of so many filled cells in a column …
  private static let cellsWatched = 1000
  /// … at most one in so many may be misunderstood; a single one never condemns a column.
  private static let oneIn = 5
  private static let mostBytesHeld = 1 << 20

  /// A column as a question of some pack reads it.
  struct Column: Sendable {
    let heading: String
    let position: Int
    let question: Question.ID
    /// In words.
    let accepted: String
    /// Nothing is told of what its cells hold, nor which answer the column stands for.
    let isAboutHealth: Bool
  }
  /// In a block of people: who filled a cell, and whose was not understood.
  struct Tally: Sendable {
    let column: Int
    var filled: UInt64
    var misread: UInt64
  }
  typealias Text = (rows: [UInt8], rejects: [UInt8])

  private let file: String
  private let headerLine: Int
  private let columns: [Column]
  private var seen: [(filled: Int, misread: Int)]
  private var held: Text = ([], [])
  private var isHolding = true
  /// Every column has been seen enough of.
  private(set) var isSettled: Bool

  init(_ columns: [Column], file: String, headerLine: Int) {
    (self.columns, self.file, self.headerLine) = (columns, file, headerLine)
    seen = Array(repeating: (0, 0), count: columns.count)
    isSettled = columns.isEmpty
  }

  /// Takes the tallies of a chunk, in the order of the file, and its text; returns the text that can be written now.
  func take(_ tallies: [Tally], _ text: Text) throws(SurveyError) -> Text {
    for block in stride(from: 0, to: tallies.count, by: columns.count) {
      try count(tallies[block..<block + columns.count])
    }
    isSettled = seen.allSatisfy { $0.filled >= Self.cellsWatched }
    held = (held.rows + text.rows, held.rejects + text.rejects)
    if isSettled || held.rows.count + held.rejects.count > Self.mostBytesHeld { isHolding = false }
    return isHolding ? ([], []) : release()
  }

  /// What is still held at the end of the file.
  func finish() throws(SurveyError) -> Text {
    if columns.indices.contains(where: { isMistaken($0, soFar: false) }) { throw refusal }
    return release()
  }

  private func release() -> Text {
    defer { held = ([], []) }
    return held
  }

  /// Counts a block, person by person where it matters: what is refused must not depend on where chunks end.
  private func count(_ block: ArraySlice<Tally>) throws(SurveyError) {
    let isUnderstood = block.allSatisfy { $0.misread == 0 }
    for people in isUnderstood ? [UInt64.max] : (0..<64).map({ 1 << UInt64($0) }) {
      for tally in block { count(tally, of: people) }
      if columns.indices.contains(where: { isMistaken($0, soFar: true) }) { throw refusal }
    }
  }

  private func count(_ tally: Tally, of people: UInt64) {
    var (filled, misread) = (tally.filled & people, tally.misread & people)
    while filled.nonzeroBitCount > Self.cellsWatched - seen[tally.column].filled {  // leave out the last people
      let last = UInt64(1) << UInt64(63 - filled.leadingZeroBitCount)
      (filled, misread) = (filled & ~last, misread & ~last)
    }
    seen[tally.column].filled += filled.nonzeroBitCount
    seen[tally.column].misread += misread.nonzeroBitCount
  }

  /// While more may come, only what no later cell could make good.
  private func isMistaken(_ column: Int, soFar: Bool) -> Bool {
    let (filled, misread) = seen[column]
    return misread > 1 && misread * Self.oneIn > (soFar ? Self.cellsWatched : filled)
  }

  private var refusal: SurveyError {
    let mistaken = columns.indices.filter { isMistaken($0, soFar: false) }
    return .refused(
      mistaken.map { place in
        let column = columns[place]
        if column.isAboutHealth { return column.withoutCells(at: .init(file: file, line: headerLine)) }
        return Problem(
          code: .mappingMistake, place: .init(file: file, line: headerLine),
          summary: "\(seen[place].misread) of \(seen[place].filled) answers in the column '\(column.heading)' "
            + "are not understood",
          help: "accepted for '\(column.question)': \(column.accepted)")
      }.withoutDoubles.sorted())
  }
}

extension ColumnWatch.Column {
  fileprivate func withoutCells(at place: Problem.Place) -> Problem {
    Problem(
      code: .mappingMistake, place: place, summary: "answers about health under '\(question)' are not understood",
      help: "'sitwell pack show' lists what is accepted for '\(question)'")
  }
}
