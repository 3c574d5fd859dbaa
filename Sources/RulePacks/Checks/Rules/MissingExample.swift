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
      guard let reach = pack.reaches[place], reach.canBeTrue, !pack.neverFound.contains(place) else { return [] }
      let possible = reach.outcomes.union([unanswered[place]])
      let shown = Set(rule.value.examples.map(\.outcome))
      return Outcome.allCases.filter { possible.contains($0) && !shown.contains($0) }.map {
        wording($0, at: rule.spot())
      }
    }
  }

  private static func wording(_ outcome: Outcome, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the rule can come out as '\(outcome.rawValue)', but no example shows it",
      help: "add an example with outcome=\"\(outcome.rawValue)\"")
  }
}
