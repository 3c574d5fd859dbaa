import Ergonomics

/// A rule that says the same as one before it, whatever the order of its words.
enum SameCondition: DraftCheck {
  static let code = Problem.Code.sameCondition

  static let examples = [
    BrokenPack(
      at: "chair/zigzag.xml:3",
      BrokenPack.rule("zigzag", when: "habits has cross_legs or (habits has lean or habits has cross_legs)"))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    repeating(pack.draft).map { wording($0.rule.value.id, $0.first.value.id, at: $0.rule.spot(ofChild: "when")) }
  }

  /// The rules with the condition of one before them.
  static func repeating(_ draft: PackDraft) -> [(rule: PackDraft.Placed<Rule>, first: PackDraft.Placed<Rule>)] {
    struct Key: Hashable {
      let applies: Condition?
      let when: Condition
    }
    var first: [Key: PackDraft.Placed<Rule>] = [:]
    return draft.rules.compactMap { rule in
      let key = Key(applies: rule.value.applies?.normalised, when: rule.value.when.normalised)
      guard let other = first[key] else {
        first[key] = rule
        return nil
      }
      return (rule, other)
    }
  }

  static func wording(_ rule: Rule.ID, _ other: Rule.ID, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "rule '\(rule)' has the same condition as rule '\(other)'", help: "join the two, or tell them apart")
  }
}
