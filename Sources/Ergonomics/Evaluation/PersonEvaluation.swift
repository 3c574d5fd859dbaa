/// One person's answers with what the program says about them, and the words for it.
final class PersonEvaluation {
  let answers: Answers
  let program: RuleProgram
  let block: AnswerBlock
  let verdicts: Verdicts
  /// Place of the person in both.
  let lane: Int
  /// By rule.
  private(set) lazy var outcomes = program.rules.indices.map { verdicts.outcome(ofRule: $0, for: lane) }
  /// Found rules: those that add most first, equal ones in pack order.
  private(set) lazy var found = rules(.found).sorted { (-points(of: $0), $0) < (-points(of: $1), $1) }
  /// What rules take for solved, in parts.
  private(set) lazy var solvedAtoms = pack.rules.compactMap(\.solvedWhen).flatMap(\.atoms)
  let disclosure: Disclosure

  var pack: Pack { program.pack }

  convenience init(_ answers: Answers, _ program: RuleProgram, _ disclosure: Disclosure = .everything) {
    let (block, verdicts) = Self.judged([answers], program)
    self.init(answers, program, disclosure, block, verdicts, lane: 0)
  }

  private init(
    _ answers: Answers, _ program: RuleProgram, _ disclosure: Disclosure, _ block: AnswerBlock, _ verdicts: Verdicts,
    lane: Int
  ) {
    (self.answers, self.program, self.disclosure) = (answers, program, disclosure)
    (self.block, self.verdicts, self.lane) = (block, verdicts, lane)
  }

  /// The same of several people, judged together.
  static func each(_ people: [Answers], _ program: RuleProgram) -> [PersonEvaluation] {
    stride(from: 0, to: people.count, by: AnswerBlock.capacity).flatMap { first in
      let some = people[first...].prefix(AnswerBlock.capacity)
      let (block, verdicts) = judged(some, program)
      return some.enumerated().map { lane, answers in
        PersonEvaluation(answers, program, .everything, block, verdicts, lane: lane)
      }
    }
  }

  /// Of up to 64 people.
  private static func judged(
    _ people: ArraySlice<Answers>, _ program: RuleProgram
  ) -> (block: AnswerBlock, verdicts: Verdicts) {
    var (block, verdicts) = (AnswerBlock(program), Verdicts(program))
    for (lane, answers) in people.enumerated() { block.set(answers, for: lane, in: program) }
    verdicts.evaluate(block, count: people.count)
    return (block, verdicts)
  }
}
