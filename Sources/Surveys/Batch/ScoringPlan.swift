import Ergonomics

/// All that the cores share while they score a file; made once from its headings.
struct ScoringPlan: Sendable {
  let options: SurveyScorer.Options
  let header: SurveyHeader
  /// Between the cells of the survey.
  let separator: UInt8
  let readers: [AnswerReader]
  let layout: ResultLayout
  let table: ResultTable
  /// Columns that are watched for mapping mistakes, and by pack, question and position which of them it is.
  let watched: [ColumnWatch.Column]
  let watchedPlaces: [[[Int: Int]]]
  /// By position, the questions about health whose answers are kept out of everything: nothing may tell what stands in
  /// such a cell, nor which of several columns of a question it is.
  let healthKept: [Int: Question.ID]

  init(_ programs: [Program], _ header: SurveyHeader, _ options: SurveyScorer.Options, separator: UInt8) {
    (self.options, self.header, self.separator) = (options, header, separator)
    readers = programs.indices.map { AnswerReader(programs[$0], pack: $0, columns: header.questions[$0]) }
    layout = ResultLayout(programs, header: header, includesHealth: options.includesHealth)
    table = ResultTable(layout.columns, format: options.format)
    let kept = options.includesHealth ? [] : zip(programs, header.questions).flatMap { $0.healthColumns($1) }
    let healthKept = Dictionary(kept) { first, _ in first }
    var watched: [ColumnWatch.Column] = []
    watchedPlaces = zip(programs, header.questions).map { program, columns in
      zip(program.questions, columns).map { question, source in
        var places: [Int: Int] = [:]
        for position in source?.all ?? [] where question.kind != .text {
          places[position] = watched.count
          let accepted = source == .single(position) ? question.acceptedAnswers : TickedAnswer.accepted
          watched.append(
            .init(
              heading: header.names[position], position: position, question: question.id, accepted: accepted,
              isAboutHealth: healthKept[position] != nil))
        }
        return places
      }
    }
    (self.watched, self.healthKept) = (watched, healthKept)
  }

  /// Why a response is not scored; `nil` if it is, or cannot be read.
  func setAside(_ record: Record, isDouble: Bool, of chunk: borrowing RecordChunk) -> SetAside? {
    if header.isRepeated(record, of: chunk) { return .heading }
    guard Int(record.fieldCount) == header.names.count else { return nil }
    if let kind = header.filter(record, of: chunk, included: options.included) { return kind }
    let isRepeat = isDouble && header.sheet.platform.repeatsResponses
    return isRepeat && !options.included.contains(.duplicate) ? .duplicate : nil
  }

  func question(_ place: Int, ofPack pack: Int) -> Question { readers[pack].program.questions[place] }
  func keepsToItself(_ question: Int, ofPack pack: Int) -> Bool {
    !options.includesHealth && readers[pack].program.isAboutHealth[question]
  }
  func notSure(ofPack pack: Int) -> String { readers[pack].program.pack.notSure }
}

extension Program {
  /// The columns of questions about health.
  fileprivate func healthColumns(_ sources: [QuestionColumns?]) -> [(Int, Question.ID)] {
    questions.indices.filter { isAboutHealth[$0] }.flatMap { place in
      (sources[place]?.all ?? []).map { ($0, questions[place].id) }
    }
  }
}
