import Ergonomics

/// A correction that changes no rule which names it, neither alone nor with up to two of the rule's other corrections.
enum CorrectionHelpsNothing: AnswersCheck {
  static let code = Problem.Code.correctionHelpsNothing

  static let examples = [
    BrokenPack(
      at: "advice.xml:16",
      .init("advice.xml", #"question="habits" without="lean""#, #"question="sitting_time" to="1 h""#))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.corrections.useless.compactMap { place in
      let correction = pack.draft.corrections[place]
      // Rules that could not be read may name it.
      if pack.draft.isIncomplete || pack.draft.correctionsInDoubt.contains(correction.value.id) { return nil }
      let rules = pack.corrections.naming[place].filter { !pack.examples.found[$0].isEmpty }
      return wording(
        correction.value.id, rules: rules.map { pack.draft.rules[$0].value.id }, at: correction.spot(ofChild: "sets"))
    }
  }

  private static func wording(_ correction: String, rules: [String], at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "what '\(correction)' sets changes no finding of \(Problem.quoted(rules))",
      help: "set the answers that the rule reads, or let the rule name another correction")
  }
}
