import Ergonomics

/// The headings of a survey file, matched to the questions of packs.
struct SurveyHeader: Sendable {
  let sheet: SurveySheet
  let names: [String]
  /// By pack.
  let finders: [QuestionFinder]
  /// By pack and question.
  let questions: [[QuestionColumns?]]
  /// Together they tell responses apart; where there is none, the number of a response serves.
  let idColumns: [Int]
  /// In the order they were asked for.
  let keptColumns: [Int]
  /// By which people are told of.
  let groupColumn: Int?
  /// Neither a question, nor the id, nor kept, nor what people are told of by.
  let unusedColumns: [Int]
  /// In the order of the packs.
  let missingQuestions: [Question.ID]
  /// Headings that are nearly a question, whose columns are not read; and options without a column.
  let nearMisses: [Problem]
  /// What says of a response that it is not to be counted.
  let filters: [FilterColumn]

  /// Finds the columns.
  ///
  /// - Parameter finders: Of the questions of each pack.
  /// - Throws: `SurveyError.refused` with all that is wrong with the headings.
  init(
    _ sheet: SurveySheet, packs: [Pack], finders: [QuestionFinder], options: SurveyOptions
  ) throws(SurveyError) {
    let place = Problem.Place(file: options.file, line: sheet.line)
    let names = sheet.names
    var problems: [Problem] = []
    func column(named name: String) -> Int? {
      let columns = names.indices.filter { names[$0] == name }
      if columns.isEmpty, name == Self.fileHeading { return Self.fileColumn }
      if columns.isEmpty { problems.append(.missing(column: name, among: names, at: place)) }
      if columns.count > 1 { problems.append(.double(name, columns, at: place)) }
      return columns.first
    }
    (self.sheet, self.names) = (sheet, names)
    let matched = zip(packs, finders).map { ColumnMatch($0, $1, in: sheet.headings, at: place) }
    (questions, self.finders) = (matched.map(\.columns), finders)
    if options.idColumn == Self.rowNumbers {
      idColumns = []
    } else if let id = options.idColumn {
      idColumns = [column(named: id)].compactMap { $0 }
    } else {
      idColumns = sheet.idColumns(besides: Set(questions.joined().compactMap { $0?.all }.joined()))
      if let first = idColumns.first, case let same = names.indices.filter({ names[$0] == names[first] }),
        same.count > 1
      {
        problems.append(.double(names[first], same, at: place))
      }
    }
    if idColumns.isEmpty, problems.isEmpty, options.needsIDs { problems.append(.noIDs(at: place)) }
    let ids = Set(idColumns)
    keptColumns = options.keptColumns.withoutDoubles.compactMap(column(named:)).filter { ids != [$0] }
    groupColumn = options.groupColumn.flatMap(column(named:))
    problems += matched.flatMap(\.problems).withoutDoubles
    if let group = groupColumn, group != Self.fileColumn {
      // Also one that may be of two questions, and is read as neither.
      let isQuestion =
        questions.contains { $0.contains { $0?.all.contains(group) ?? false } }
        || finders.contains { $0.match(sheet.headings[group]) != nil }
      problems += [
        .cannotGroup(by: names[group], isQuestion: isQuestion, isID: ids.contains(group), on: sheet.platform, at: place)
      ].compactMap(\.self)
    }
    if questions.allSatisfy({ $0.allSatisfy { $0 == nil } }) {
      problems.append(.noQuestion(in: names, packs, at: place))
    }
    let used = Set(questions.joined().compactMap { $0?.all }.joined()).union(keptColumns).union(ids)
      .union([groupColumn].compactMap(\.self))
    filters = Self.filters(of: sheet.platform, names)
    unusedColumns = names.indices.filter { !used.contains($0) }
    let missing = zip(packs, questions).flatMap { pack, columns in
      zip(pack.questions, columns).filter { $1 == nil }.map(\.0)
    }
    missingQuestions = missing.map(\.id).withoutDoubles
    let platformsOwn = Set(filters.map(\.column))
    let unknown = unusedColumns.filter { !platformsOwn.contains($0) }.prefix(Self.mostNearMisses)
    nearMisses =
      matched.flatMap(\.warnings).withoutDoubles + unknown.compactMap { .nearMiss(names[$0], missing, at: place) }
    if options.isStrict, problems.isEmpty { problems = nearMisses }
    if !problems.isEmpty { throw .refused(problems.withoutDoubles.sorted()) }
  }

  /// Nobody reads more of them, and comparing texts takes its time.
  private static let mostNearMisses = 300
}

extension SurveyHeader {
  /// In place of a column, among those that are kept: the name of the file.
  static let fileColumn = -1
  /// What it is called, where no column is.
  static let fileHeading = "file"
  /// In place of a heading of ids.
  static let rowNumbers = "-"

  /// Those that are kept, and the one that people are told of by.
  var namedColumns: [Int] { (keptColumns + [groupColumn].compactMap(\.self)).withoutDoubles }

  /// Of a kept column.
  func name(ofKept column: Int) -> String { column == Self.fileColumn ? Self.fileHeading : names[column] }
}

extension Problem {
  fileprivate static func missing(column name: String, among names: [String], at place: Place) -> Problem {
    Problem(
      code: .unknownColumn, place: place, summary: "there is no column '\(name)'",
      help: names.nearest(to: name).map { "did you mean '\($0)'?" }
        ?? "the headings are \(names.prefix(12).joined(separator: ", "))\(names.count > 12 ? ", …" : "")")
  }

  fileprivate static func noIDs(at place: Place) -> Problem {
    Problem(
      code: .noIDColumn, place: place,
      summary: "no column of ids is found, so nobody can be found again in another file",
      help: "name the column with --id-column")
  }

  fileprivate static func double(_ name: String, _ columns: [Int], at place: Place) -> Problem {
    Problem(
      code: .doubleColumn, place: place,
      summary: "the heading '\(name)' stands over columns \(columns.map { "\($0 + 1)" }.joined(separator: " and "))",
      help: "leave one of them, or give the other a name of its own")
  }

  fileprivate static func noQuestion(in names: [String], _ packs: [Pack], at place: Place) -> Problem {
    let ids = packs.flatMap { $0.questions.map(\.id) }.prefix(5).joined(separator: ", ")
    return Problem(
      code: .noQuestionColumn, place: place, summary: "no heading is a question of the pack",
      help: "headings are question ids or the texts of questions: \(ids), …; --mapping FILE names others")
  }

  fileprivate static func nearMiss(_ name: String, _ questions: [Question], at place: Place) -> Problem? {
    let wordings = questions.flatMap { $0.ids + [$0.text] + $0.aliases }.filter { 2 * $0.count > name.count }
    guard let near = wordings.nearest(to: name) else { return nil }
    return Problem(
      code: .unknownColumn, place: place, summary: "the column '\(name)' is not read: there is no such question",
      help: "did you mean '\(near)'?")
  }
}
