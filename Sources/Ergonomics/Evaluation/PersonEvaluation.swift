/// One person's answers with what the program says about them, and the words for it.
final class PersonEvaluation {
  let answers: Answers
  let program: RuleProgram
  let block: AnswerBlock
  let verdicts: Verdicts
  /// By rule.
  private(set) lazy var outcomes = program.rules.indices.map { verdicts.outcome(ofRule: $0, for: 0) }
  /// Found rules: those that add most first, equal ones in pack order.
  private(set) lazy var found = rules(.found).sorted { (-points(of: $0), $0) < (-points(of: $1), $1) }
  let disclosure: Disclosure

  var pack: Pack { program.pack }

  init(_ answers: Answers, _ program: RuleProgram, _ disclosure: Disclosure = .everything) {
    (self.answers, self.program, self.disclosure) = (answers, program, disclosure)
    var block = AnswerBlock(program)
    block.set(answers, for: 0, in: program)
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: 1)
    self.block = block
    self.verdicts = verdicts
  }
}
