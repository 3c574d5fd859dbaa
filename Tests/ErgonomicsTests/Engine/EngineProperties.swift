import Ergonomics
import TestSupport
import Testing

/// One person's verdicts, as values that can be compared.
private struct Verdict: Equatable {
  let outcomes: [Outcome]
  let scores: [ScoreInterval?]

  init(_ program: RuleProgram, _ verdicts: Verdicts, _ person: Int) {
    outcomes = program.rules.indices.map { verdicts.outcome(ofRule: $0, for: person) }
    scores = program.scores.indices.map { verdicts.score($0, for: person) }
  }

  static func all(_ program: RuleProgram, _ people: [Answers]) -> [Verdict] {
    var block = AnswerBlock(program)
    for (person, answers) in people.enumerated() { block.set(answers, for: person, in: program) }
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: people.count)
    return people.indices.map { Verdict(program, verdicts, $0) }
  }
}

@Suite("The engine")
struct EngineProperties {
  private static let seeds = 1...24

  @Test("agrees with the plainest evaluation of complete answers", arguments: seeds)
  func completeAnswers(seed: Int) {
    var random = RandomPack(seed: seed)
    let pack = random.pack()
    let (program, oracle) = (RuleProgram(pack), Oracle(pack: pack))
    for _ in 0..<40 {
      let answers = random.answers(pack, missing: 0)
      let verdict = Verdict.all(program, [answers])[0]
      #expect(verdict.outcomes == pack.rules.map { oracle.outcome($0, answers) })
      #expect(verdict.scores[0]!.low == oracle.score(pack.scores[0], answers))
      #expect(verdict.scores[0]!.high == verdict.scores[0]!.low)
      #expect(verdict.scores[1]?.low == oracle.value(pack.scores[1].formula!, answers))
      #expect(verdict.scores[1]?.high == verdict.scores[1]?.low)
    }
  }

  @Test("gives intervals that hold the score of every completion", arguments: seeds)
  func completions(seed: Int) {
    var random = RandomPack(seed: seed)
    let pack = random.pack()
    let (program, oracle) = (RuleProgram(pack), Oracle(pack: pack))
    let whole = random.answers(pack, missing: 0).asked(oracle)
    var some = Answers(whole.byQuestion.filter { _ in random.isHeads() })
    for question in pack.questions where random.isHeads() {
      some[question.id] = some[question.id].map { random.vague($0, to: question) }
    }
    let verdict = Verdict.all(program, [some])[0]
    let completions = completions(of: some, pack).filter { fits($0, some, oracle) }
    #expect(!completions.isEmpty)
    for completion in completions {
      for (rule, outcome) in zip(pack.rules, verdict.outcomes) {
        let final = oracle.outcome(rule, completion)
        switch outcome {
        case .undetermined: break
        case .found, .notApplicable: #expect(final == outcome, "\(rule.id)")
        case .clear: #expect(final != .found, "\(rule.id)")
        }
      }
      let sum = oracle.score(pack.scores[0], completion)
      #expect(verdict.scores[0]!.low <= sum && sum <= verdict.scores[0]!.high)
      guard let value = oracle.value(pack.scores[1].formula!, completion) else { continue }
      let interval = verdict.scores[1]
      #expect(interval != nil && interval!.low <= value && value <= interval!.high)
    }
  }

  @Test("narrows, never widens, with every answer", arguments: seeds)
  func narrowing(seed: Int) {
    var random = RandomPack(seed: seed)
    let pack = random.pack()
    let (program, oracle) = (RuleProgram(pack), Oracle(pack: pack))
    let complete = random.answers(pack, missing: 0).asked(oracle)
    var answers = Answers()
    var before = Verdict.all(program, [answers])[0].scores
    for question in random.shuffled(pack.questions) {
      answers[question.id] = complete[question.id]
      let after = Verdict.all(program, [answers])[0].scores
      for (wide, narrow) in zip(before, after) {
        guard let wide, let narrow else { continue }
        #expect(wide.low <= narrow.low && narrow.high <= wide.high, "\(question.id)")
      }
      before = after
    }
  }

  @Test("says of 64 people together what it says of each alone", arguments: seeds)
  func blocks(seed: Int) {
    var random = RandomPack(seed: seed)
    let pack = random.pack()
    let program = RuleProgram(pack)
    let people = (0..<64).map { _ in random.answers(pack, missing: 0.3) }
    #expect(Verdict.all(program, people) == people.map { Verdict.all(program, [$0])[0] })
  }

  @Test("does not depend on the order of rules and questions", arguments: seeds)
  func order(seed: Int) {
    var random = RandomPack(seed: seed)
    let pack = random.pack()
    let other = Pack.small(
      questions: random.shuffled(pack.questions), rules: random.shuffled(pack.rules), scores: pack.scores,
      measures: pack.measures, tables: pack.tables)
    let (program, otherProgram) = (RuleProgram(pack), RuleProgram(other))
    for _ in 0..<20 {
      let answers = random.answers(pack, missing: 0.3)
      let (one, two) = (Verdict.all(program, [answers])[0], Verdict.all(otherProgram, [answers])[0])
      #expect(one.scores == two.scores)
      let byID = Dictionary(uniqueKeysWithValues: zip(other.rules.map(\.id), two.outcomes))
      #expect(one.outcomes == pack.rules.map { byID[$0.id] })
    }
  }

  /// Every way to answer what is missing, or leaves several answers possible.
  private func completions(of some: Answers, _ pack: Pack) -> [Answers] {
    var all = [some]
    for question in pack.questions {
      all = all.flatMap { answers in
        RandomPack.all(of: some[question.id], to: question).map { answer in
          var more = answers
          more[question.id] = answer
          return more
        }
      }
    }
    return all
  }

  /// An answer that was given counts, so a completion in which its question would not be asked contradicts it.
  private func fits(_ completion: Answers, _ given: Answers, _ oracle: Oracle) -> Bool {
    given.byQuestion.keys.allSatisfy { oracle.isAsked($0, completion) }
  }
}

extension Answers {
  /// Without the answers to questions that are not asked of this person.
  fileprivate func asked(_ oracle: Oracle) -> Answers {
    var asked = self
    for question in oracle.pack.questions where !oracle.isAsked(question.id, asked) { asked[question.id] = nil }
    return asked
  }
}
