import Ergonomics

/// Looks at the beginning of a survey file: whether it can be read at all.
package struct SurveyCheck: Sendable {
  private static let rowsLookedAt = 5000
  private let programs: [RuleProgram]
  private let options: SurveyOptions

  package init(_ packs: [Pack], _ options: SurveyOptions) {
    (programs, self.options) = (packs.map { RuleProgram($0) }, options)
  }

  /// What it would be refused for, and goes back to where the file was; nothing of what can be read once only.
  ///
  /// - Throws: `SurveyError` if the system refuses, or `CancellationError`.
  package func problems(of input: Int32) async throws -> [Problem] {
    guard let place = systemPlace(of: input) else { return [] }
    defer { systemGo(to: place, in: input) }
    var options = options
    (options.mostRows, options.cores) = (Self.rowsLookedAt, 1)
    if options.repeats == .last { options.repeats = .first }
    do {
      _ = try await SurveyReader(programs, options, input).read(rejects: nil) { _ in
        Nothing()
      } deliver: { _ in
      }
      return []
    } catch SurveyError.refused(let problems) {
      return problems
    }
  }
}

/// Makes nothing.
private struct Nothing: SurveyConsumer {
  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {}
  mutating func takeYield() {}
}
