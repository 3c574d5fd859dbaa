import Ergonomics

/// Scores a survey file: a row of results for each row that can be read, in the order of the file; a row of rejects for
/// each thing that cannot.
///
///     let scorer = SurveyScorer([pack], SurveyOptions(file: "team.csv"))
///     let summary = try await scorer.run(input: 0, output: results.descriptor, rejects: rejects.descriptor)
package struct SurveyScorer: Sendable {
  private let programs: [RuleProgram]
  private let options: SurveyOptions

  package init(_ packs: [Pack], _ options: SurveyOptions) {
    (programs, self.options) = (packs.map { RuleProgram($0) }, options)
  }

  /// Reads to the end of `input` and writes results, and rejects where they are wanted; closes nothing.
  ///
  /// - Parameter start: What has been read from `input` already.
  ///
  /// Where an error is thrown, a part may have been written: give it a file that can be thrown away.
  ///
  /// - Throws: `SurveyError`, or `CancellationError` when the task was cancelled.
  package func run(
    input: Int32, after start: [UInt8] = [], output: Int32, rejects: Int32?
  ) async throws -> SurveySummary {
    let survey = try SurveyReader(programs, options, input, after: start)
    let layout = ResultLayout(programs, header: survey.plan.header, options)
    if options.opensResults { try TextBuffer(layout.opening).write(to: output) }
    let summary = try await survey.read(rejects: rejects) { _ in
      ResultRows(layout)
    } deliver: { (rows: WrittenText) throws(SurveyError) in
      try rows.write(to: output)
    }
    if options.closesResults { try TextBuffer(layout.closing).write(to: output) }
    return summary
  }
}
