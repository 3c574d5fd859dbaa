import Ergonomics

/// Answers that would prove a rule solved, and that somebody gives of whom it is found.
enum SolvedWhileFound: AnswersCheck {
  static let code = Problem.Code.solvedWhileFound

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:10",
      .init("chair/uneven-sitting.xml", "habits has none of (lean, cross_legs)", "habits has none of (lean)"))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    let program = pack.program
    return pack.draft.rules.enumerated().compactMap { place, rule in
      guard !pack.senseless.contains(place), let solved = program.solved[place],
        program.canHoldTogether(program.rules[place].holds, solved)
      else { return nil }
      let space = AnswerSpace([AnswerSpace.Side(program, [program.rules[place].holds, solved])])
      let person = space.first {
        $0.runs[0].truth(of: program.rules[place].holds).isTrue & $0.runs[0].truth(of: solved).isTrue
      }
      return wording(rule.value.id, person, program.pack, at: rule.spot(ofTextIn: "solved-when"))
    }
  }

  private static func wording(
    _ rule: String, _ person: Answers?, _ pack: Pack, at spot: SourceLocation
  ) -> Problem {
    let answers = person.map { ": \(ExampleText.list($0, in: pack))" } ?? ""
    return Problem(
      code, spot, "some answers prove '\(rule)' solved while it is found\(answers)",
      help: "name only answers with which it is never found")
  }
}
