import Ergonomics

/// Scores a survey file: a row of results for each row that can be read, in the order of the file; a row of rejects for
/// each thing that cannot.
///
///     let scorer = SurveyScorer([pack], SurveyOptions(file: "team.csv"))
///     let summary = try await scorer.run(input: 0, output: results.descriptor, rejects: rejects.descriptor)
package struct SurveyScorer: Sendable {
  private let programs: [RuleProgram]
  private let options: SurveyOptions
  private let round: TeamRound?
  private let code: (@Sendable (String) -> String)?

  /// - Parameters:
  ///   - round: What the people of the only pack are counted in too, by `groupColumn`; everybody is read and judged once, by
  ///     its rules, among which are those of the pack.
  ///   - code: Makes of an id what stands for it there.
  package init(
    _ packs: [Pack], _ options: SurveyOptions, countingIn round: TeamRound? = nil,
    code: (@Sendable (String) -> String)? = nil
  ) {
    precondition(round == nil || packs.count == 1, "a round is of one pack")
    (programs, self.options, self.round) = (packs.map { RuleProgram($0) }, options, round?.emptied)
    self.code = code
  }

  /// Reads to the end of `input` and writes results, and rejects where they are wanted; closes nothing.
  ///
  /// - Parameters:
  ///   - start: What has been read from `input` already.
  ///   - count: Called with the people of each stretch of the file, where they are counted.
  ///
  /// Where an error is thrown, a part may have been written: give it a file that can be thrown away.
  ///
  /// - Throws: `SurveyError`, or `CancellationError` when the task was cancelled.
  package func run(
    input: Int32, after start: [UInt8] = [], output: Int32, rejects: Int32?,
    count: @escaping @Sendable (TeamSurvey.Part) -> Void = { _ in }
  ) async throws -> SurveySummary {
    let survey = try SurveyReader(round.map { [$0.program] } ?? programs, options, input, after: start)
    let layout = ResultLayout(programs, header: survey.plan.header, options)
    if options.opensResults { try TextBuffer(layout.opening).write(to: output) }
    let summary =
      if let round {
        try await survey.read(rejects: rejects) { [code] plan in
          CountedRows(rows: ResultRows(layout), teams: TeamCounter(plan, round, code: code))
        } deliver: { (made: CountedRows.Made) throws(SurveyError) in
          try made.rows.write(to: output)
          count(made.people)
        }
      } else {
        try await survey.read(rejects: rejects) { _ in
          ResultRows(layout)
        } deliver: { (rows: WrittenText) throws(SurveyError) in
          try rows.write(to: output)
        }
      }
    if options.closesResults { try TextBuffer(layout.closing).write(to: output) }
    return summary
  }
}

/// Makes rows of results, and counts the same people by team.
private struct CountedRows: SurveyConsumer, ~Copyable {
  struct Made: Sendable {
    let rows: WrittenText
    let people: TeamSurvey.Part
  }
  var rows: ResultRows
  var teams: TeamCounter

  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    rows.take(people, except: except, evaluators, misread: misread, of: chunk)
    teams.take(people, except: except, evaluators, misread: misread, of: chunk)
  }

  mutating func leaveOut(_ record: Record, _ why: LeftOut, of chunk: borrowing RecordChunk) {
    teams.leaveOut(record, why, of: chunk)
  }

  mutating func takeYield() -> Made { Made(rows: rows.takeYield(), people: teams.takeYield()) }
}
