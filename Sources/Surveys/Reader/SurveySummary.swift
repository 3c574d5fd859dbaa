import Ergonomics

/// What became of a survey file.
package struct SurveySummary: Sendable, Hashable {
  package var rows = 0
  package var scored = 0
  package var rejected = 0
  /// How many responses were not to be counted, and why.
  package var setAsideByKind: [SetAsideReason: Int] = [:]
  /// None about health, unless that is included: how many there are would tell of people.
  package var cellsLeftOpen = 0
  /// There are cells about health besides.
  package var leavesHealthOpen = false
  /// A row that gave nobody, or whose id stands in an earlier row.
  package struct NotedRow: Sendable, Hashable {
    package let line: Int
    /// Empty without one.
    package let id: String
  }
  /// The first of those that were set aside, and of those rejected for their id as duplicates.
  package private(set) var noted: [SetAsideReason: [NotedRow]] = [:]
  package var platform = SurveyPlatform.other
  /// Where in the file the table was, such as a sheet of a workbook.
  package var origin: String?
  /// `nil` for ASCII.
  package var encoding: TextEncoding?
  /// Which heading was taken for which question.
  package var mapping = SurveyMapping()
  /// Headings of the columns that tell people apart; none where rows are numbered.
  package var idColumns: [String] = []
  /// What could, where nothing does.
  package var idSuggestion: IDSuggestion?
  /// Headings of columns that were not read, in the order of the file.
  package var unusedColumns: [String] = []
  /// Questions without a column, in the order of the packs.
  package var missingQuestions: [Question.ID] = []
  /// By question without a column: a heading that is nearly its own.
  package var nearHeadings: [Question.ID: String] = [:]
  /// Headings that are nearly a question; their columns were not read.
  package var problems: [Problem] = []
  /// Rows whose ids were too many to remember: a double among them went unnoticed.
  package var idsNotRemembered = 0
  /// Rows whose id stands in an earlier file too: each of them counts.
  package var idsOfEarlierFiles = 0

  package init() {}

  package var setAside: Int { setAsideByKind.values.reduce(0, +) }
  /// The counts of another part of the same file come on top.
  mutating func add(_ other: SurveySummary) {
    rows += other.rows
    scored += other.scored
    rejected += other.rejected
    setAsideByKind.merge(other.setAsideByKind, uniquingKeysWith: +)
    cellsLeftOpen += other.cellsLeftOpen
    leavesHealthOpen = leavesHealthOpen || other.leavesHealthOpen
    for (kind, rows) in other.noted { for row in rows { note(row, as: kind) } }
  }

  private static let mostNoted = 5

  /// Whether a row met later is among the first of its kind; each core meets rows in the order of the file.
  func mayNote(_ kind: SetAsideReason) -> Bool { noted[kind, default: []].count < Self.mostNoted }

  mutating func note(_ row: NotedRow, as kind: SetAsideReason) {
    noted[kind] = Array((noted[kind, default: []] + [row]).sorted { $0.line < $1.line }.prefix(Self.mostNoted))
  }

  /// Together with that of a further file; what only one of them can be is that of this one.
  package func adding(_ other: SurveySummary) -> SurveySummary {
    var sum = self
    sum.add(other)
    sum.noted = [:]  // lines of one file
    sum.idColumns = []
    sum.idSuggestion = nil
    sum.unusedColumns = (unusedColumns + other.unusedColumns).withoutDoubles
    sum.missingQuestions = missingQuestions.filter(other.missingQuestions.contains)
    sum.nearHeadings.merge(other.nearHeadings, uniquingKeysWith: min)
    sum.problems += other.problems
    sum.idsNotRemembered += other.idsNotRemembered
    sum.idsOfEarlierFiles += other.idsOfEarlierFiles
    return sum
  }

  /// The rejects file has rows.
  package var hasRejects: Bool { rejected > 0 || cellsLeftOpen > 0 || leavesHealthOpen }
}

extension [SurveySummary] {
  /// Of several files together.
  package var total: SurveySummary {
    guard let first else { return SurveySummary() }
    return dropFirst().reduce(first) { $0.adding($1) }
  }
}

extension SurveySummary: CustomStringConvertible {
  /// The line that scripts read: `rows 187 = scored 181 + rejected 4 + set aside 2; 7 cells left open`.
  package var description: String {
    "rows \(rows) = scored \(scored) + rejected \(rejected) + set aside \(setAside); \(cellsLeftOpen) cells left open"
      + (leavesHealthOpen ? ", not counting answers about health" : "")
  }
}
