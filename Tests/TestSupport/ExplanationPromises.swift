package import Ergonomics

/// What every explanation promises, whatever the answers: what it names is looked at with other answers, apart from how it
/// was found.
package struct ExplanationPromises {
  private let assessor: Assessor
  private var random: SeededGenerator
  private var program: RuleProgram { assessor.program }
  private var pack: Pack { assessor.pack }

  package init(_ assessor: Assessor, seed: Int) {
    (self.assessor, random) = (assessor, SeededGenerator(seed))
  }

  package enum Broken: String, CaseIterable, Sendable {
    case namesNothing = "explanations that name nothing"
    case notEnough = "reasons without which a rule would not be found, but not all of them"
    case needless = "reasons of a finding of which one is not needed"
    case flipChangesNothing = "reasons that could be otherwise and change nothing, unsaid"
    case fewerWouldDo = "reasons against of which fewer would do"
    case otherOutcome = "words about what would follow that are not true"
    case decidesNothing = "questions said to decide a rule of which no answer does"
    case mattersNever = "questions said to matter that never do"
    case mattersUnsaid = "questions that matter and are not named"
    case gaveUp = "explanations that had too much to try, and say so"
  }

  /// - Parameter rule: Its place in the pack.
  package mutating func broken(_ explanation: RuleExplanation, ofRule rule: Int, _ answers: Answers) -> Broken? {
    switch explanation.outcome {
    case .found: brokenFinding(explanation, rule, answers)
    case .clear, .notApplicable: brokenAbsence(explanation, rule, answers)
    case .undetermined: brokenOpening(explanation, rule, answers)
    }
  }

  private mutating func brokenFinding(_ said: RuleExplanation, _ rule: Int, _ answers: Answers) -> Broken? {
    let named = said.reasons.flatMap(\.questions).withoutDoubles
    if named.isEmpty { return .namesNothing }
    func only(_ questions: [Question.ID]) -> Answers {
      Answers(answers.byQuestion.filter { questions.contains($0.key) })
    }
    if outcomes([only(named)], rule) != [.found] { return .notEnough }
    let fewer = said.reasons.map { left in only(said.reasons.filter { $0 != left }.flatMap(\.questions)) }
      .filter { !Set(named).isSubset(of: $0.byQuestion.keys) }
    if outcomes(fewer, rule).contains(.found) { return .needless }
    let changes = Set(outcomes(changed(answers, named), rule)) != [.found]
    if said.besides.isEmpty != changes { return .flipChangesNothing }
    return nil
  }

  private mutating func brokenAbsence(_ said: RuleExplanation, _ rule: Int, _ answers: Answers) -> Broken? {
    let named = said.reasons.flatMap(\.questions).withoutDoubles
    if named.isEmpty { return .namesNothing }
    guard let then = said.then else { return .gaveUp }
    let given = named.filter { ![nil, .declined].contains(answers[$0]) }
    let reached = Set(outcomes(changed(answers, given), rule))
    if reached.subtracting([said.outcome]).isEmpty { return .flipChangesNothing }
    if !reached.contains(then) || (then == .undetermined) == said.thenDecidedBy.isEmpty { return .otherOutcome }
    for left in said.reasons {
      let others = said.reasons.filter { $0 != left }.flatMap(\.questions)
        .filter { !left.questions.contains($0) && given.contains($0) }
      var reached = Set(outcomes(changed(answers, others.withoutDoubles), rule))
      if said.outcome == .clear { reached.remove(.notApplicable) }
      if said.reasons.count > 1, reached != [said.outcome], !reached.isEmpty { return .fewerWouldDo }
    }
    return nil
  }

  private mutating func brokenOpening(_ said: RuleExplanation, _ rule: Int, _ answers: Answers) -> Broken? {
    if said.decidedBy.isEmpty, said.decidedTogether.isEmpty { return .namesNothing }
    for question in said.decidedBy {
      if !outcomes(changed(answers, [question]), rule).contains(where: { $0 != .undetermined }) {
        return .decidesNothing
      }
    }
    let open = program.questionsDeciding(program.rules[rule].holds).map { pack.questions[$0] }.filter {
      isOpen(answers[$0.id])
    }
    // An answer shows that its question was asked, whatever is open about that.
    let gates = program.questionsDeciding(program.rules[rule].holds).map { pack.questions[$0] }
      .filter { !isOpen(answers[$0.id]) }.flatMap { $0.askWhen?.questions(measures: [:]) ?? [] }
    let read = Set(program.rules[rule].holds.questions.map { pack.questions[$0].id }).subtracting(gates)
    for question in said.decidedTogether where !matters(question, open, rule, answers, tries: 4000) {
      return .mattersNever
    }
    let named = Set(said.decidedBy + said.decidedTogether)
    for question in open where read.contains(question.id) && !named.contains(question.id) {
      // What is asked only after an answer that is named follows from that.
      let gates = question.askWhen?.questions(measures: [:]) ?? []
      if !named.isDisjoint(with: gates) { continue }
      if gates.contains(where: { gate in open.contains { $0.id == gate } }) { continue }
      if matters(question.id, open, rule, answers, tries: 60) { return .mattersUnsaid }
    }
    return nil
  }

  private func isOpen(_ answer: Answer?) -> Bool {
    switch answer {
    case nil, .declined, .atLeast, .range: true
    default: false
    }
  }

  /// Whether the answer to a question is seen to make a difference, whatever else that is open comes to.
  private mutating func matters(
    _ question: Question.ID, _ open: [Question], _ rule: Int, _ answers: Answers, tries: Int
  ) -> Bool {
    for _ in 0..<tries / 20 {
      var people: [Answers] = []
      var sizes: [Int] = []
      for _ in 0..<20 {
        var person = answers
        for other in open { person[other.id] = alternatives(to: other).randomElement(using: &random)! }
        let its = changed(person, [question])
        people += its
        sizes.append(its.count)
      }
      var results = outcomes(people, rule)[...]
      for size in sizes {
        if Set(results.prefix(size).map { $0 == .found }).count > 1 { return true }
        results = results.dropFirst(size)
      }
    }
    return false
  }

  /// A person with every combination of other answers to some questions; of very many some.
  private mutating func changed(_ answers: Answers, _ questions: [Question.ID]) -> [Answers] {
    let its = questions.map { id in (id, alternatives(to: pack.question(id)!)) }
    let count = its.reduce(1) { min($0 * $1.1.count, 1 << 20) }
    return (0..<min(count, 6000)).map { place in
      var (person, rest) = (answers, count > 6000 ? Int.random(in: 0..<count, using: &random) : place)
      for (id, answers) in its {
        person[id] = answers[rest % answers.count]
        rest /= answers.count
      }
      return person
    }
  }

  /// Answers of all kinds: each option, two together, numbers on both sides of every limit.
  private func alternatives(to question: Question) -> [Answer] {
    switch question.kind {
    case .choice(let options): return options.map { .option($0.id) }
    case .choices(let options):
      let together = options.filter { !$0.isAlone }.map(\.id)
      let pairs = together.indices.flatMap { b in (0..<b).map { Answer.options([together[$0], together[b]]) } }
      let triples =
        together.count > 2 && together.count < 6
        ? together.indices.map { left in Answer.options(together.indices.filter { $0 != left }.map { together[$0] }) }
        : []
      return options.map { .options([$0.id]) } + pairs + triples + (together.count > 3 ? [.options(together)] : [])
    case .number(let range):
      let classes = program.classes[pack.questions.firstIndex { $0.id == question.id }!]
      let ends = (1...classes.count).map { classes.members(of: $0) }.flatMap { [$0.lowerBound, $0.upperBound] }
      let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
      let spread = Array(stride(from: low, through: high, by: max(1, (high - low) / 24)))
      return Set(ends + spread).sorted().map { .number($0) }
    case .text: return [.text("anything")]
    }
  }

  private func outcomes(_ people: [Answers], _ rule: Int) -> [Outcome] {
    var (verdicts, results) = (Verdicts(program, .scoring), [Outcome]())
    for first in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      let some = people[first..<min(first + AnswerBlock.capacity, people.count)]
      var block = AnswerBlock(program)
      for (place, person) in some.enumerated() { block.set(person, for: place, in: program) }
      verdicts.evaluate(block, count: some.count)
      results += some.indices.map { verdicts.outcome(ofRule: rule, for: $0 - first) }
    }
    return results
  }
}
