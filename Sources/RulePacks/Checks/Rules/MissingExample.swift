import Ergonomics

/// A rule without an example of something it can come out as.
enum MissingExample: AnswersCheck {
  static let code = Problem.Code.missingExample

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:2",
      .init("chair/uneven-sitting.xml", "  <example outcome=\"undetermined\" says=\"not answered\"/>\n", "")),
    BrokenPack(at: "chair/no-support.xml:2", .init("chair/no-support.xml", onAStool, "")),
  ]

  private static let onAStool = """
      <example outcome="not-applicable" says="sits on a stool">
        <answer question="seat_type">stool</answer>
      </example>

    """

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    let unanswered = pack.program.outcomes(for: Answers())
    return pack.draft.rules.enumerated().flatMap { place, rule -> [Problem] in
      guard let reach = pack.reaches[place] else {
        return rule.value.examples.isEmpty ? [wording(.found, nil, at: rule.spot())] : []
      }
      guard reach.canBeTrue, !pack.neverFound.contains(place) else { return [] }
      let possible = reach.outcomes.union([unanswered[place]])
      let shown = Set(rule.value.examples.map(\.outcome))
      return Outcome.allCases.filter { possible.contains($0) && !shown.contains($0) }.map {
        wording($0, example(of: place, $0, pack), at: rule.spot())
      }
    }
  }

  private static func example(of rule: Int, _ outcome: Outcome, _ pack: WorkedOutPack) -> String? {
    pack.program.answers(ofRule: rule, comingOutAs: outcome).map { answers in
      let says = ExampleText.says(answers, in: pack.program.pack)
      return ExampleText.xml(
        of: Rule.Example(outcome: outcome, says: says, answers: answers), in: pack.program.pack)
    }
  }

  private static func wording(_ outcome: Outcome, _ example: String?, at spot: SourceLocation) -> Problem {
    let help =
      example == nil
      ? "add an example with outcome=\"\(outcome.rawValue)\""
      : "put this before </rule>, and let 'says' tell in your words who that is:"
    return Problem(
      code: code, place: spot.place, summary: "the rule can come out as '\(outcome.rawValue)', but no example shows it",
      help: help, paste: example)
  }
}
