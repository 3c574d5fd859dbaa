import Ergonomics

/// Two findings of which everybody has one: how many have the one would tell how many have the other. That some contain or
/// exclude others is no mistake; figures for teams see to it.
enum CoversEverybody: AnswersCheck {
  static let code = Problem.Code.coversEverybody

  static let examples = [
    BrokenPack(
      at: "chair/zigzag.xml:3",
      BrokenPack.rule("zigzag", when: "habits has none of (lean, cross_legs)", answers: ("none_of_these", "lean")))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    var told: Set<Int> = []
    return pack.repetitions.links.filter { !$0.overlap.neither }.compactMap { link in
      guard told.insert(link.second).inserted else { return nil }
      let (first, second) = (pack.draft.rules[link.first], pack.draft.rules[link.second])
      return wording(second.value.id, first.value.id, at: second.spot(ofTextIn: "when"))
    }
  }

  private static func wording(_ rule: String, _ other: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "whoever answers has '\(rule)' or '\(other)'",
      help: "let one of them hold for fewer people: a count of the other would give it away")
  }
}
