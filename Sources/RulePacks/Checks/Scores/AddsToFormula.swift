import Ergonomics

/// A rule that adds points to a score which a formula computes.
enum AddsToFormula: DraftCheck {
  static let code = Problem.Code.addsToFormula

  static let examples = [
    BrokenPack(at: "chair/uneven-sitting.xml:5", .init("chair/uneven-sitting.xml", #"score="back""#, #"score="chart""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.scores.filter { $0.score.value.formula != nil }.flatMap { reach in
      reach.adding.map { wording(reach.score.value.id, at: spot(of: reach.score.value.id, in: $0)) }
    }
  }

  private static func spot(of score: Score.ID, in rule: PackDraft.Placed<Rule>) -> SourceLocation {
    let element = rule.element.elements("adds").first { $0.required("score") == score }
    return element.map { rule.file.required("score", of: $0).spot } ?? rule.spot()
  }

  private static func wording(_ score: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "score '\(score)' is computed by a formula and takes no points",
      help: "delete the 'adds', or the formula")
  }
}
