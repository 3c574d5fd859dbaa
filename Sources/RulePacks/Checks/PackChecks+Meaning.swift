import Ergonomics
import Markup

/// What only working the rules out can tell. Whatever reads something that is wrong already is left alone.
extension PackChecks {
  mutating func checkMeaning(_ depth: CheckDepth) {
    let blocking = ["too-many-limits", "too-many-scores", "too-many-points", "formula-too-large"]
    if problems.contains(where: { blocking.contains($0.code.rawValue) }) { return }
    keepSoundParts()
    guard let pack = draft.pack(hash: "") else { return }
    let program = Program(pack)
    let senseless = depth == .allAnswers ? checkReach(program) : []
    if depth == .allAnswers {
      checkLinks(program, except: senseless)
      checkWhatProvesThemSolved(program, except: senseless)
    }
    let outcomes = checkExamples(program, except: senseless)
    if depth == .allAnswers { checkPlans(program, examples: outcomes) }
  }

  private mutating func keepSoundParts() {
    let reads = Dictionary(
      draft.questions.map { ($0.value.id, $0.value.askWhen?.names ?? []) }
        + draft.measures.map { ($0.value.id, $0.value.formula.names) } + draft.tables.map { ($0.value.id, []) },
      uniquingKeysWith: { first, _ in first })
    func isSound(_ names: Set<String>) -> Bool {
      var (seen, waiting) = (Set<String>(), Array(names))
      while let name = waiting.popLast() {
        guard seen.insert(name).inserted else { continue }
        guard let next = reads[name] else { return false }
        waiting += next
      }
      return true
    }
    draft.questions.removeAll { !isSound([$0.value.id]) }
    draft.measures.removeAll { !isSound([$0.value.id]) }
    draft.scores.removeAll { !isSound($0.value.formula?.names ?? []) }
    draft.rules.removeAll { !isSound($0.value.when.names.union($0.value.applies?.names ?? [])) }
    for place in draft.rules.indices where !isSound(draft.rules[place].value.solvedWhen?.names ?? []) {
      draft.rules[place].value.solvedWhen = nil
    }
    if !isSound(draft.drawingsShow?.names ?? []) { draft.drawingsShow = nil }
    draft.corrections.removeAll { correction in
      let conditions = correction.value.fitsWhen.map(\.when) + correction.value.avoidWhen.map(\.when)
      return conditions.contains { !isSound($0.names) }
        || correction.value.sets.contains { change in
          if case .formula(let formula) = change.value { return !isSound(formula.names.union([change.question])) }
          return !isSound([change.question])
        }
    }
    // Advice has no part in what is checked here.
    (draft.careCards, draft.exercises, draft.reliefs) = ([], [], [])
  }

  /// - Returns: The rules whose examples tell nothing, as their conditions never change.
  private mutating func checkReach(_ program: Program) -> Set<Int> {
    var senseless: Set<Int> = []
    let unanswered = program.outcomes(for: Answers())
    for (place, rule) in draft.rules.enumerated() {
      guard let reach = program.reach(ofRule: place) else { continue }
      let (canBeTrue, canBeFalse) = (reach.canBeTrue, reach.canBeFalse)
      if !canBeTrue || !canBeFalse { senseless.insert(place) }
      if !canBeTrue { problems.append(.neverTrue("when", at: spot("when", of: rule))) }
      if !canBeFalse { problems.append(.neverFalse("when", at: spot("when", of: rule))) }
      if let applies = rule.value.applies, isPlain(applies), isPlain(rule.value.when) {
        if reach.outcomes == [.notApplicable] { problems.append(.neverTrue("applies", at: spot("applies", of: rule))) }
        if !reach.outcomes.contains(.notApplicable) {
          problems.append(.neverFalse("applies", at: spot("applies", of: rule)))
        }
      }
      let possible = reach.outcomes.union([unanswered[place]])
      let shown = Set(rule.value.examples.map(\.outcome))
      for outcome in Outcome.allCases where possible.contains(outcome) && !shown.contains(outcome) && canBeTrue {
        problems.append(.missingExample(outcome, at: rule.spot()))
      }
    }
    return senseless
  }

  /// That what adds points says which answers prove it solved, and that nobody gives these while it is found.
  private mutating func checkWhatProvesThemSolved(_ program: Program, except senseless: Set<Int>) {
    for (place, rule) in draft.rules.enumerated() where !senseless.contains(place) {
      if rule.element.element("solved-when") == nil, !rule.value.adds.isEmpty {
        problems.append(
          .solvedUnproven(rule.value.id, at: rule.element.element("solved").map(rule.file.spot) ?? rule.spot()))
      }
      if let solved = program.solved[place], program.canHoldTogether(program.rules[place].holds, solved) {
        problems.append(.solvedWhileFound(rule.value.id, at: spot("solved-when", of: rule)))
      }
    }
  }

  /// It compares answers one by one, so that the walk over all answers is exact.
  private func isPlain(_ condition: Condition) -> Bool {
    condition.comparedFormulas.allSatisfy { if case .answer = $0 { true } else { false } }
  }

  func spot(_ element: String, of rule: PackDraft.Placed<Rule>) -> SourceLocation {
    rule.element.element(element).map { rule.file.text(of: $0).spot } ?? rule.spot()
  }

  /// The examples that come out as `found` as they should, by rule.
  private mutating func checkExamples(_ program: Program, except senseless: Set<Int>) -> [[Answers]] {
    let cases = draft.rules.enumerated().filter { !senseless.contains($0.offset) }.flatMap { place, rule in
      zip(rule.value.examples, rule.element.elements("example")).filter {
        !draft.brokenExamples.contains("\(rule.file.path) \($0.1.number)")
      }.map { (rule: place, example: $0.0, element: $0.1) }
    }
    let outcomes = Self.outcomes(cases.map { ($0.rule, $0.example.answers) }, program)
    var found: [[Answers]] = Array(repeating: [], count: draft.rules.count)
    for (each, outcome) in zip(cases, outcomes) {
      if outcome != each.example.outcome {
        let answers = each.element.elements("answer").map { "\($0["question"] ?? "") = \($0.words)" }
        problems.append(
          .exampleDisagrees(
            each.example, found: outcome, answers: answers.isEmpty ? "nothing" : answers.joined(separator: ", "),
            at: draft.rules[each.rule].file.spot(of: each.element)))
      } else if outcome == .found {
        found[each.rule].append(each.example.answers)
      }
    }
    return found
  }

  /// What rules say of people, in blocks.
  static func outcomes(_ cases: [(rule: Int, answers: Answers)], _ program: Program) -> [Outcome] {
    var outcomes: [Outcome] = []
    var verdicts = Verdicts(program, .scoring)
    for start in stride(from: 0, to: cases.count, by: AnswerBlock.capacity) {
      let some = cases[start..<min(cases.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(program)
      for (person, each) in some.enumerated() { block.set(each.answers, for: person, in: program) }
      verdicts.judge(block, count: some.count)
      for (person, each) in some.enumerated() {
        outcomes.append(verdicts.outcome(ofRule: each.rule, for: person))
      }
    }
    return outcomes
  }
}

extension Problem {
  static func solvedUnproven(_ rule: String, at spot: SourceLocation) -> Problem {
    Problem(
      "solved-unproven", spot, "'\(rule)' adds points, and nothing says which answers prove it solved",
      help: "add <solved-when> with the answers that make this true, such as 'foot_contact is floor'")
  }

  static func solvedWhileFound(_ rule: String, at spot: SourceLocation) -> Problem {
    Problem(
      "solved-while-found", spot, "some answers prove '\(rule)' solved while it is found",
      help: "name only answers with which it is never found")
  }

  static func neverTrue(_ element: String, at spot: SourceLocation) -> Problem {
    Problem(
      "never-true", spot, "no answers make this '\(element)' true", help: "look for parts that exclude each other")
  }

  static func neverFalse(_ element: String, at spot: SourceLocation) -> Problem {
    Problem(
      "never-false", spot, "all answers make this '\(element)' true", help: "delete it, or make it tell people apart")
  }

  static func missingExample(_ outcome: Outcome, at spot: SourceLocation) -> Problem {
    Problem(
      "missing-example", spot, "the rule can come out as '\(outcome.rawValue)', but no example shows it",
      help: "add an example with outcome=\"\(outcome.rawValue)\"")
  }

  static func exampleDisagrees(
    _ example: Rule.Example, found: Outcome, answers: String, at spot: SourceLocation
  ) -> Problem {
    Problem(
      "example-disagrees", spot,
      "example '\(example.says)' comes out as '\(found.rawValue)', not '\(example.outcome.rawValue)'",
      help: "it answers \(answers): change the example or the rule")
  }
}
