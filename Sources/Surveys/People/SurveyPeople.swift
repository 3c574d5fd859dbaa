import Ergonomics

/// The people of a survey file, one at a time, with all they answered: for reports, not for scoring a whole file.
package struct SurveyPeople: Sendable {
  /// Someone in the file, and what could not be understood of them; such answers are left open.
  package struct Person: Sendable {
    package let answers: Answers
    package let problems: [Problem]
  }

  private let pack: Pack
  private let options: SurveyScorer.Options
  private static let chunkSize = 1 << 18

  /// - Parameters:
  ///   - file: As problems name the file.
  ///   - idColumn: A heading; `nil` = the column `id`, or the number of the row where there is none.
  package init(_ pack: Pack, file: String, idColumn: String? = nil) {
    self.pack = pack
    options = {
      var options = SurveyScorer.Options(file: file)
      options.idColumn = idColumn
      return options
    }()
  }

  /// Calls back for each person in the order of the file, until that returns false. Rows that do not have a cell under
  /// each heading, and those a platform marks as not to be counted, are passed over.
  ///
  /// - Throws: `SurveyError`, and whatever `body` throws.
  package func forEach(in descriptor: Int32, _ body: (Person) throws -> Bool) throws {
    var reader = try RecordReader(descriptor, file: options.file)
    let header = try SurveyHeader(reader.readSheet(chunkSize: Self.chunkSize), packs: [pack], options: options)
    var chunk = RecordChunk(capacity: Self.chunkSize, separator: reader.separator)
    while try reader.read(into: &chunk) {
      for place in 0..<chunk.recordCount {
        let record = chunk.records[place]
        guard Int(record.fieldCount) == header.names.count, !header.isRepeated(record, of: chunk),
          header.filter(record, of: chunk, included: options.included) == nil
        else { continue }
        if try !body(person(record, of: chunk, header)) { return }
      }
    }
  }

  private func person(_ record: Record, of chunk: borrowing RecordChunk, _ header: SurveyHeader) -> Person {
    func cell(_ column: Int) -> String { String(field: chunk.field(column, of: record)).restored }
    let id = header.idColumns.isEmpty ? String(chunk.number(of: record)) : chunk.id(header.idColumns, of: record)
    var answers = Answers(id: id)
    var problems: [Problem] = []
    func note(_ column: Int, _ question: Question, _ summary: String, help: String) {
      let (line, position) =
        chunk.lines.isEmpty
        ? chunk.position(ofByte: chunk.range(column, of: record).lowerBound) : (chunk.lines[Int(record.place)], 1)
      problems.append(
        Problem(
          code: .wrongAnswer, place: .init(file: options.file, line: line, column: position),
          summary: "\(summary), under '\(question.id)'; it counts as not answered", help: help))
    }
    for (question, source) in zip(pack.questions, header.questions[0]) {
      switch source {
      case .single(let column):
        switch question.surveyAnswer(from: cell(column), notSure: pack.notSure) {
        case .success(let answer): answers[question.id] = answer
        case .failure(let mistake): note(column, question, mistake.summary, help: mistake.help)
        }
      case .spread(let ticks):
        let cells = ticks.map { (target: $0.target, cell: cell($0.column)) }
        switch question.answer(fromTicks: cells, notSure: pack.notSure) {
        case .answer(let answer): answers[question.id] = answer
        case .misread(let place, let mistake):
          note(ticks[place].column, question, mistake.summary(cells[place].cell), help: mistake.help)
        }
      case nil: break
      }
    }
    return Person(answers: answers, problems: problems)
  }
}
