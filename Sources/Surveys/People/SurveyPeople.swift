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
  }

  /// An answer that could not be understood.
  package struct Misread: Sendable {
    package let question: Question.ID
    /// Quotes the answer.
    package let problem: Problem
  }

  /// Why a row gives nobody.
  package enum Passing: Sendable {
    /// It has more or fewer cells than the header.
    case ragged
    /// A cell of it is not in the encoding of the file.
    case broken
    /// Its id stands in an earlier row.
    case double
    /// The platform marks it as not to be counted.
    case setAside
  }

  private let pack: Pack
  private let options: SurveyScorer.Options
  /// By question.
  private let isAboutHealth: [Bool]

  /// - Parameters:
  ///   - file: As problems name the file.
  ///   - idColumn: A heading; `nil` = the column `id`, or the number of the row where there is none.
  ///   - keptColumn: A heading, of what people are grouped by.
  package init(_ pack: Pack, file: String, idColumn: String? = nil, keptColumn: String? = nil) {
    var options = SurveyScorer.Options(file: file)
    options.idColumn = idColumn
    options.keptColumns = keptColumn.map { [$0] } ?? []
    options.isGrouping = true
    self.init(pack, options)
  }

  /// The people whom a scorer with these options scores, in the same order.
  package init(_ pack: Pack, _ options: SurveyScorer.Options) {
    (self.pack, self.options, isAboutHealth) = (pack, options, Program(pack).isAboutHealth)
  }

  /// Calls back for each person in the order of the file, until that returns false. Rows that
  /// cannot be read, those a platform marks as not to be counted, and those whose id was there before, are passed over.
  ///
  /// - Parameters:
  ///   - start: What has been read from the descriptor already.
  ///   - passedOver: Called for each row that gives nobody, but for headings that stand in the file again.
  /// - Throws: `SurveyError`, and whatever `body` throws.
  package func forEach(
    in descriptor: Int32, after start: [UInt8] = [],
    passedOver: (Problem.Place, Passing) -> Void = { _, _ in }, _ body: (Person) throws -> Bool
  ) throws {
    var reader = try RecordReader(RawBytes(start, then: descriptor, blockSize: options.blockSize), [pack], options)
    try forEach(reader.readHeader(), &reader, passedOver) { person in
      try options.isStrict && !person.misread.isEmpty || body(person)
    }
  }

  /// How the file would be understood, from its first responses.
  ///
  /// - Throws: `SurveyError`.
  package func mappingReport(of descriptor: Int32, responses most: Int = 20_000) throws -> MappingReport {
    var reader = try RecordReader(RawBytes(then: descriptor, blockSize: options.blockSize), [pack], options)
    let header = try reader.readHeader()
    var report = MappingReport(header, pack)
    let ignore: (Problem.Place, Passing) -> Void = { _, _ in }
    try forEach(header, &reader, ignore) { person in
      report.add(person)
      return report.responses < most
    }
    report.isWhole = report.responses < most
    report.encoding = reader.encoding
    return report
  }

  private func forEach(
    _ header: SurveyHeader, _ reader: inout RecordReader, _ passedOver: (Problem.Place, Passing) -> Void,
    _ body: (Person) throws -> Bool
  ) throws {
    var chunk = RecordChunk(capacity: options.chunkSize, separator: reader.separator)
    var seen = SeenIDs()
    while try reader.read(into: &chunk) {
      chunk.markDoubles(of: header.idColumns, &seen)
      var doubles = chunk.doubles[...]
      for place in 0..<chunk.recordCount {
        let record = chunk.records[place]
        let isDouble = doubles.first == record.place
        if isDouble { doubles.removeFirst() }
        if header.isRepeated(record, of: chunk) { continue }
        if let why = passing(record, isDouble: isDouble, of: chunk, header) {
          passedOver(self.place(ofByte: Int(record.start), of: record, in: chunk), why)
          continue
        }
        if try !body(person(record, of: chunk, header)) { return }
      }
    }
  }

  /// As a scorer decides it.
  private func passing(
    _ record: Record, isDouble: Bool, of chunk: borrowing RecordChunk, _ header: SurveyHeader
  ) -> Passing? {
    if Int(record.fieldCount) != header.names.count { return .ragged }
    if header.filter(record, of: chunk, included: options.included) != nil { return .setAside }
    if chunk.brokenField(of: record) != nil { return .broken }
    let isIncluded = header.sheet.platform.repeatsResponses && options.included.contains(.duplicate)
    return isDouble && !isIncluded ? .double : nil
  }

  private func person(_ record: Record, of chunk: borrowing RecordChunk, _ header: SurveyHeader) -> Person {
    func cell(_ column: Int) -> String { String(field: chunk.field(column, of: record)).restored }
    let id = header.idColumns.isEmpty ? String(chunk.number(of: record)) : chunk.id(header.idColumns, of: record)
    var answers = Answers(id: id)
    var misread: [Misread] = []
    let health = zip(header.questions[0], isAboutHealth).filter(\.1).flatMap { $0.0?.all ?? [] }.min()
    func note(_ column: Int, _ question: Question, _ summary: String, help: String) {
      let exact = place(ofByte: chunk.range(column, of: record).lowerBound, of: record, in: chunk)
      // Behind answers about health the column would tell how long these are.
      let isTelling = health.map { $0 < column } ?? false
      let problem = Problem(
        code: .wrongAnswer, place: isTelling ? .init(file: exact.file, line: exact.line) : exact,
        summary: "\(summary), under '\(question.id)'; it counts as not answered", help: help)
      misread.append(Misread(question: question.id, problem: problem))
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
    return Person(
      answers: answers, kept: header.keptColumns.first.map { cell($0) } ?? "",
      place: place(ofByte: Int(record.start), of: record, in: chunk), misread: misread)
  }

  private func place(ofByte byte: Int, of record: Record, in chunk: borrowing RecordChunk) -> Problem.Place {
    let (line, column) = chunk.lines.isEmpty ? chunk.position(ofByte: byte) : (chunk.lines[Int(record.place)], 1)
    return Problem.Place(file: options.file, line: line, column: column)
  }
}
