import Ergonomics

/// All that the cores share while they read a file; made once from its headings. A class, as a struct of this size would be
/// copied for each row.
final class ReadingPlan: Sendable {
  let options: SurveyOptions
  let header: SurveyHeader
  /// How many fields a row has.
  let width: Int
  /// Between the cells of the survey.
  let separator: UInt8
  let readers: [AnswerReader]
  /// By pack: of its own, as a program of this size would be copied for each cell.
  private let questions: [[Question]]
  private let notSures: [String]
  let repeats: RepeatedIDs
  let nobody: NobodyRows
  /// Columns that are watched for mapping mistakes, and by pack, question and position which of them it is.
  let watched: [WatchedColumn]
  let watchedPlaces: [[[Int: Int]]]
  /// By position, the questions about health whose answers are kept out of everything: nothing may tell what stands in
  /// such a cell, nor which of several columns of a question it is.
  let healthKept: [Int: Question.ID]

  init(_ programs: [RuleProgram], _ header: SurveyHeader, _ options: SurveyOptions, separator: UInt8) {
    (self.options, self.header, self.separator) = (options, header, separator)
    let programs =
      header.sheet.platform.longestCode.map { length in programs.map { $0.readingCodes(longest: length) } } ?? programs
    width = header.names.count
    readers = programs.indices.map { AnswerReader(programs[$0], pack: $0, columns: header.questions[$0]) }
    (questions, notSures) = (programs.map(\.questions), programs.map(\.pack.notSure))
    repeats = options.repeats ?? (header.sheet.platform.repeatsResponses ? .first : .reject)
    nobody = NobodyRows(header, separator: separator)
    let kept = options.includesHealth ? [] : zip(programs, header.questions).flatMap { $0.healthColumns($1) }
    let healthKept = Dictionary(kept) { first, _ in first }
    var watched: [WatchedColumn] = []
    watchedPlaces = zip(programs, header.questions).map { program, columns in
      program.questions.indices.map { place in
        let (question, source) = (program.questions[place], columns[place])
        var places: [Int: Int] = [:]
        for position in source?.all ?? [] where question.kind != .text {
          places[position] = watched.count
          watched.append(
            WatchedColumn(
              heading: header.names[position], position: position, question: question.id,
              accepted: source?.wholes == nil ? Tick.accepted : question.acceptedAnswers,
              doubt: source?.wholes == nil ? nil : ColumnDoubt(question),
              isShown: healthKept[position] == nil))
        }
        return places
      }
    }
    (self.watched, self.healthKept) = (watched, healthKept)
  }

  /// Why a response is not scored; `nil` if it is, or cannot be read.
  func setAside(_ record: Record, isDouble: Bool, of chunk: borrowing RecordChunk) -> SetAsideReason? {
    guard Int(record.fieldCount) == width else { return nil }
    if let kind = header.filter(record, of: chunk, included: options.included) { return kind }
    return isDouble && repeats != .reject && !options.included.contains(.duplicate) ? .duplicate : nil
  }

  func questions(ofPack pack: Int) -> [Question] { questions[pack] }
  func question(_ place: Int, ofPack pack: Int) -> Question { questions[pack][place] }
  func isAboutHealth(_ place: Int, ofPack pack: Int) -> Bool { readers[pack].program.isAboutHealth[place] }
  func keepsToItself(_ question: Int, ofPack pack: Int) -> Bool {
    !options.includesHealth && isAboutHealth(question, ofPack: pack)
  }

  /// Whether it may be told what stands in a cell: in one that is read for a question or kept, not in free text, nor in a
  /// column that is not read, such as a name.
  func tellsValue(of position: Int) -> Bool {
    if healthKept[position] != nil { return false }
    return header.namedColumns.contains(position) || watched.contains { $0.position == position }
  }

  /// Whether it may be told where in its row a cell is. What stands before a place in its line counts it off; where cells
  /// are counted, nothing does.
  func tellsPlace(of position: Int, countsCells: Bool) -> Bool {
    if let question = healthKept[position], healthKept.values.count(where: { $0 == question }) > 1 { return false }
    return countsCells || !healthKept.keys.contains { $0 < position }
  }

  func notSure(ofPack pack: Int) -> String { notSures[pack] }

  /// By question without a column: the heading that is nearest to its own, of columns that are not read.
  var nearHeadings: [Question.ID: String] {
    let unused = header.unusedColumns.prefix(Self.mostHeadings).map { header.names[$0] }
    var near: [Question.ID: String] = [:]
    for question in questions.joined() where header.missingQuestions.contains(question.id) {
      near[question.id] =
        ([question.text] + question.ids + question.aliases).lazy.compactMap { wording in
          unused.filter { 2 * $0.count > wording.count }.nearest(to: wording)
        }.first
    }
    return near
  }

  /// Nobody reads more of them, and comparing texts takes its time.
  private static let mostHeadings = 300
}

extension RuleProgram {
  /// The columns of questions about health.
  fileprivate func healthColumns(_ sources: [QuestionColumns?]) -> [(Int, Question.ID)] {
    questions.indices.filter { isAboutHealth[$0] }.flatMap { place in
      (sources[place]?.all ?? []).map { ($0, questions[place].id) }
    }
  }
}
