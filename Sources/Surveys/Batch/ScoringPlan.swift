import Ergonomics

/// All that the cores share while they score a file; made once from its headings.
struct ScoringPlan: Sendable {
  let options: SurveyScorer.Options
  let header: SurveyHeader
  let readers: [AnswerReader]
  let layout: ResultLayout
  /// Columns that are watched for mapping mistakes, and by pack and question which of them it is.
  let watched: [ColumnWatch.Column]
  let watchedPlaces: [[Int?]]

  init(_ programs: [Program], _ header: SurveyHeader, _ options: SurveyScorer.Options) {
    (self.options, self.header) = (options, header)
    readers = programs.indices.map { AnswerReader(programs[$0], pack: $0, columns: header.questions[$0]) }
    layout = ResultLayout(programs, header: header, includesHealth: options.includesHealth)
    var watched: [ColumnWatch.Column] = []
    watchedPlaces = zip(programs, header.questions).map { program, columns in
      zip(program.questions, columns).map { question, position in
        guard let position, question.kind != .text else { return nil }
        watched.append(.init(heading: header.names[position], position: position, question: question))
        return watched.count - 1
      }
    }
    self.watched = watched
  }

  func question(_ place: Int, ofPack pack: Int) -> Question { readers[pack].program.questions[place] }
  func notSure(ofPack pack: Int) -> String { readers[pack].program.pack.notSure }
}
