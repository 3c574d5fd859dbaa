import Ergonomics

/// Finds the headings below titles and names of groups.
enum HeadingRow {
  static let rowsLookedAt = 20

  /// The place of the first row, unless nothing in it is a question and another has the most of them.
  static func place(in rows: [[String]], _ packs: [Pack]) -> Int {
    let finders = packs.map(QuestionFinder.init)
    func isQuestion(_ cell: String) -> Bool {
      let heading = SurveySheet.Heading(name: cell, wordings: [cell], choice: nil)
      return !cell.isEmpty && finders.contains { $0.match(heading) != nil }
    }
    if isKnown(rows, at: 0) || rows[0].contains(where: isQuestion) { return 0 }
    let counts = rows.map { $0.count(where: isQuestion) }
    let most = counts.max() ?? 0
    return counts.firstIndex { $0 == most && most > 0 } ?? rows.indices.first { isKnown(rows, at: $0) } ?? 0
  }

  /// The rows from this one on bear the signature of a platform.
  private static func isKnown(_ rows: [[String]], at place: Int) -> Bool {
    switch SurveyPlatform.recognised(in: Array(rows[place...])).platform {
    case .sitwell, .other: false
    default: true
    }
  }
}
