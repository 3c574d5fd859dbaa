import Ergonomics

/// The parts of a pack that can be worked out, with what several checks find out about them, once.
final class WorkedOutPack {
  /// What reads something that is wrong already is not in it.
  let draft: PackDraft
  let program: RuleProgram
  /// The questions that something else reads than the conditions of rules, and what decides what is asked.
  let readElsewhere: Set<String>
  /// No question and no rule was left out.
  let isWhole: Bool
  private let depth: CheckDepth
  lazy var examples = TriedExamples(self)
  lazy var corrections = TriedCorrections(self)
  lazy var repetitions = Repetitions(self)

  /// By rule, whether it can be true and false; `nil` where nothing is claimed.
  private(set) lazy var reaches = draft.rules.indices.map { program.reach(ofRule: $0) }

  /// The rules that nobody can have, though what they apply to and what they look for can hold.
  private(set) lazy var neverFound: Set<Int> =
    depth == .examples
    ? []
    : Set(
      reaches.indices.filter { place in
        guard let reach = reaches[place], reach.isExact, reach.canBeTrue, reach.canBeFalse else { return false }
        return reach.outcomes.contains(.clear) && !reach.outcomes.contains(.found)
      })

  /// The rules whose examples tell nothing, as their conditions never change.
  private(set) lazy var senseless: Set<Int> =
    depth == .examples
    ? []
    : Set(reaches.indices.filter { place in reaches[place].map { !$0.canBeTrue || !$0.canBeFalse } ?? false })
      .union(neverFound)

  /// `nil` where there is no pack to speak of.
  init?(_ draft: PackDraft, depth: CheckDepth) {
    let sound = draft.soundParts
    guard let pack = sound.pack(hash: "") else { return nil }
    (self.draft, self.depth, program) = (sound, depth, RuleProgram(pack))
    readElsewhere = draft.readElsewhere
    isWhole = sound.questions.count == draft.questions.count && sound.rules.count == draft.rules.count
  }

  /// What rules say of people, in blocks.
  func outcomes(_ cases: [(rule: Int, answers: Answers)]) -> [Outcome] {
    var outcomes: [Outcome] = []
    var verdicts = Verdicts(program, .scoring)
    for start in stride(from: 0, to: cases.count, by: AnswerBlock.capacity) {
      let some = cases[start..<min(cases.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(program)
      for (person, each) in some.enumerated() { block.set(each.answers, for: person, in: program) }
      verdicts.evaluate(block, count: some.count)
      for (person, each) in some.enumerated() {
        outcomes.append(verdicts.outcome(ofRule: each.rule, for: person))
      }
    }
    return outcomes
  }
}

extension PackDraft {
  /// Without whatever reads a name that nothing defines, itself or through what it names.
  fileprivate var soundParts: PackDraft {
    var sound = self
    let reads = Dictionary(
      questions.map { ($0.value.id, $0.value.askWhen?.names ?? []) }
        + measures.map { ($0.value.id, $0.value.formula.names) } + tables.map { ($0.value.id, []) },
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
    sound.questions.removeAll { !isSound([$0.value.id]) }
    sound.measures.removeAll { !isSound([$0.value.id]) }
    sound.scores.removeAll { !isSound($0.value.formula?.names ?? []) }
    sound.rules.removeAll { !isSound($0.value.when.names.union($0.value.applies?.names ?? [])) }
    for place in sound.rules.indices where !isSound(sound.rules[place].value.solvedWhen?.names ?? []) {
      sound.rules[place].value.solvedWhen = nil
    }
    if !isSound(drawingsShow?.names ?? []) { sound.drawingsShow = nil }
    sound.corrections.removeAll { correction in
      let conditions = correction.value.fitsWhen.map(\.when) + correction.value.avoidWhen.map(\.when)
      return conditions.contains { !isSound($0.names) }
        || correction.value.sets.contains { change in
          if case .formula(let formula) = change.value { return !isSound(formula.names.union([change.question])) }
          return !isSound([change.question])
        }
    }
    // Advice has no part in what is checked here.
    (sound.careCards, sound.exercises, sound.reliefs) = ([], [], [])
    return sound
  }
}

extension PackDraft {
  /// What is read by scores, care cards, advice and texts, and by what proves a rule solved; also through measures.
  fileprivate var readElsewhere: Set<String> {
    let changes = corrections.flatMap(\.value.sets).compactMap { change in
      if case .formula(let formula) = change.value { formula } else { nil as Formula? }
    }
    let avoidances =
      corrections.map(\.value.avoidWhen) + exercises.map(\.value.avoidWhen) + reliefs.map(\.value.avoidWhen)
    let conditions: [Condition] =
      rules.compactMap(\.value.solvedWhen) + careCards.map(\.value.when) + avoidances.flatMap { $0.map(\.when) }
      + corrections.flatMap { $0.value.fitsWhen.map(\.when) } + [drawingsShow].compactMap { $0 }
    let formulas = scores.compactMap(\.value.formula) + changes
    var (all, waiting) = (Set<String>(), conditions.flatMap(\.names) + formulas.flatMap(\.names) + shown + namesInDoubt)
    while let name = waiting.popLast() {
      guard all.insert(name).inserted else { continue }
      waiting += measures.first { $0.value.id == name }?.value.formula.names ?? []
    }
    return all
  }
}
