/// How a survey is read: the same for scoring, for every report and for a dry run.
package struct SurveyOptions: Sendable {
  /// As problems and rejects name the file.
  package var file: String
  /// A heading; `nil` = the column that is found, or the number of the row where there is none; `-` = that number.
  package var idColumn: String?
  /// Which sheet of a workbook holds the answers; `nil` = the one whose headings are questions.
  package var sheet: String?
  /// Of tables and JSON; `nil` = the one that is found.
  package var encoding: TextEncoding?
  /// People must be told apart: without a column of ids nothing is read.
  package var needsIDs = false
  /// What becomes of rows with the same id; `nil` = as usual where the file comes from.
  package var repeats: RepeatedIDs?
  /// Numbers of rows, counted from 0, that a later one with the same id takes the place of.
  var superseded: Set<Int> = []
  /// Headings of columns that results keep; `file` = the name of the file where no column has that heading.
  package var keptColumns: [String] = []
  /// Heading of the column by which people are told of; `file` as above. It must hold what they are together in.
  package var groupColumn: String?
  /// Results tell what rules say that read sensitive questions.
  package var includesHealth = false
  /// Nothing is said of cells that hold answers about health, nor are they counted.
  package var hidesHealth = false
  /// A cell that cannot be understood rejects its row; a heading that is nearly a question stops everything.
  package var isStrict = false
  /// Columns are read however many of their cells cannot be understood.
  package var acceptsUnread = false
  /// Opens the lines of encrypted files; `nil` where there is no key.
  package var opens: Opener?
  /// Nothing is refused for what stands in columns of answers and ids: it is only to be told how they are understood.
  var onlyLooks = false
  /// Responses that are scored although a platform marks them.
  package var included: Set<SetAsideReason> = []
  package var format = ResultFormat.csv
  /// What stands before and behind the rows is written: not between the files of several.
  package var opensResults = true
  package var closesResults = true
  /// Of the files before this one, where there are several.
  package var earlierFiles: EarlierIDs?
  /// Of the first response, where files have no ids.
  package var firstNumber = 1
  /// No more rows are read; `nil` = all.
  package var mostRows: Int?
  /// Called with the number of responses dealt with since the last time, in any order.
  package var progress: (@Sendable (Int) async -> Void)?
  package var cores = 1
  /// Whatever else is read, these headings mean something.
  var namedColumns: [String] { (keptColumns + [groupColumn].compactMap(\.self)).withoutDoubles }
  /// In bytes; no row can be longer.
  package var chunkSize = 1 << 18
  /// How many bytes are read at once. The first block tells how the file is encoded and what stands between cells.
  package var blockSize = 1 << 16

  package init(file: String) { self.file = file }
}

/// What becomes of rows whose id stands in another row too.
package enum RepeatedIDs: String, Sendable, CaseIterable {
  /// The first counts, the others are set aside.
  case first
  /// The last counts, those before are set aside.
  case last
  /// The first counts, the others are rejected.
  case reject
}
