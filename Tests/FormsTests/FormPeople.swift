import Ergonomics
import Interview
import TestSupport

@testable import Forms

/// People who answer along the gates, as the interview leads them, at random; some are not sure, and some leave out a question.
struct FormPeople {
  private var random: SeededGenerator
  private var answers: RandomAnswers

  init(seed: Int) { (random, answers) = (SeededGenerator(seed), RandomAnswers(seed: seed)) }

  /// - Returns: The answers, and the questions that were asked.
  mutating func person(_ assessor: Assessor, id: String) -> (answers: Answers, asked: Set<Question.ID>) {
    var flow = InterviewFlow(assessor)
    var asked: Set<Question.ID> = []
    while let question = flow.question {
      asked.insert(question.id)
      flow.take(answer(to: question))
    }
    return (Answers(id: id, flow.answers.byQuestion), asked)
  }

  mutating func people(_ count: Int, _ packs: [Pack]) -> [Answers] {
    let assessor = Assessor(packs.questionnaire, programVersion: "1")
    return (1...count).map { person(assessor, id: "\($0)").answers }
  }

  private mutating func answer(to question: Question) -> Answer? {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return nil
    // Where there is no answer for it, it is left empty.
    case 1: return question.options.isEmpty ? nil : .declined
    default: break
    }
    guard case .number(let range) = question.kind else { return answers.answer(to: question) }
    let steps = [range.bounds.lowerBound, range.bounds.upperBound]
    let step = range.step ?? range.unit.inBaseUnits.times(1)
    let number = Int.random(in: 0...(steps[1] - steps[0]) / step, using: &random) * step + steps[0]
    return .number(
      Bool.random(using: &random) ? number : min(number, steps[0] + (steps[1] - steps[0]) / 8 / step * step))
  }
}

extension Gate {
  /// As a survey tool works it out, of what stands in the form.
  func holds(_ answers: Answers, _ questions: [Question.ID: Question]) -> Bool {
    switch self {
    case .always: return true
    case .chosen(let id, let option): return answers.chosen(id).contains(option)
    case .lacks(let id, let option): return !answers.chosen(id).contains(option)
    case .empty(let id): return answers[id] == nil
    case .number(let id, let comparison, let limit):
      guard case .number(let quantity) = answers[id], case .number(let range) = questions[id]!.kind else {
        return false
      }
      let (left, right) = (quantity * 10.power(limit.places), range.unit.inBaseUnits.times(limit.units))
      switch comparison {
      case .atLeast: return left >= right
      case .moreThan: return left > right
      case .atMost: return left <= right
      case .lessThan: return left < right
      }
    case .all(let parts): return parts.allSatisfy { $0.holds(answers, questions) }
    case .any(let parts): return parts.contains { $0.holds(answers, questions) }
    }
  }
}

extension Answers {
  /// By the names that forms give them.
  func chosen(_ question: Question.ID) -> [AnswerOption.ID] {
    switch self[question] {
    case .option(let id): [id]
    case .options(let ids), .atLeast(let ids): ids
    case .declined: [Gate.notSure]
    default: []
    }
  }
}
