import Ergonomics
import TestSupport
import Testing

@Suite("The scores of typical people")
struct CalibrationTests {
  @Test("come out in the order argued for", arguments: ["lower_back", "hips"])
  func order(score: Score.ID) throws {
    let pack = try Shipped.pack.get()
    let people = try TypicalPerson.all(pack)
    #expect(people.count == 12)
    let scores = points(people, pack, score)
    for (one, low) in zip(people, scores) {
      for (other, high) in zip(people, scores) where one.tiers[score]! < other.tiers[score]! {
        #expect(low < high, "\(one.id) \(low), \(other.id) \(high)")
      }
    }
  }

  @Test("leave nothing open that a person can answer")
  func complete() throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    for person in try TypicalPerson.all(pack) {
      let assessment = assessor.assess(person.answers, date: "2026-01-31")
      #expect(assessment.scores.allSatisfy { $0.now!.low == $0.now!.high }, "\(person.id)")
      #expect(assessment.answers.allSatisfy { $0.state != .setAside }, "\(person.id)")
    }
  }

  @Test("keep nearly all of that order when all points vary by up to a third", arguments: ["lower_back", "hips"])
  func sensitivity(score: Score.ID) throws {
    let pack = try Shipped.pack.get()
    let people = try TypicalPerson.all(pack)
    var random = SeededGenerator(1)
    var (kept, all) = (0, 0)
    for _ in 0..<300 {
      let scores = points(people, pack.varyingPoints(by: &random), score)
      for (one, low) in zip(people, scores) {
        for (other, high) in zip(people, scores) where one.tiers[score]! < other.tiers[score]! {
          all += 1
          kept += low < high ? 1 : 0
        }
      }
    }
    #expect(Double(kept) / Double(all) > 0.97, "\(kept) of \(all) pairs")
  }

  @Test("ask a typical person at most 28 questions")
  func numberOfQuestions() throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    let counts = try TypicalPerson.all(pack).map { person in
      assessor.reach(of: person.answers).count { $0 == .asked }
    }
    #expect(counts.sorted()[counts.count / 2] <= 28, "\(counts)")
  }

  private func points(_ people: [TypicalPerson], _ pack: Pack, _ score: Score.ID) -> [Int] {
    let program = RuleProgram(pack)
    let place = pack.scores.firstIndex { $0.id == score }!
    var block = AnswerBlock(program)
    for (person, typical) in people.enumerated() { block.set(typical.answers, for: person, in: program) }
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: people.count)
    return people.indices.map { Int(verdicts.least[$0][place]) }
  }
}

extension Pack {
  /// The same pack with the points of every rule between two and four thirds of what they are.
  fileprivate func varyingPoints(by random: inout SeededGenerator) -> Pack {
    let rules = self.rules.map { rule in
      Rule(
        id: rule.id, since: rule.since, title: rule.title, applies: rule.applies, when: rule.when,
        adds: rule.adds.map {
          .init(
            score: $0.score,
            points: Int((Double($0.points) * Double.random(in: 2 / 3...4 / 3, using: &random)).rounded()))
        }, finding: rule.finding, why: rule.why, solved: rule.solved)
    }
    return Pack(
      id: id, version: version, hash: hash, title: title, notSure: notSure, scores: scores, sections: sections,
      questions: questions, measures: measures, tables: tables, rules: rules)
  }
}
