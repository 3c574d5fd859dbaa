import Ergonomics

/// More scores than the engine keeps apart.
enum TooManyScores: DraftCheck {
  static let code = Problem.Code.tooManyScores
  static let stopsEvaluation = true

  static let examples = [
    BrokenPack(
      at: "pack.xml:22",
      .init("pack.xml", #"  <evidence-cap strength="limited""#, #"\#(scores)  <evidence-cap strength="limited""#))
  ]

  private static let scores = (1...7).map {
    """
    <score id="s\($0)"><title>S</title><formula>points(seat_type)</formula><band id="a" from="1">a</band></score>

    """
  }.joined()

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let limit = Verdicts.scoreLimit
    return pack.draft.scores.dropFirst(limit).prefix(1).map { wording(limit: limit, at: $0.spot("id")) }
  }

  private static func wording(limit: Int, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the pack has more than \(limit) scores", help: "make some of them measures, or two packs")
  }
}
