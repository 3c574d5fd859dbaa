import Ergonomics

/// A condition that all answers make true: it tells nobody from anybody.
enum NeverFalse: AnswersCheck {
  static let code = Problem.Code.neverFalse

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:4",
      .init(
        "chair/uneven-sitting.xml", "habits has any of (lean, cross_legs)",
        "habits has any of (lean, cross_legs, none_of_these)"),
      .init("chair/uneven-sitting.xml", otherExamples, ""),
      .init("advice.xml", "    <sets question=\"habits\" without=\"lean\"/>\n", ""))
  ]

  private static let otherExamples = """
      <example outcome="clear" says="none of these">
        <answer question="habits">none_of_these</answer>
      </example>
      <example outcome="undetermined" says="not answered"/>

    """

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    zip(pack.draft.rules, pack.reaches).flatMap { rule, reach -> [Problem] in
      guard let reach else { return [] }
      let isAlwaysApplicable = rule.value.isPlain && !reach.outcomes.contains(.notApplicable)
      return (reach.canBeFalse ? [] : [wording("when", at: rule.spot(ofTextIn: "when"))])
        + (isAlwaysApplicable ? [wording("applies", at: rule.spot(ofTextIn: "applies"))] : [])
    }
  }

  private static func wording(_ element: String, at spot: SourceLocation) -> Problem {
    // A rule without a 'when' is none.
    Problem(
      code, spot, "all answers make this '\(element)' true",
      help: element == "when" ? "make it tell people apart" : "delete it, or make it tell people apart")
  }
}
