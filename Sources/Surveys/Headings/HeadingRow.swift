import Ergonomics

/// Finds the headings below titles and names of groups, and the choices below headings.
struct HeadingRow {
  static let rowsLookedAt = 20

  private let rows: [[String]]
  private let finders: [QuestionFinder]
  private let packs: [Pack]
  /// In the rows.
  private(set) var place = 0

  /// The first row, unless nothing in it is a question and another has the most of them.
  init(in rows: [[String]], _ packs: [Pack], _ finders: [QuestionFinder]) {
    (self.rows, self.packs, self.finders) = (rows, packs, finders)
    if Self.isKnown(rows, at: 0) || rows[0].contains(where: isQuestion) { return }
    let counts = rows.map { $0.count(where: isQuestion) }
    let most = counts.max() ?? 0
    place = counts.firstIndex { $0 == most && most > 0 } ?? rows.indices.first { Self.isKnown(rows, at: $0) } ?? 0
  }

  private func isQuestion(_ cell: String) -> Bool {
    !cell.isEmpty && finders.contains { $0.match(SurveySheet.Heading(cell)) != nil }
  }

  /// The rows from this one on bear the signature of a platform.
  private static func isKnown(_ rows: [[String]], at place: Int) -> Bool {
    ![.sitwell, .other].contains(SurveyPlatform.recognised(in: Array(rows[place...])).platform)
  }

  /// The row below the headings names the choices of a question whose heading stands over the first of its columns only. No
  /// response: that would have a name in front.
  var hasChoicesBelow: Bool {
    guard place + 1 < rows.count, case let below = rows[place + 1], below.first?.isEmpty == true else { return false }
    return spreadQuestions.contains { spread in
      spread.columns.count { isChoice(below, $0, spread) } > 1
    }
  }

  /// The columns without a heading behind a question that hold answers to it: read by its one heading, they would be lost.
  var choicesWithoutHeading: (question: Question.ID, columns: ClosedRange<Int>)? {
    for spread in spreadQuestions {
      let own = spread.columns.dropFirst().filter { column in
        rows[(place + 1)...].contains { isChoice($0, column, spread) }
      }
      if let first = own.first, let last = own.last {
        return (packs[spread.pack].questions[spread.question].id, first...last)
      }
    }
    return nil
  }

  private typealias Spread = (pack: Int, question: Int, columns: Range<Int>)

  /// Questions with options, with the columns without a heading behind theirs.
  private var spreadQuestions: [Spread] {
    let names = rows[place]
    var found: [Spread] = []
    for column in names.indices.dropLast() where !names[column].isEmpty && names[column + 1].isEmpty {
      let end = names[(column + 1)...].firstIndex { !$0.isEmpty } ?? names.count
      for (pack, finder) in finders.enumerated() {
        guard let match = finder.match(SurveySheet.Heading(names[column])), match.target == nil else { continue }
        found.append((pack, match.question, column..<end))
      }
    }
    return found
  }

  private func isChoice(_ row: [String], _ column: Int, _ spread: Spread) -> Bool {
    guard column < row.count, !row[column].isEmpty else { return false }
    return finders[spread.pack].options(called: SurveySheet.Heading(row[column])).contains {
      $0.question == spread.question
    }
  }
}

extension Problem {
  static func choicesWithoutHeading(_ question: Question.ID, _ columns: ClosedRange<Int>, at place: Place) -> Problem {
    let numbers =
      columns.count == 1
      ? "column \(columns.lowerBound + 1) has" : "columns \(columns.lowerBound + 1) to \(columns.upperBound + 1) have"
    return Problem(
      code: .unknownColumn, place: place, summary: "\(numbers) no heading, and hold answers to '\(question)'",
      help: "head each of them by the question and the answer: \(question)/…")
  }
}
