import Ergonomics

/// A rule that adds more than its score can come to.
enum PointsAboveScore: DraftCheck {
  static let code = Problem.Code.pointsAboveScore

  static let examples = [
    BrokenPack(
      at: "chair/no-support.xml:6",
      .init("pack.xml", #"<score id="back" max="100">"#, #"<score id="back" max="11">"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    // What cannot be added up is told of the score.
    if !TooManyPoints.problems(in: pack).isEmpty { return [] }
    return pack.draft.rules.flatMap { rule -> [Problem] in
      rule.element.elements("adds").compactMap { adds in
        guard let score = pack.draft.scores.first(where: { $0.value.id == adds.required("score") })?.value,
          let most = score.max, score.formula == nil, adds.requiredNumber("points") > most
        else { return nil }
        return wording(score.id, most, at: rule.file.required("points", of: adds).spot)
      }
    }
  }

  private static func wording(_ score: Score.ID, _ most: Int, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the rule adds more than '\(score)' comes to: \(most)",
      help: "add \(most) at most, or raise max in pack.xml")
  }
}
