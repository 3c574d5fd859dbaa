import Ergonomics

/// An example of a correction after which a rule says something else than it should.
enum CorrectionExampleDisagrees: AnswersCheck {
  static let code = Problem.Code.correctionExampleDisagrees
  static let depth = CheckDepth.examples

  static let examples = [
    BrokenPack(
      at: "advice.xml:6",
      .init(
        "advice.xml", #"<sets question="support" to="in_place"/>"#,
        """
        <sets question="support" to="in_place"/><example rule="no-support" outcome="found" says="a pad">
              <answer question="seat_type">office_chair</answer><answer question="support">none</answer>
              <answer question="sitting_time">3 h</answer>
            </example>
        """))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    let rules = Dictionary(uniqueKeysWithValues: pack.draft.rules.enumerated().map { ($1.value.id, $0) })
    return pack.draft.corrections.enumerated().flatMap { place, correction -> [Problem] in
      let tried = zip(correction.value.examples, correction.element.elements("example")).filter {
        rules[$0.rule].map { !pack.senseless.contains($0) } ?? false
          && !pack.draft.brokenExamples.contains(PackDraft.ExampleKey(in: correction.file, $1))
      }
      let cases = tried.map { example, _ in
        (rule: rules[example.rule]!, answers: pack.program.answers(example.answers, after: place) ?? example.answers)
      }
      return zip(tried, pack.outcomes(cases)).compactMap { tried, outcome in
        let (example, element) = tried
        if outcome == example.outcome { return nil }
        let left = pack.leavings(of: place, for: rules[example.rule]!, from: example.answers)
        return wording(example, outcome, left: left, at: correction.file.spot(of: element))
      }
    }
  }

  private static func wording(
    _ example: Correction.Example, _ outcome: Outcome, left: String?, at spot: SourceLocation
  ) -> Problem {
    Problem(
      code, spot,
      "example '\(example.says)': once it is done, '\(example.rule)' comes out as '\(outcome.rawValue)', not '\(example.outcome.rawValue)'",
      help: (left.map { "\($0): " } ?? "") + "change the example, or what the correction sets")
  }
}
