import Ergonomics

/// A condition that no answers make true. Exact for rules with up to `AnswerSpace.limit` combinations of answers that they
/// tell apart; of others nothing is claimed.
enum NeverTrue: AnswersCheck {
  static let code = Problem.Code.neverTrue

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:4",
      .init(
        "chair/uneven-sitting.xml", "habits has any of (lean, cross_legs)",
        "habits has lean and habits has none_of_these"))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    zip(pack.draft.rules, pack.reaches).flatMap { rule, reach -> [Problem] in
      guard let reach else { return [] }
      let isNeverApplicable = rule.value.isPlain && reach.outcomes == [.notApplicable]
      let (when, applies) = (rule.value.when, rule.value.applies ?? .all([]))
      return (reach.canBeTrue ? [] : [wording("when", why: pack.limits(of: [when]), rule.spot(ofTextIn: "when"))])
        + (isNeverApplicable
          ? [wording("applies", why: pack.limits(of: [applies]), rule.spot(ofTextIn: "applies"))] : [])
    }
  }

  private static func wording(_ element: String, why: String?, _ spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "no answers make this '\(element)' true",
      help: why.map { "change it, or what it reads: \($0)" } ?? "look for parts that exclude each other")
  }
}

extension Rule {
  /// It has an `applies`, and compares answers one by one, so that the walk over all answers is exact.
  var isPlain: Bool {
    guard let applies else { return false }
    return [applies, when].flatMap(\.comparedFormulas).allSatisfy { if case .answer = $0 { true } else { false } }
  }
}
