import Ergonomics

/// The people of a survey file counted by team, straight from what was judged of a block of them.
package struct TeamSurvey: Sendable {
  /// A stretch of the file.
  package struct Part: Sendable {
    package internal(set) var round: TeamRound
    /// Questions under which something was not understood, by id: of health only where it is included.
    package internal(set) var misread: Set<Question.ID> = []
    package internal(set) var leftOut: Set<LeftOut> = []
    /// Everybody who counts, where what they answered is asked for.
    package internal(set) var people: [TeamMember] = []
    /// By person what they answered, as `AnswerPrint` writes it.
    package internal(set) var prints: [UInt64] = []
  }

  private let round: TeamRound
  private let options: SurveyOptions
  private let print: AnswerPrint?

  /// - Parameters:
  ///   - round: What people are to be put in, and judged by.
  ///   - print: How what people answered is handed over too.
  package init(_ round: TeamRound, _ options: SurveyOptions, print: AnswerPrint? = nil) {
    (self.round, self.options, self.print) = (round.emptied, options, print)
  }

  /// Calls back with the people of each stretch of the file; `groupColumn` names their team.
  ///
  /// - Parameter start: What has been read from the descriptor already.
  /// - Throws: `SurveyError`, and what `body` throws.
  package func read(
    _ input: Int32, after start: [UInt8] = [], rejects: Int32? = nil,
    _ body: @escaping @Sendable (Part) throws(SurveyError) -> Void
  ) async throws -> SurveySummary {
    let survey = try SurveyReader([round.program], options, input, after: start)
    return try await survey.read(rejects: rejects) { [round, print] in
      TeamCounter($0, round, print)
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
  private let print: AnswerPrint?
  private let code: (@Sendable (String) -> String)?

  /// - Parameter code: Makes of an id what stands for it.
  init(
    _ plan: ReadingPlan, _ round: TeamRound, _ print: AnswerPrint? = nil,
    code: (@Sendable (String) -> String)? = nil
  ) {
    (self.plan, self.print, self.code) = (plan, print, code)
    empty = TeamSurvey.Part(round: round)
    part = empty
  }

  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    var members: [TeamMember?] = []
    // An id is text to be made of each row, which only those need who are found again.
    let tellsApart = part.round.keepsPeople || print != nil
    for place in people.indices {
      if except >> UInt64(place) & 1 == 1 {
        members.append(nil)
        continue
      }
      let id = plan.header.idColumns.isEmpty || !tellsApart ? "" : chunk.id(plan.header.idColumns, of: people[place])
      members.append(TeamMember(team: plan.group(of: people[place], in: chunk), id: id.isEmpty ? nil : code?(id) ?? id))
    }
    part.round.add(evaluators[0].verdicts, members)
    if let print { keep(members, evaluators[0].prints(print, of: people.count), words: print.words) }
    for cell in misread { part.misread.insert(plan.question(cell.question, ofPack: cell.pack).id) }
  }

  private mutating func keep(_ members: [TeamMember?], _ prints: [UInt64], words: Int) {
    for (place, member) in members.enumerated() {
      guard let member else { continue }
      part.people.append(member)
      part.prints += prints[place * words..<(place + 1) * words]
    }
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
