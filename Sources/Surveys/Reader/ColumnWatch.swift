import Ergonomics

/// A column as a question of some pack reads it.
struct WatchedColumn: Sendable {
  let heading: String
  let position: Int
  let question: Question.ID
  /// In words.
  let accepted: String
  /// It may be said how many answers stand in it: not of health.
  let isCounted: Bool

  /// In a block of people: who filled a cell, and whose was not understood.
  struct Tally: Sendable {
    let column: Int
    var filled: UInt64
    var misread: UInt64
  }
}

/// Looks at the first filled cells of each column: where many are not understood, the column is not what it seems.
///
/// What was made of the first chunks waits here meanwhile, so that nothing comes out of a small file that turns out to be
/// mistaken.
actor ColumnWatch<Made: Sendable> {
  /// Of so many filled cells in a column …
  private let cellsWatched = 1000
  /// … at most one in so many may be misunderstood; a single one never condemns a column.
  private let oneIn = 5
  /// Of the survey.
  private let mostBytesHeld = 1 << 20

  private let file: String
  private let headerLine: Int
  private let columns: [WatchedColumn]
  private var seen: [(filled: Int, misread: Int)]
  private var held: [Made] = []
  private var bytesHeld = 0
  private var isHolding = true
  /// Every column has been seen enough of.
  private(set) var isSettled: Bool

  init(_ columns: [WatchedColumn], file: String, headerLine: Int) {
    (self.columns, self.file, self.headerLine) = (columns, file, headerLine)
    seen = Array(repeating: (0, 0), count: columns.count)
    isSettled = columns.isEmpty
  }

  /// Takes the tallies of a chunk, in the order of the file, and what was made of it; returns what can go out now.
  ///
  /// - Parameter bytes: How long the chunk is.
  func take(_ tallies: [WatchedColumn.Tally], _ made: Made, bytes: Int) throws(SurveyError) -> [Made] {
    for block in stride(from: 0, to: tallies.count, by: columns.count) {
      try count(tallies[block..<block + columns.count])
    }
    isSettled = seen.allSatisfy { $0.filled >= cellsWatched }
    held.append(made)
    bytesHeld += bytes
    if isSettled || bytesHeld > mostBytesHeld { isHolding = false }
    return isHolding ? [] : release()
  }

  /// What is still held at the end of the file.
  func finish() throws(SurveyError) -> [Made] {
    if columns.indices.contains(where: { isMistaken($0, soFar: false) }) { throw refusal }
    return release()
  }

  private func release() -> [Made] {
    defer { held = [] }
    return held
  }

  /// Counts a block, person by person where it matters: what is refused must not depend on where chunks end.
  private func count(_ block: ArraySlice<WatchedColumn.Tally>) throws(SurveyError) {
    let isUnderstood = block.allSatisfy { $0.misread == 0 }
    for people in isUnderstood ? [UInt64.max] : (0..<64).map({ 1 << UInt64($0) }) {
      for tally in block { count(tally, of: people) }
      if columns.indices.contains(where: { isMistaken($0, soFar: true) }) { throw refusal }
    }
  }

  private func count(_ tally: WatchedColumn.Tally, of people: UInt64) {
    var (filled, misread) = (tally.filled & people, tally.misread & people)
    while filled.nonzeroBitCount > cellsWatched - seen[tally.column].filled {  // leave out the last people
      let last = UInt64(1) << UInt64(63 - filled.leadingZeroBitCount)
      (filled, misread) = (filled & ~last, misread & ~last)
    }
    seen[tally.column].filled += filled.nonzeroBitCount
    seen[tally.column].misread += misread.nonzeroBitCount
  }

  /// While more may come, only what no later cell could make good.
  private func isMistaken(_ column: Int, soFar: Bool) -> Bool {
    let (filled, misread) = seen[column]
    return misread > 1 && misread * oneIn > (soFar ? cellsWatched : filled)
  }

  private var refusal: SurveyError {
    let mistaken = columns.indices.filter { isMistaken($0, soFar: false) }
    return .refused(
      mistaken.map { place in
        let column = columns[place]
        let many = column.isCounted ? "\(seen[place].misread) of \(seen[place].filled)" : "more than one in five"
        return Problem(
          code: .mappingMistake, place: .init(file: file, line: headerLine),
          summary: "\(many) answers in the column '\(column.heading)' are not understood",
          help: "accepted for '\(column.question)': \(column.accepted)")
      }.sorted())
  }
}
