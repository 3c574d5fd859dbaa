import Ergonomics

/// A column as a question of some pack reads it.
struct WatchedColumn: Sendable {
  let heading: String
  let position: Int
  let question: Question.ID
  /// In words.
  let accepted: String
  let doubt: ColumnDoubt?
  /// What stands in it may be shown and counted: it is not about health.
  let isShown: Bool

  /// In a block of people: who filled a cell, whose was not understood, and what raises doubts or settles them.
  struct Tally: Sendable {
    let column: Int
    var filled: UInt64 = 0
    var misread: UInt64 = 0
    var doubtful: UInt64 = 0
    var against: UInt64 = 0
    var values: [(person: Int, text: String)] = []
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

  private struct Seen {
    var filled = 0
    var misread = 0
    var doubtful = 0
    var against = 0
    var values: [String] = []
  }

  private let file: String
  private let headerLine: Int
  /// A mistaken column stops everything.
  private let refuses: Bool
  private let columns: [WatchedColumn]
  private var seen: [Seen]
  private var held: [Made] = []
  private var bytesHeld = 0
  private var isHolding = true
  /// Places of the columns that were not seen enough of: of the others nothing more is asked.
  private(set) var open: [Int]

  init(_ columns: [WatchedColumn], file: String, headerLine: Int, refuses: Bool) {
    (self.columns, self.file, self.headerLine, self.refuses) = (columns, file, headerLine, refuses)
    seen = Array(repeating: Seen(), count: columns.count)
    open = Array(columns.indices)
  }

  /// Takes the tallies of a chunk, in the order of the file, and what was made of it; returns what can go out now.
  ///
  /// - Parameters:
  ///   - width: How many columns each block has tallies of.
  ///   - bytes: How long the chunk is.
  func take(
    _ tallies: [WatchedColumn.Tally], width: Int, _ made: Made, bytes: Int
  ) throws(SurveyError) -> [Made] {
    for block in stride(from: 0, to: tallies.count, by: max(width, 1)) {
      try count(tallies[block..<block + width])
    }
    open.removeAll { seen[$0].filled >= cellsWatched }
    held.append(made)
    bytesHeld += bytes
    if open.isEmpty || bytesHeld > mostBytesHeld { isHolding = false }
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
    seen[tally.column].doubtful += (tally.doubtful & filled).nonzeroBitCount
    seen[tally.column].against += (tally.against & filled).nonzeroBitCount
    for (person, text) in tally.values where filled >> UInt64(person) & 1 == 1 {
      if seen[tally.column].values.count < ColumnDoubt.mostValues, !seen[tally.column].values.contains(text) {
        seen[tally.column].values.append(text)
      }
    }
  }

  /// What the columns may mean besides what was read, as far as they were looked at.
  var doubts: [Problem] {
    zip(columns, seen).compactMap { column, seen in
      guard let doubt = column.doubt, doubt.isRaised(doubtful: seen.doubtful, against: seen.against) else { return nil }
      return doubt.problem(
        column.heading, values: column.isShown ? seen.values : [], at: .init(file: file, line: headerLine))
    }.withoutDoubles
  }

  /// While more may come, only what no later cell could make good.
  private func isMistaken(_ column: Int, soFar: Bool) -> Bool {
    let (filled, misread) = (seen[column].filled, seen[column].misread)
    return refuses && misread > 1 && misread * oneIn > (soFar ? cellsWatched : filled)
  }

  private var refusal: SurveyError {
    let mistaken = columns.indices.filter { isMistaken($0, soFar: false) }
    return .refused(
      mistaken.map { place in
        let column = columns[place]
        if !column.isShown { return column.withoutCells(at: .init(file: file, line: headerLine)) }
        return Problem(
          code: .mappingMistake, place: .init(file: file, line: headerLine),
          summary: "\(seen[place].misread) of \(seen[place].filled) answers in the column '\(column.heading)' "
            + "are not understood",
          help: "accepted for '\(column.question)': \(column.accepted)")
      }.withoutDoubles.sorted() + doubts)
  }
}

extension WatchedColumn {
  fileprivate func withoutCells(at place: Problem.Place) -> Problem {
    Problem(
      code: .mappingMistake, place: place, summary: "answers about health under '\(question)' are not understood",
      help: "'sitwell pack show' lists what is accepted for '\(question)'")
  }
}
