/// What a score of a person can still come to, whatever is answered to all that is open.
///
/// It never says less than what can come: the intervals of the engine, with an upper end that is drawn in where the answers
/// to a few questions can be tried out together. The lower end is what is certain, as everywhere.
package struct ScoreOutlook: Sendable, Hashable {
  /// Before any cap; `nil` where it does not apply.
  let range: ClosedRange<Int>?
  /// It is open whether it applies.
  let isPerhaps: Bool
  /// The band it has whatever is answered; `nil` while that is open, and where it does not apply.
  package let level: Band.ID?

  package var isDecided: Bool { !isPerhaps && (level != nil || range == nil) }

  fileprivate init(_ range: ClosedRange<Int>?, isPerhaps: Bool = false, of score: Score) {
    (self.range, self.isPerhaps) = (range, isPerhaps)
    let cap = score.max ?? .max
    let ends = range.map { [$0.lowerBound, $0.upperBound].map { score.band(of: min($0, cap)).id } }
    level = isPerhaps || ends?.first != ends?.last ? nil : ends?.first
  }
}

/// One person as far as the answers go: what is certain, and which questions still have a say.
struct OpenScores {
  let program: RuleProgram
  private(set) var trials: AnswerTrials
  let verdicts: Verdicts
  /// By score of the pack.
  private(set) var outlooks: [ScoreOutlook] = []
  private static let limit = 1 << 12

  init(_ program: RuleProgram, _ answers: Answers) {
    self.program = program
    let (certain, verdicts) = program.certainlyAsked(answers)
    self.verdicts = verdicts
    trials = AnswerTrials(program, certain)
    var most = mostOfSums()
    outlooks = program.scores.indices.map { place in
      program.scores[place].formula == nil ? outlook(ofSum: place, &most) : outlook(ofFormula: place)
    }
  }

  private func outlook(ofSum place: Int, _ most: inout [Int]) -> ScoreOutlook {
    let score = program.pack.scores[place]
    let low = Int(verdicts.least[0][place])
    return ScoreOutlook(low...max(low, most[place]), of: score)
  }

  private mutating func outlook(ofFormula place: Int) -> ScoreOutlook {
    let (score, formula) = (program.pack.scores[place], program.scores[place].formula!)
    guard let range = verdicts.quantity(formula, for: 0) else { return ScoreOutlook(nil, of: score) }
    let isPerhaps = verdicts.truth(of: formula.counts, for: 0).canBeFalse == 1
    var high = range.upperBound
    let part = program.part(for: [formula.counts], columns: [formula.column])
    let choices = enumerable(openQuestions(of: formula), part)
    if !isPerhaps, range.count > 1, !choices.isEmpty, AnswerTrials.combinations(choices) <= Self.limit {
      var seen = range.lowerBound
      trials.walk(part, choices) { run, _, count in
        for lane in 0..<count { seen = max(seen, run.high[AnswerBlock.capacity * formula.column + lane]) }
        return seen < high
      }
      high = min(high, seen)
    }
    return ScoreOutlook(range.lowerBound...high, isPerhaps: isPerhaps, of: score)
  }
}

extension OpenScores {
  /// Rules that are open and add points.
  private var openRules: [Int] {
    program.rules.indices.filter { rule in
      program.scores.contains { $0.points[rule] > 0 } && verdicts.outcome(ofRule: rule, for: 0) == .undetermined
    }
  }

  /// By score, no less than the most that rules can add up to: of open rules those that hang on the same answers are tried
  /// together, and what one lot of them comes to at most is added to that of the others.
  private mutating func mostOfSums() -> [Int] {
    var most = program.scores.indices.map { Int(verdicts.least[0][$0]) }
    for rules in lots(of: openRules) {
      let adds = mostTogether(rules)
      for place in most.indices { most[place] += adds[place] }
    }
    return most
  }

  /// By score, the most that a lot of open rules adds, over all answers that have a say.
  private mutating func mostTogether(_ rules: [Int]) -> [Int] {
    let scores = program.scores
    let part = program.part(for: rules.map { program.rules[$0].holds })
    let questions = Set(rules.flatMap { openQuestions(of: program.rules[$0].holds) }).sorted()
    let choices = enumerable(questions, part)
    if AnswerTrials.combinations(choices) > Self.limit {
      return scores.map { score in rules.reduce(0) { $0 + score.points[$1] } }
    }
    var most = scores.map { _ in 0 }
    trials.walk(part, choices) { [program] run, _, count in
      let found = rules.map { run.truth(of: program.rules[$0].holds).canBeTrue }
      for lane in 0..<count {
        for place in most.indices {
          var sum = 0
          for (rule, people) in zip(rules, found) where people >> UInt64(lane) & 1 == 1 {
            sum += scores[place].points[rule]
          }
          most[place] = max(most[place], sum)
        }
      }
      return true
    }
    return most
  }

  /// Rules in lots that share questions, each with few enough answers to try. A rule that belongs to two lots stands in one:
  /// that can make the most larger, never smaller.
  private mutating func lots(of rules: [Int]) -> [[Int]] {
    let part = program.part(for: rules.map { program.rules[$0].holds })
    var (lots, sizes) = ([(rules: [Int], questions: Set<Int>)](), [Int: Int]())
    for rule in rules {
      let questions = Set(openQuestions(of: program.rules[rule].holds))
      for question in questions where sizes[question] == nil {
        let choices = trials.possibleAnswers(to: question, for: part)
        sizes[question] = choices.isComplete ? choices.answers.count : 1
      }
      func shared(_ lot: Int) -> Int { lots[lot].questions.intersection(questions).count }
      let near = lots.indices.filter { shared($0) > 0 }.sorted { (-shared($0), $0) < (-shared($1), $1) }
      let fitting = near.first { lot in
        lots[lot].questions.union(questions).reduce(1) { min($0 * sizes[$1]!, Self.limit + 1) } <= Self.limit
      }
      if let fitting {
        lots[fitting].rules.append(rule)
        lots[fitting].questions.formUnion(questions)
      } else {
        lots.append(([rule], questions))
      }
    }
    return lots.map(\.rules)
  }

  /// Those whose answers can all be tried, and that are then known to be asked or not.
  private mutating func enumerable(_ questions: [Int], _ part: RuleProgram.Part) -> [AnswerTrials.Choices] {
    var choices = questions.map { trials.possibleAnswers(to: $0, for: part) }.filter(\.isComplete)
    while true {
      let tried = Set(choices.map(\.question))
      let kept = choices.filter { its in
        program.counts[its.question].map { Set(openQuestions(of: $0)).isSubset(of: tried) } ?? true
      }
      if kept.count == choices.count { return kept }
      choices = kept
    }
  }
}

extension OpenScores {
  /// Questions that have a say in a part that is open, with those that decide whether they are asked.
  func openQuestions(of node: RuleProgram.Node) -> [Int] {
    guard verdicts.truth(of: node, for: 0).isUndecided == 1 else { return [] }
    switch node.shape {
    case .all(let parts), .any(let parts), .atLeast(_, let parts): return parts.flatMap(openQuestions)
    case .atom(_, _, let questions): return questions.flatMap(openQuestions)
    }
  }

  private func openQuestions(_ question: Int) -> [Int] {
    let gate = program.counts[question].map(openQuestions) ?? []
    return trials.isAnswered(question) ? gate : [question] + gate
  }

  private func openQuestions(of formula: RuleProgram.CompiledFormula) -> [Int] {
    let isAsked = formula.questions.filter { question in
      program.counts[question].map { verdicts.truth(of: $0, for: 0).canBeTrue == 1 } ?? true
    }
    return Set(isAsked.flatMap(openQuestions)).sorted()
  }

  /// Questions that have a say in a score whose level is open, by place.
  var deciding: Set<Int> {
    let open = outlooks.indices.filter { !outlooks[$0].isDecided }
    let rules = openRules.filter { rule in open.contains { program.scores[$0].points[rule] > 0 } }
    let formulas = open.compactMap { program.scores[$0].formula }
    return Set(rules.flatMap { openQuestions(of: program.rules[$0].holds) })
      .union(formulas.flatMap { openQuestions(of: $0) + openQuestions(of: $0.counts) })
  }
}

extension RuleProgram {
  /// The answers without those of which it is open whether they are asked for, as they may come to nothing yet.
  fileprivate func certainlyAsked(_ answers: Answers) -> (Answers, Verdicts) {
    var (certain, verdicts) = (answers, Verdicts(self, .scoring))
    while true {
      var block = AnswerBlock(self)
      block.set(certain, for: 0, in: self)
      verdicts.evaluate(block, count: 1)
      let doubtful = questions.indices.filter { place in
        certain[questions[place].id] != nil
          && (askConditions[place].map { verdicts.truth(of: $0, for: 0).isUndecided == 1 } ?? false)
      }
      if doubtful.isEmpty { return (certain, verdicts) }
      for place in doubtful { certain[questions[place].id] = nil }
    }
  }
}
