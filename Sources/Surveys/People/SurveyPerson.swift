import Ergonomics

/// Someone in a survey file, and what could not be understood of them; such answers are left open.
package struct SurveyPerson: Sendable {
  package let answers: Answers
  /// What stands in the column that people are told of by, such as the team; empty without one.
  package let group: String
  /// Of the row.
  package let place: Problem.Place
  package let misread: [Misread]

  /// An answer that could not be understood.
  package struct Misread: Sendable {
    package let question: Question.ID
    /// Quotes the answer.
    package let problem: Problem
  }
}

/// A row of a survey that gives nobody.
package struct SurveyGap: Sendable {
  package let place: Problem.Place
  package let why: LeftOut
}

/// The people of a survey file with all they answered, some at a time, in the order of the file: for reports.
package struct SurveyPeople: Sendable {
  package struct Part: Sendable {
    package internal(set) var people: [SurveyPerson] = []
    package internal(set) var gaps: [SurveyGap] = []
  }

  private let programs: [RuleProgram]
  private let options: SurveyOptions

  package init(_ packs: [Pack], _ options: SurveyOptions) {
    (programs, self.options) = (packs.map { RuleProgram($0) }, options)
  }

  /// Calls back for the people whom a scorer with these options scores, as often as there is a stretch of the file.
  ///
  /// - Parameters:
  ///   - start: What has been read from the descriptor already.
  ///   - id: Of the only person wanted; `nil` = everybody.
  /// - Throws: `SurveyError`, and what `body` throws.
  package func read(
    _ input: Int32, after start: [UInt8] = [], rejects: Int32? = nil, id: String? = nil,
    _ body: @escaping @Sendable (Part) throws(SurveyError) -> Void
  ) async throws -> SurveySummary {
    let survey = try SurveyReader(programs, options, input, after: start)
    return try await survey.read(rejects: rejects) {
      PeopleConsumer($0, id: id)
    } deliver: { part throws(SurveyError) in
      try body(part)
    }
  }
}

/// Collects people with their answers, read with care.
struct PeopleConsumer: SurveyConsumer {
  private let plan: ReadingPlan
  private let id: String?
  private var part = SurveyPeople.Part()
  private var cursor = LineCursor()

  init(_ plan: ReadingPlan, id: String?) { (self.plan, self.id) = (plan, id) }

  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    for place in people.indices where except >> UInt64(place) & 1 == 0 {
      let own = plan.id(of: people[place], in: chunk)
      if id == nil || own == id { part.people.append(person(own, people[place], of: chunk)) }
    }
  }

  mutating func leaveOut(_ record: Record, _ why: LeftOut, of chunk: borrowing RecordChunk) {
    if case .setAside(let kind) = why, kind.isNobody { return }
    part.gaps.append(SurveyGap(place: place(ofByte: Int(record.start), of: record, in: chunk), why: why))
  }

  mutating func takeYield() -> SurveyPeople.Part {
    defer { (part, cursor) = (SurveyPeople.Part(), LineCursor()) }
    return part
  }

  private mutating func person(_ id: String, _ record: Record, of chunk: borrowing RecordChunk) -> SurveyPerson {
    var answers = Answers(id: id)
    var misread: [SurveyPerson.Misread] = []
    for pack in plan.readers.indices {
      let questions = plan.questions(ofPack: pack)
      for place in questions.indices {
        let question = questions[place].id
        if answers[question] != nil { continue }  // packs may share a question
        let read = plan.answer(to: place, ofPack: pack, record, of: chunk)
        answers[question] = read?.answer
        guard let unread = read?.mistake else { continue }
        let cell = String(field: chunk.field(unread.column, of: record)).restored
        let effect = read?.answer == nil ? "; it counts as not answered" : ""
        let byte = chunk.range(unread.column, of: record).lowerBound
        var exact = self.place(ofByte: byte, of: record, in: chunk)
        if plan.options.hidesHealth, !plan.tellsPlace(of: unread.column, countsCells: chunk.countsCells) {
          exact = Problem.Place(file: exact.file, line: exact.line)
        }
        let problem = Problem(
          code: .wrongAnswer, place: exact,
          summary: "\(unread.summary(cell)), under '\(question)'\(effect)", help: unread.help)
        misread.append(.init(question: question, problem: problem))
      }
    }
    return SurveyPerson(
      answers: answers, group: plan.group(of: record, in: chunk),
      place: place(ofByte: Int(record.start), of: record, in: chunk), misread: misread)
  }

  private mutating func place(ofByte byte: Int, of record: Record, in chunk: borrowing RecordChunk) -> Problem.Place {
    let (line, column) =
      chunk.lines.isEmpty ? chunk.position(ofByte: byte, from: &cursor) : (chunk.lines[Int(record.place)], 1)
    return Problem.Place(file: plan.options.file, line: line, column: column)
  }
}
