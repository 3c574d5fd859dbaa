import Ergonomics

/// A rule that adds points, and does not say which answers prove it solved.
enum SolvedUnproven: AnswersCheck {
  static let code = Problem.Code.solvedUnproven

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:10",
      .init(
        "chair/uneven-sitting.xml", "<solved-when>habits has none of (lean, cross_legs)</solved-when>", ""))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.draft.rules.enumerated().compactMap { place, rule in
      guard !pack.senseless.contains(place), !rule.value.adds.isEmpty, rule.element.element("solved-when") == nil
      else { return nil }
      return wording(rule.value.id, at: rule.spot(ofChild: "solved"))
    }
  }

  private static func wording(_ rule: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "'\(rule)' adds points, and nothing says which answers prove it solved",
      help: "add <solved-when> with the answers that make this true, such as 'foot_contact is floor'")
  }
}
