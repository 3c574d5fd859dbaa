import Ergonomics

/// The headings of a survey file, matched to the questions of packs.
struct SurveyHeader: Sendable {
  let names: [String]
  /// By pack and question: the column.
  let questions: [[Int?]]
  /// Where there is none, the number of a response serves.
  let idColumn: Int?
  /// In the order they were asked for.
  let keptColumns: [Int]
  /// Neither a question, nor the id, nor kept.
  let unusedColumns: [Int]
  /// In the order of the packs.
  let missingQuestions: [Question.ID]
  /// Headings that are nearly a question; the columns are not read.
  let nearMisses: [Problem]

  /// Finds the columns. Headings match without underscores too, where that is unique.
  ///
  /// - Throws: `SurveyError.refused` with all that is wrong with the headings.
  init(_ names: [String], line: Int, packs: [Pack], options: SurveyScorer.Options) throws(SurveyError) {
    let place = Problem.Place(file: options.file, line: line)
    let columns = HeadingIndex(names)
    var problems = columns.doubles(at: place, among: Set(packs.flatMap { $0.questions.map(\.id) }), options)
    func column(named name: String) -> Int? {
      if let column = columns.exact[name]?.first { return column }
      problems.append(.missing(column: name, among: names, at: place))
      return nil
    }
    self.names = names
    idColumn = options.idColumn.map(column(named:)) ?? columns.exact["id"]?.first
    keptColumns = options.keptColumns.withoutDoubles.compactMap(column(named:)).filter { [idColumn] in $0 != idColumn }
    questions = packs.map { pack in pack.questions.map { columns.column(of: $0.id) } }
    if questions.allSatisfy({ $0.allSatisfy { $0 == nil } }) {
      problems.append(.noQuestion(in: names, packs, at: place))
    }
    let used = Set(questions.joined().compactMap { $0 } + keptColumns + [idColumn].compactMap { $0 })
    unusedColumns = names.indices.filter { !used.contains($0) }
    let missing = zip(packs, questions).flatMap { pack, columns in
      zip(pack.questions, columns).filter { $1 == nil }.map(\.0.id)
    }
    missingQuestions = missing.withoutDoubles
    nearMisses = unusedColumns.compactMap { .nearMiss(names[$0], missing, at: place) }
    if options.isStrict, problems.isEmpty { problems = nearMisses }
    if !problems.isEmpty { throw .refused(problems.sorted()) }
  }
}

/// Headings by name.
private struct HeadingIndex {
  let exact: [String: [Int]]
  private let withoutUnderscores: [String: [Int]]

  init(_ names: [String]) {
    exact = Dictionary(grouping: names.indices) { names[$0] }
    withoutUnderscores = Dictionary(grouping: names.indices) { names[$0].filter { $0 != "_" } }
  }

  func column(of question: Question.ID) -> Int? {
    if let column = exact[question]?.first { return column }
    let near = withoutUnderscores[question.filter { $0 != "_" }] ?? []
    return near.count == 1 ? near[0] : nil
  }

  func doubles(at place: Problem.Place, among questions: Set<String>, _ options: SurveyScorer.Options) -> [Problem] {
    let read = questions.union(options.keptColumns).union([options.idColumn ?? "id"])
    return exact.filter { $0.value.count > 1 && read.contains($0.key) }.map { name, columns in
      Problem(
        code: .doubleColumn, place: place,
        summary: "the heading '\(name)' stands over columns \(columns.map { "\($0 + 1)" }.joined(separator: " and "))",
        help: "leave one of them, or give the other a name of its own")
    }
  }
}

extension Problem {
  fileprivate static func missing(column name: String, among names: [String], at place: Place) -> Problem {
    Problem(
      code: .unknownColumn, place: place, summary: "there is no column '\(name)'",
      help: names.nearest(to: name).map { "did you mean '\($0)'?" }
        ?? "the headings are \(names.prefix(12).joined(separator: ", "))\(names.count > 12 ? ", …" : "")")
  }

  fileprivate static func noQuestion(in names: [String], _ packs: [Pack], at place: Place) -> Problem {
    let ids = packs.flatMap { $0.questions.map(\.id) }.prefix(5).joined(separator: ", ")
    let isJoined = names.count == 1 && (names[0].contains(";") || names[0].contains("\t"))
    return Problem(
      code: .noQuestionColumn, place: place, summary: "no heading is a question of the pack",
      help: isJoined ? "save the file with commas between the cells" : "headings are question ids: \(ids), …")
  }

  fileprivate static func nearMiss(_ name: String, _ questions: [Question.ID], at place: Place) -> Problem? {
    guard let near = questions.nearest(to: name) else { return nil }
    return Problem(
      code: .unknownColumn, place: place, summary: "the column '\(name)' is not read: there is no such question",
      help: "did you mean '\(near)'?")
  }
}
