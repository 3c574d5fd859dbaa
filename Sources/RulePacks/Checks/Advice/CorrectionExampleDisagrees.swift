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
        """)),
    BrokenPack(
      at: "advice.xml:6",
      .init(
        "advice.xml", #"<sets question="support" to="in_place"/>"#,
        """
        <sets question="support" to="in_place"/><example rule="no-support" outcome="clear" says="a pad">
              <answer question="seat_type">office_chair</answer><answer question="support">none</answer>
              <answer question="sitting_time">3 h</answer><becomes question="support">none</becomes>
            </example>
        """)),
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
      return zip(zip(tried, cases), pack.outcomes(cases)).flatMap { tried, outcome in
        let ((example, element), (rule, answers)) = tried
        let spot = correction.file.spot(of: element)
        let left = outcome == example.outcome ? nil : pack.leavings(of: place, for: rule, from: example.answers)
        return (outcome == example.outcome ? [] : [wording(example, outcome, left: left, at: spot)])
          + others(than: example.becomes, in: answers, pack).map { wording(example, $0, $1, at: spot) }
      }
    }
  }

  /// The questions whose answers are not what an example says, with what they are.
  private static func others(
    than wanted: Answers, in answers: Answers, _ pack: WorkedOutPack
  ) -> [(question: Question, answer: Answer?)] {
    pack.program.questions.filter { wanted[$0.id] != nil && wanted[$0.id] != answers[$0.id] }
      .map { ($0, answers[$0.id]) }
  }

  private static func wording(
    _ example: Correction.Example, _ question: Question, _ answer: Answer?, at spot: SourceLocation
  ) -> Problem {
    let words = { (answer: Answer?) in answer.map { question.words(for: $0, notSure: "-") } ?? "not answered" }
    return Problem(
      code, spot,
      "example '\(example.says)': once it is done, '\(question.id)' is \(words(answer)), not \(words(example.becomes[question.id]))",
      help: "change the example, or what the correction sets")
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
