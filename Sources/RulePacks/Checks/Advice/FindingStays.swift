import Ergonomics

/// A rule that adds points, and that none of its corrections changes: no plan can take the points away.
enum FindingStays: AnswersCheck {
  static let code = Problem.Code.findingStays

  static let examples = [
    BrokenPack(
      at: "chair/no-support.xml:11",
      .init("chair/no-support.xml", #"<correct with="fit-pad"/>"#, #"<correct with="sit-even"/>"#),
      .init("advice.xml", fitPad, ""))
  ]

  private static let fitPad = """
      <correction id="fit-pad" effort="buy" who="you" minutes="5" cost="low" item="a pad">
        <title>Fit a pad</title>
        <step>Put it where your back curves in.</step>
        <sets question="support" to="in_place"/>
      </correction>

    """

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    let (draft, tried) = (pack.draft, pack.corrections)
    let known = Set(draft.corrections.map(\.value.id))
    return draft.rules.enumerated().compactMap { place, rule in
      if rule.value.adds.isEmpty || rule.value.corrections.isEmpty { return nil }
      // One that sets nothing only gives advice: its author knows that it changes no answer.
      let its = draft.corrections.filter { rule.value.corrections.contains($0.value.id) }
      if its.contains(where: \.value.sets.isEmpty) || !known.isSuperset(of: rule.value.corrections) { return nil }
      if tried.helped.contains(place) || tried.isTold.contains(place) || pack.examples.found[place].isEmpty {
        return nil
      }
      if pack.program.rules[place].isAboutHealth { return nil }
      let corrections = draft.corrections.indices.filter {
        rule.value.corrections.contains(draft.corrections[$0].value.id)
      }
      let left = corrections.compactMap { pack.leavings(of: $0, for: place, from: pack.examples.found[place][0]) }
      return wording(rule.value.id, left: left, at: rule.spot(ofChild: "correct"))
    }
  }

  private static func wording(_ rule: String, left: [String], at spot: SourceLocation) -> Problem {
    Problem(
      code, spot,
      "'\(rule)' adds points, and "
        + (left.isEmpty
          ? "none of its corrections sets an answer that takes it away"
          : "is still found after each of its corrections: \(left.joined(separator: "; "))"),
      help: "name a correction that sets the answers it reads, or add an example that one changes")
  }
}
