import Ergonomics

/// What became of a survey file.
package struct SurveySummary: Sendable, Hashable {
  package var rows = 0
  package var scored = 0
  package var rejected = 0
  /// How many responses were not to be counted, and why.
  package var setAsideByKind: [SetAside: Int] = [:]
  package var cellsLeftOpen = 0
  package var platform = SurveyPlatform.other
  /// Where in the file the table was, such as a sheet of a workbook.
  package var origin: String?
  /// `nil` for ASCII.
  package var encoding: TextEncoding?
  /// Which heading was taken for which question.
  package var mapping = SurveyMapping()
  /// Headings of columns that were not read, in the order of the file.
  package var unusedColumns: [String] = []
  /// Questions without a column, in the order of the packs.
  package var missingQuestions: [Question.ID] = []
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
  }

  /// Together with that of a further file; what only one of them can be is that of this one.
  package func adding(_ other: SurveySummary) -> SurveySummary {
    var sum = self
    sum.add(other)
    sum.unusedColumns = (unusedColumns + other.unusedColumns).withoutDoubles
    sum.missingQuestions = missingQuestions.filter(other.missingQuestions.contains)
    sum.problems += other.problems
    sum.idsNotRemembered += other.idsNotRemembered
    sum.idsOfEarlierFiles += other.idsOfEarlierFiles
    return sum
  }

  /// The rejects file has rows.
  package var hasRejects: Bool { rejected > 0 || cellsLeftOpen > 0 }
}

extension SurveySummary: CustomStringConvertible {
  /// The line that scripts read: `rows 187 = scored 181 + rejected 4 + set aside 2; 7 cells left open`.
  package var description: String {
    "rows \(rows) = scored \(scored) + rejected \(rejected) + set aside \(setAside); \(cellsLeftOpen) cells left open"
  }
}
