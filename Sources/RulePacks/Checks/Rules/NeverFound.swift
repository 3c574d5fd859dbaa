import Ergonomics

/// A rule that nobody can have, though each of its conditions can hold: `applies` and `when` exclude each other.
enum NeverFound: AnswersCheck {
  static let code = Problem.Code.neverFound

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:2",
      .init(
        "chair/uneven-sitting.xml", "<when>habits has any of (lean, cross_legs)</when>",
        "<applies>habits has none_of_these</applies><when>habits has any of (lean, cross_legs)</when>"))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.neverFound.sorted().map { place in
      let rule = pack.draft.rules[place]
      let conditions = [rule.value.when, rule.value.applies].compactMap { $0 }
      return wording(rule.value.id, why: pack.limits(of: conditions), at: rule.spot())
    }
  }

  private static func wording(_ rule: String, why: String?, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "nobody can have '\(rule)': where it applies, its condition never holds",
      help: why.map { "change them, or what they read: \($0)" }
        ?? "look for parts of 'applies' and 'when' that exclude each other")
  }
}
