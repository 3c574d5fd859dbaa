import Ergonomics

/// Counts what people answered, question by question.
struct AnswerCounter: SurveyConsumer {
  struct Part: Sendable {
    /// By pack and question.
    var questions: [[QuestionCounts]]
    var leftOut: [LeftOut: Int] = [:]
  }
  private struct Seen {
    let answer: Answer?
    let misread: String?
  }

  private let plan: ReadingPlan
  private var part: Part
  /// By pack and question, and by what stands in its cells: nearly all of it was seen before.
  private var seen: [[[String: Seen]]]
  private static let mostSeen = 2000

  init(_ plan: ReadingPlan) {
    self.plan = plan
    part = Self.empty(plan)
    seen = plan.readers.map { $0.program.questions.map { _ in [:] } }
  }

  private static func empty(_ plan: ReadingPlan) -> Part {
    Part(questions: plan.readers.map { $0.program.questions.map { _ in QuestionCounts() } })
  }

  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk
  ) {
    let everyone = UInt64.max >> UInt64(AnswerBlock.capacity - people.count) & ~except
    for pack in evaluators.indices {
      for question in plan.header.questions[pack].indices {
        let reach = evaluators[pack].reach(question)
        var answered = reach.answered & everyone
        let isText = plan.question(question, ofPack: pack).kind == .text
        if let columns = plan.header.questions[pack][question]?.all {
          for place in people.indices where everyone >> UInt64(place) & 1 == 1 {
            let isAnswered = count(question, ofPack: pack, columns, people[place], of: chunk)
            if isText, isAnswered { answered |= 1 << UInt64(place) }
          }
        }
        part.questions[pack][question].count(asked: reach.asked & everyone, answered: answered)
      }
    }
  }

  mutating func leaveOut(_ record: Record, _ why: LeftOut, of chunk: borrowing RecordChunk) {
    part.leftOut[why, default: 0] += 1
  }

  mutating func takeYield() -> Part {
    defer { part = Self.empty(plan) }
    return part
  }

  /// Whether anything was answered.
  private mutating func count(
    _ question: Int, ofPack pack: Int, _ columns: [Int], _ record: Record, of chunk: borrowing RecordChunk
  ) -> Bool {
    var cells = ""
    for column in columns { cells += String(decoding: chunk.field(column, of: record), as: UTF8.self) + "\0" }
    if cells.utf8.allSatisfy({ $0 == 0 }) { return false }
    let seen = self.seen[pack][question][cells] ?? read(question, ofPack: pack, record, of: chunk)
    if self.seen[pack][question].count < Self.mostSeen { self.seen[pack][question][cells] = seen }
    part.questions[pack][question].count(seen.answer)
    if let wording = seen.misread {
      let isTold = plan.options.includesHealth || !plan.isAboutHealth(question, ofPack: pack)
      part.questions[pack][question].countMisread(isTold ? wording : nil)
    }
    return seen.answer != nil
  }

  private func read(_ question: Int, ofPack pack: Int, _ record: Record, of chunk: borrowing RecordChunk) -> Seen {
    let read = plan.answer(to: question, ofPack: pack, record, of: chunk)
    return Seen(
      answer: read?.answer,
      misread: read?.mistake.map { String(field: chunk.field($0.column, of: record)).restored.prefixed })
  }
}

extension String {
  /// Nobody reads more of a wording.
  fileprivate var prefixed: String { String(prefix(200)) }
}
