/// Answers given otherwise that take a rule out of what it says of a person.
struct RuleTurn {
  /// Those that have to change, by place.
  let questions: [Int]
  /// An example of how.
  let answers: Answers
  /// What the rule would say then.
  let outcome: Outcome
}

extension AnswerTrials {
  /// The fewest answers that would have to be others for a rule that is not found; of equal ones, those after which it
  /// would be found, then those after which it would be open. `nil` where none was seen within the limit.
  mutating func turn(ofRule rule: Int, _ now: Outcome) -> RuleTurn? {
    let compiled = program.rules[rule]
    let node = now == .notApplicable ? compiled.applies ?? compiled.holds : compiled.holds
    let part = program.part(for: [compiled.holds] + [compiled.applies].compactMap(\.self))
    let answered = program.questionsDeciding(node).filter { ![nil, .declined].contains(given($0)) }
    let choices = Dictionary(uniqueKeysWithValues: answered.map { ($0, anyAnswer(to: $0, for: part)) })
    var left = Self.limit
    for size in answered.indices.map({ $0 + 1 }) {
      var best: (rank: Int, turn: RuleTurn)?
      answered.forEachSelection(of: size) { questions in
        let tried = questions.map { choices[$0]! }
        left -= Self.combinations(tried)
        if left < 0 { return false }
        let seen = bestOutcome(of: compiled, part, tried, besides: now)
        if let seen, seen.rank < best?.rank ?? .max {
          let turn = RuleTurn(
            questions: questions, answers: answers(seen.combination, of: tried), outcome: seen.outcome)
          best = (seen.rank, turn)
        }
        return best?.rank != 0
      }
      if let best { return best.turn }
      if left < 0 { return nil }
    }
    return nil
  }

  private mutating func bestOutcome(
    of rule: RuleProgram.CompiledRule, _ part: RuleProgram.Part, _ choices: [Choices], besides now: Outcome
  ) -> (rank: Int, combination: Int, outcome: Outcome)? {
    let order: [Outcome] = [.found, .undetermined, .clear, .notApplicable]
    var best: (rank: Int, combination: Int, outcome: Outcome)?
    walk(part, choices) { run, first, count in
      for lane in 0..<count {
        let outcome = run.outcome(of: rule, for: lane)
        guard outcome != now, now == .notApplicable || outcome != .notApplicable else { continue }
        let rank = order.firstIndex(of: outcome)!
        if rank < best?.rank ?? .max { best = (rank, first + lane, outcome) }
      }
      return best?.rank != 0
    }
    return best
  }

  /// Whether a found rule would not be found with other answers to some questions; `true` where that is too much to try.
  mutating func canLose(rule: Int, byOtherAnswersTo questions: [Int]) -> Bool {
    let compiled = program.rules[rule]
    let part = program.part(for: [compiled.holds])
    let choices = questions.map { anyAnswer(to: $0, for: part) }
    if Self.combinations(choices) > Self.limit { return true }
    var isLost = false
    walk(part, choices) { run, _, count in
      isLost = run.truth(of: compiled.holds).isTrue.trailingOnes < count
      return !isLost
    }
    return isLost
  }
}

extension UInt64 {
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
