import Ergonomics

/// A score with two bands of one id.
enum DoubleBand: DraftCheck {
  static let code = Problem.Code.doubleID

  static let examples = [
    BrokenPack(at: "pack.xml:8", .init("pack.xml", #"<band id="high" from="10">"#, #"<band id="low" from="10">"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    var seen: Set<[String]> = []
    return PlacedBand.all(in: pack).filter { !seen.insert([$0.reach.score.value.id, $0.band.id]).inserted }.map {
      wording($0.band.id, at: $0.spot("id"))
    }
  }

  private static func wording(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(code, spot, "the score has two bands '\(id)'", help: "give one of them another id")
  }
}
