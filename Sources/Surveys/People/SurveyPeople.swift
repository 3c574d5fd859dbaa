import Ergonomics

/// The people of a survey file, one at a time, with all they answered: for reports, not for scoring a whole file.
package struct SurveyPeople: Sendable {
  /// Someone in the file, and what could not be understood of them; such answers are left open.
  package struct Person: Sendable {
    package let answers: Answers
    /// What stands in the column that was to be kept, such as the team; empty without one.
    package let kept: String
    /// Of the row.
    package let place: Problem.Place
    package let misread: [Misread]

    package var problems: [Problem] { misread.map(\.problem) }
  }

  /// An answer that could not be understood.
  package struct Misread: Sendable {
    package let question: Question.ID
    /// Quotes the answer.
    package let problem: Problem
  }

  private let pack: Pack
  private let options: SurveyScorer.Options
  private static let chunkSize = 1 << 18

  /// - Parameters:
  ///   - file: As problems name the file.
  ///   - idColumn: A heading; `nil` = the column `id`, or the number of the row where there is none.
  ///   - keptColumn: A heading.
  package init(_ pack: Pack, file: String, idColumn: String? = nil, keptColumn: String? = nil) {
    self.pack = pack
    options = {
      var options = SurveyScorer.Options(file: file)
      options.idColumn = idColumn
      options.keptColumns = keptColumn.map { [$0] } ?? []
      return options
    }()
  }

  /// Calls back for each person in the order of the file, until that returns false. Rows that do not have a cell under
  /// each heading are passed over.
  ///
  /// - Parameter passedOver: Called with the place of each such row.
  /// - Throws: `SurveyError`, and whatever `body` throws.
  package func forEach(
    in descriptor: Int32, passedOver: (Problem.Place) -> Void = { _ in }, _ body: (Person) throws -> Bool
  ) throws {
    var reader = RecordReader(descriptor, file: options.file)
    let (names, line) = try reader.readHeader(chunkSize: Self.chunkSize)
    let header = try SurveyHeader(names, line: line, packs: [pack], options: options)
    var chunk = RecordChunk(capacity: Self.chunkSize)
    while try reader.read(into: &chunk) {
      for place in 0..<chunk.recordCount {
        let record = chunk.records[place]
        guard Int(record.fieldCount) == names.count else {
          passedOver(self.place(ofByte: Int(record.start), in: chunk))
          continue
        }
        if try !body(person(record, of: chunk, header)) { return }
      }
    }
  }

  private func person(_ record: Record, of chunk: borrowing RecordChunk, _ header: SurveyHeader) -> Person {
    func cell(_ column: Int) -> String { String(field: chunk.field(column, of: record)).restored }
    var answers = Answers(id: header.idColumn.map { cell($0) } ?? String(chunk.number(of: record)))
    var misread: [Misread] = []
    for (question, column) in zip(pack.questions, header.questions[0]) {
      guard let column else { continue }
      switch question.answer(from: cell(column), notSure: pack.notSure) {
      case .success(let answer): answers[question.id] = answer
      case .failure(let mistake):
        let problem = Problem(
          code: .wrongAnswer, place: place(ofByte: chunk.range(column, of: record).lowerBound, in: chunk),
          summary: "\(mistake.summary), under '\(question.id)'; it counts as not answered", help: mistake.help)
        misread.append(Misread(question: question.id, problem: problem))
      }
    }
    return Person(
      answers: answers, kept: header.keptColumns.first.map { cell($0) } ?? "",
      place: place(ofByte: Int(record.start), in: chunk), misread: misread)
  }

  private func place(ofByte byte: Int, in chunk: borrowing RecordChunk) -> Problem.Place {
    let (line, column) = chunk.position(ofByte: byte)
    return Problem.Place(file: options.file, line: line, column: column)
  }
}
