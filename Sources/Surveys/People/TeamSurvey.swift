import Ergonomics

/// The people of a survey file counted by team, straight from what was judged of a block of them.
package struct TeamSurvey: Sendable {
  /// A stretch of the file.
  package struct Part: Sendable {
    package internal(set) var round: TeamRound
    /// Questions under which something was not understood, by id: of health only where it is included.
    package internal(set) var misread: Set<Question.ID> = []
    package internal(set) var leftOut: Set<LeftOut> = []
    /// What each person answered, without text, where it is asked for; people without an id have none.
    package internal(set) var people: [(answers: Answers, team: String)] = []
  }

  private let round: TeamRound
  private let options: SurveyOptions
  private let keepsAnswers: Bool

  /// - Parameters:
  ///   - round: What people are to be put in, and judged by.
  ///   - keepsAnswers: What people answered is handed over too.
  package init(_ round: TeamRound, _ options: SurveyOptions, keepsAnswers: Bool = false) {
    (self.round, self.options, self.keepsAnswers) = (round.emptied, options, keepsAnswers)
  }

  /// Calls back with the people of each stretch of the file; the first column that is kept names their team.
  ///
  /// - Parameter start: What has been read from the descriptor already.
  /// - Throws: `SurveyError`, and what `body` throws.
  package func read(
    _ input: Int32, after start: [UInt8] = [], rejects: Int32? = nil,
    _ body: @escaping @Sendable (Part) throws(SurveyError) -> Void
  ) async throws -> SurveySummary {
    let survey = try SurveyReader([round.program], options, input, after: start)
    return try await survey.read(rejects: rejects) { [round, keepsAnswers] in
      TeamCounter($0, round, keepsAnswers: keepsAnswers)
    } deliver: { part throws(SurveyError) in
      try body(part)
    }
  }
}

/// Counts people by team.
struct TeamCounter: SurveyConsumer {
  private let plan: ReadingPlan
  private let empty: TeamSurvey.Part
  private var part: TeamSurvey.Part
  private var memo: AnswerMemo?

  init(_ plan: ReadingPlan, _ round: TeamRound, keepsAnswers: Bool) {
    self.plan = plan
    empty = TeamSurvey.Part(round: round)
    part = empty
    memo = keepsAnswers ? AnswerMemo(plan) : nil
  }

  mutating func take(
    _ people: [Record], except: UInt64, _ judges: [PackJudge], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    var members: [TeamMember?] = []
    for place in people.indices {
      if except >> UInt64(place) & 1 == 1 {
        members.append(nil)
        continue
      }
      let id = plan.header.idColumns.isEmpty ? "" : chunk.id(plan.header.idColumns, of: people[place])
      let member = TeamMember(team: plan.kept(of: people[place], in: chunk), id: id.isEmpty ? nil : id)
      members.append(member)
      if let answers = memo?.answers(of: people[place], id: member.id, in: chunk) {
        part.people.append((answers, member.team))
      }
    }
    part.round.add(judges[0].verdicts, members)
    for cell in misread { part.misread.insert(plan.question(cell.question, ofPack: cell.pack).id) }
  }

  mutating func leaveOut(_ record: Record, _ why: LeftOut, of chunk: borrowing RecordChunk) {
    if case .setAside(let kind) = why, kind.isNobody { return }
    part.leftOut.insert(why)
  }

  mutating func takeYield() -> TeamSurvey.Part {
    defer { part = empty }
    return part
  }
}

/// Reads what people answered; nearly all that stands in cells was seen before.
private struct AnswerMemo {
  private static let mostSeen = 2000
  private let plan: ReadingPlan
  /// By question, and by what stands in its cells.
  private var seen: [[String: Answer?]]

  init(_ plan: ReadingPlan) {
    self.plan = plan
    seen = plan.readers[0].program.questions.map { _ in [:] }
  }

  mutating func answers(of record: Record, id: String?, in chunk: borrowing RecordChunk) -> Answers {
    var answers = Answers(id: id)
    for place in seen.indices {
      let question = plan.question(place, ofPack: 0)
      guard question.kind != .text, let columns = plan.header.questions[0][place]?.all else { continue }
      var cells = ""
      for column in columns { cells += String(decoding: chunk.field(column, of: record), as: UTF8.self) + "\0" }
      let answer = seen[place][cells] ?? plan.answer(to: place, ofPack: 0, record, of: chunk)?.answer
      if seen[place].count < Self.mostSeen { seen[place][cells] = .some(answer) }
      answers[question.id] = answer
    }
    return answers
  }
}
