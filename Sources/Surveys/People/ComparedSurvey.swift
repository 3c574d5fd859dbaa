import Ergonomics
import Synchronization

/// The people of a survey file judged by two states of a pack, in one reading.
package struct ComparedSurvey: Sendable {
  private let programs: [RuleProgram]
  private let impact: PackImpact
  private let options: SurveyOptions

  package init(from before: RuleProgram, to after: RuleProgram, _ options: SurveyOptions) {
    (programs, self.options) = ([before, after], options)
    impact = PackImpact(from: before, to: after, includesHealth: options.includesHealth)
  }

  /// Calls back with what each stretch of the file shows, in the order of the file.
  ///
  /// - Parameter start: What has been read from the descriptor already.
  /// - Throws: `SurveyError`, and what `body` throws.
  package func read(
    _ input: Int32, after start: [UInt8] = [], rejects: Int32? = nil,
    _ body: @escaping @Sendable (PackImpact) throws(SurveyError) -> Void
  ) async throws -> SurveySummary {
    let survey = try SurveyReader(programs, options, input, after: start)
    // What was delivered comes before whatever is read from then on.
    let wanted = Wanted(impact.allWanted)
    return try await survey.read(rejects: rejects) { [impact] in
      ImpactCounter($0, impact, wanted)
    } deliver: { part throws(SurveyError) in
      wanted.take(part)
      try body(part)
    }
  }
}

/// Examples that stretches of a file have to bring yet.
private final class Wanted: Sendable {
  private let left: Mutex<PackImpact.Wanted>

  init(_ all: PackImpact.Wanted) { left = Mutex(all) }

  var value: PackImpact.Wanted { left.withLock { $0 } }
  func take(_ part: PackImpact) { left.withLock { $0.take(part) } }
}

/// Counts whom another state of a pack says something different of.
private struct ImpactCounter: SurveyConsumer {
  private let plan: ReadingPlan
  private let empty: PackImpact
  private let wanted: Wanted
  private var part: PackImpact

  init(_ plan: ReadingPlan, _ impact: PackImpact, _ wanted: Wanted) {
    (self.plan, empty, part, self.wanted) = (plan, impact, impact, wanted)
  }

  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    let all = UInt64.max >> UInt64(AnswerBlock.capacity - people.count)
    let plan = plan
    part.add(evaluators[0].verdicts, evaluators[1].verdicts, people: all & ~except) {
      plan.id(of: people[$0], in: chunk)
    } person: {
      Self.answers(people[$0], of: chunk, plan)
    }
  }

  private static func answers(_ record: Record, of chunk: borrowing RecordChunk, _ plan: ReadingPlan) -> Answers {
    var answers = Answers(id: plan.id(of: record, in: chunk))
    for pack in plan.readers.indices {
      for place in plan.readers[pack].program.questions.indices {
        let question = plan.question(place, ofPack: pack).id
        if answers[question] != nil { continue }  // most stand in both
        answers[question] = plan.answer(to: place, ofPack: pack, record, of: chunk)?.answer
      }
    }
    return answers
  }

  mutating func takeYield() -> PackImpact {
    defer { part = empty.wanting(wanted.value) }
    return part
  }
}
