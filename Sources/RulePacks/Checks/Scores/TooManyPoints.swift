import Ergonomics

/// A score that all rules together take beyond what the engine adds up.
enum TooManyPoints: DraftCheck {
  static let code = Problem.Code.tooManyPoints
  static let stopsEvaluation = true

  static let examples = [
    BrokenPack(
      at: "pack.xml:5",
      .init("pack.xml", #"strength="limited" points="8""#, #"strength="limited" points="99999""#),
      .init("chair/uneven-sitting.xml", #"points="3""#, #"points="70000""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.scores.filter { $0.score.value.formula == nil && $0.sum > Int(UInt16.max) }.map {
      wording($0.score.value.id, $0.sum, at: $0.score.spot("id"))
    }
  }

  private static func wording(_ score: String, _ sum: Int, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "all rules together add \(sum) points to score '\(score)'",
      help: "scores are meant to reach a hundred or so: add fewer points")
  }
}
