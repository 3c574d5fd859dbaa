import Ergonomics

/// A score without a formula that no rule adds to.
enum ScoreNothingAdds: DraftCheck {
  static let code = Problem.Code.scoreNothingAdds

  static let examples = [
    BrokenPack(
      at: "pack.xml:10",
      .init(
        "pack.xml",
        """
        <formula>chair_chart[points(seat_type), points(support)]</formula>
            <band id="low" from="1">
        """, #"<band id="low" from="0">"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.scores.filter { $0.score.value.formula == nil && $0.adding.isEmpty && !$0.isOpen }.map {
      wording($0.score.value.id, at: $0.score.spot("id"))
    }
  }

  private static func wording(_ score: String, at spot: SourceLocation) -> Problem {
    Problem(code, spot, "no rule adds to score '\(score)'", help: "delete the score, or give it a formula")
  }
}
