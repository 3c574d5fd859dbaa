import Ergonomics

/// A rule that comes out as one before it for everybody, in other words.
enum SameFinding: AnswersCheck {
  static let code = SameCondition.code

  static let examples = [
    BrokenPack(at: "chair/zigzag.xml:3", BrokenPack.rule("zigzag", when: "habits has none of (none_of_these)"))
  ]

  /// What is told of a rule once is not told again for each other that is like it.
  static func problems(in pack: WorkedOutPack) -> [Problem] {
    var told = Set(SameCondition.repeating(pack.draft).map(\.rule.value.id))
    return pack.repetitions.links.filter(\.overlap.neither).compactMap { link in
      let (first, second) = (pack.draft.rules[link.first], pack.draft.rules[link.second])
      guard told.insert(second.value.id).inserted else { return nil }
      return SameCondition.wording(second.value.id, first.value.id, at: second.spot(ofTextIn: "when"))
    }
  }
}
