import Ergonomics
import TestSupport
import Testing

@Suite("Intervals of the shipped pack")
struct ShippedIntervalTests {
  @Test("hold the score of the person who answered everything, whatever answers are taken away", arguments: 1...4)
  func removedAnswers(seed: Int) throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    var random = SeededGenerator(seed)
    for _ in 0..<3 {
      let whole = assessor.person(answering: &random)
      let full = assessor.assess(whole, date: "2026-01-31")
      var partial = whole
      for (place, question) in pack.questions.enumerated() where (place + seed) % 3 == 0 { partial[question.id] = nil }
      let assessment = assessor.assess(partial, date: "2026-01-31")
      for (score, exact) in zip(assessment.scores, full.scores) {
        #expect(score.now!.low <= exact.now!.low && exact.now!.high <= score.now!.high, "\(score.id)")
        #expect(score.now!.low == score.now!.high || !score.openQuestions.isEmpty, "\(score.id)")
        #expect(score.openQuestions.allSatisfy { partial[$0] == nil }, "\(score.id)")
      }
    }
  }

  @Test("come with plans that add up", arguments: 1...4)
  func plans(seed: Int) throws {
    let assessor = Assessor(try Shipped.pack.get(), programVersion: "1")
    var random = SeededGenerator(100 + seed)
    for _ in 0..<3 {
      let assessment = assessor.assess(assessor.person(answering: &random), date: "2026-01-31")
      for score in assessment.scores {
        let given = assessment.plan.flatMap(\.gives).filter { $0.score == score.id }.reduce(0) { $0 + $1.points }
        #expect(given == score.now!.low - score.after!.low)
      }
    }
  }
}

extension Assessor {
  /// Someone who answers, at random, every question that is asked, but has none of the signs that stop an assessment.
  fileprivate func person(answering random: inout SeededGenerator) -> Answers {
    var answers = Answers()
    for (place, question) in pack.questions.enumerated() where reach(of: answers)[place] == .asked {
      answers[question.id] = question.anyAnswer(&random)
    }
    return answers
  }
}

extension Question {
  fileprivate func anyAnswer(_ random: inout SeededGenerator) -> Answer {
    switch kind {
    case .choice(let options): return .option(options.randomElement(using: &random)!.id)
    case .choices(let options):
      let alone = options.first { $0.isAlone }
      let others = options.filter { !$0.isAlone && Int.random(in: 0..<3, using: &random) == 0 }
      if isSensitive, let alone { return .options([alone.id]) }
      return .options(others.isEmpty ? [(alone ?? options[0]).id] : others.map(\.id))
    case .number(let range): return .number(Int.random(in: range.bounds, using: &random))
    case .text: return .text("words")
    }
  }
}
