import Ergonomics

/// Two scores that are about the same part of the body.
enum DoubleRegion: DraftCheck {
  static let code = Problem.Code.doubleRegion

  static let examples = [
    BrokenPack(
      at: "pack.xml:10", .init("pack.xml", #"id="back" max"#, #"id="back" region="hips" max"#),
      .init("pack.xml", #"id="chart""#, #"id="chart" region="hips""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    var regions: Set<Score.Region> = []
    return pack.draft.scores.compactMap { score in
      guard let region = score.value.region, !regions.insert(region).inserted else { return nil }
      return wording(region, at: score.spot("region"))
    }
  }

  private static func wording(_ region: Score.Region, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "two scores are about the region '\(region.rawValue)'", help: "leave it at the score that tells more")
  }
}
