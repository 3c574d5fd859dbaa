import Ergonomics
import Synchronization

/// How a survey file is understood, without scoring it.
package struct SurveyUnderstanding: Sendable {
  package struct Column: Sendable {
    package let question: Question
    package let headings: [String]
    /// About health: nothing is told of what was answered, nor of how many did.
    package let isHidden: Bool
    package internal(set) var census: QuestionCounts
  }

  package let file: String
  package let summary: SurveySummary
  /// Questions that have a column, in the order of the packs.
  package let columns: [Column]
  /// By reason, how many rows would give nobody.
  package let leftOut: [LeftOut: Int]
  /// What the file would be refused for.
  package let refusals: [Problem]
  /// The mapping, with what was not understood to be filled in.
  package let skeleton: SurveyMapping

  /// Reads a whole file, whatever is wrong with its cells and ids.
  ///
  /// - Parameter start: What has been read from the descriptor already.
  /// - Throws: `SurveyError`.
  package init(
    _ packs: [Pack], _ options: SurveyOptions, of input: Int32, after start: [UInt8] = []
  ) async throws {
    refusals = start.isEmpty ? try await SurveyCheck(packs, options).problems(of: input) : []
    var options = options
    options.onlyLooks = true
    if options.repeats == .last, !start.isEmpty { options.repeats = .first }
    let survey = try SurveyReader(packs.map { RuleProgram($0) }, options, input, after: start)
    let whole = Whole(AnswerCounter(survey.plan).takenYield)
    summary = try await survey.read(rejects: nil) {
      AnswerCounter($0)
    } deliver: { part in
      whole.add(part)
    }
    let part = whole.part
    (file, leftOut) = (options.file, part.leftOut)
    columns = survey.plan.columns(part.questions)
    let unread = columns.flatMap { column in
      column.census.unreadWordings.map { (question: column.question.id, wording: $0.wording, count: $0.count) }
    }
    skeleton = summary.mapping.adding(unread: unread)
  }
}

extension AnswerCounter {
  fileprivate var takenYield: Part {
    var taker = self
    return taker.takeYield()
  }
}

extension ReadingPlan {
  /// Each question once, though several packs ask it.
  fileprivate func columns(_ censuses: [[QuestionCounts]]) -> [SurveyUnderstanding.Column] {
    var (columns, ids) = ([SurveyUnderstanding.Column](), Set<Question.ID>())
    for pack in readers.indices {
      for (place, question) in readers[pack].program.questions.enumerated() {
        guard let own = header.questions[pack][place], ids.insert(question.id).inserted else { continue }
        columns.append(
          SurveyUnderstanding.Column(
            question: question, headings: own.all.map { header.names[$0] },
            isHidden: isAboutHealth(place, ofPack: pack) && !options.includesHealth, census: censuses[pack][place]))
      }
    }
    return columns
  }
}

/// What several cores have counted.
private final class Whole: Sendable {
  private let sum: Mutex<AnswerCounter.Part>

  init(_ empty: AnswerCounter.Part) { sum = Mutex(empty) }

  var part: AnswerCounter.Part { sum.withLock { $0 } }

  func add(_ part: AnswerCounter.Part) {
    sum.withLock { sum in
      sum.leftOut.merge(part.leftOut, uniquingKeysWith: +)
      for pack in part.questions.indices {
        for question in part.questions[pack].indices {
          sum.questions[pack][question].add(part.questions[pack][question])
        }
      }
    }
  }
}
