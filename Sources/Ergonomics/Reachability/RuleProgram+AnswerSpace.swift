extension RuleProgram {
  /// What a rule can come to over all that people can answer to the questions it reads.
  package struct Reach: Sendable, Hashable {
    /// Seen for people who answered everything.
    package var outcomes: Set<Outcome> = []
    /// Whether `when` can be true, and can be false, as far as the intervals of formulas tell.
    package var canBeTrue = false
    package var canBeFalse = false
    /// Nothing is left out that the rule tells apart.
    package var isExact = true
  }

  /// Tries all complete answers to the questions that a rule reads, those that it tells apart once; where a formula brings
  /// numbers together with other answers, the numbers as the interval of all and at some places. `nil` when there are more
  /// than `limit` combinations: then nothing is known.
  package func reach(ofRule rule: Int, limit: Int = AnswerSpace.limit) -> Reach? {
    let space = AnswerSpace([AnswerSpace.Side(self, rules: [rule])])
    if space.completeCombinations > limit || space.isCutShort { return nil }
    var reach = Reach()
    reach.isExact = space.isExact
    _ = space.first(isComplete: true, limit: limit) { trial in
      let when = trial.runs[0].truth(of: rules[rule].when)
      reach.canBeTrue = reach.canBeTrue || when.canBeTrue & trial.people != 0
      reach.canBeFalse = reach.canBeFalse || when.canBeFalse & trial.people != 0
      let masks = outcomes(ofRule: rule, in: trial.runs[0])
      let seen: [(Outcome, UInt64)] = [
        (.found, masks.found), (.notApplicable, masks.notApplicable),
        (.clear, ~(masks.found | masks.open | masks.notApplicable)),
      ]
      for (outcome, people) in seen where people & trial.people != 0 { reach.outcomes.insert(outcome) }
      return 0
    }
    return reach
  }

  /// The questions a condition reads, and those that decide whether they are asked.
  package func questionsDeciding(_ node: Node) -> [Int] {
    var (all, waiting) = ([Int](), node.questions)
    while let next = waiting.popLast() {
      if all.contains(next) { continue }
      all.append(next)
      waiting += counts[next]?.questions ?? []
    }
    return all.sorted()
  }

  /// An answer from each class of a question; `nil` when a multiple choice has more than `limit` selections.
  private func representatives(of question: Int, limit: Int) -> [Answer?]? {
    switch questions[question].kind {
    case .choice(let options): return options.map { .option($0.id) }
    case .choices(let options): return selections(of: options, limit: limit)
    case .number(let range):
      let starts = starts(of: question)
      if !classes[question].isReadAsNumber { return starts.map { .number($0) } }
      return [nil] + (starts + [range.bounds.upperBound]).map { .number($0) }
    case .text: return [nil]
    }
  }

  /// Answers to a question that between them show all that a part of the program can tell apart; of numbers inside
  /// formulas only some, evenly spread.
  func samples(of question: Int, for part: Part) -> [Answer?] {
    switch questions[question].kind {
    case .choices(let options):
      let (masks, firstMask) = (classes[question].masks, classes[question].masks.lowerBound)
      var told: Set<[Bool]> = []
      let telling = options.indices.filter { option in
        let isAdded = part.columns.contains { if case .total(firstMask, _, _) = columns[$0] { true } else { false } }
        let isIn = part.steps.compactMap { step -> Bool? in
          guard case .answer(masks, let chosen, _, _) = steps[step] else { return nil }
          return chosen >> UInt64(option + 1) & 1 == 1
        }
        return isAdded || told.insert(isIn + [options[option].isAlone]).inserted
      }.map { options[$0] }
      return selections(of: telling, limit: 4096) ?? telling.map { .options([$0.id]) }
    case .number(let range) where classes[question].isReadAsNumber:
      let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
      let spread = stride(from: low, through: high, by: max(1, (high - low) / 12))
      return Set(spread + starts(of: question) + [high]).sorted().map { .number($0) }
    default: return representatives(of: question, limit: .max) ?? []
    }
  }

  private func starts(of question: Int) -> [Int] {
    (1...classes[question].count).map { classes[question].members(of: $0).lowerBound }
  }

  private func selections(of options: [AnswerOption], limit: Int) -> [Answer?]? {
    let together = options.filter { !$0.isAlone }
    guard together.count < 20, 1 << together.count <= limit else { return nil }
    let selections = (1..<1 << together.count).map { bits in
      Answer.options(together.indices.filter { bits >> $0 & 1 == 1 }.map { together[$0].id })
    }
    return selections + options.filter(\.isAlone).map { .options([$0.id]) }
  }
}

extension RuleProgram {
  /// What every rule says of one person, in the order of the pack.
  package func outcomes(for answers: Answers) -> [Outcome] {
    var block = AnswerBlock(self)
    block.set(answers, for: 0, in: self)
    var verdicts = Verdicts(self, .scoring)
    verdicts.evaluate(block, count: 1)
    return rules.indices.map { verdicts.outcome(ofRule: $0, for: 0) }
  }
}
