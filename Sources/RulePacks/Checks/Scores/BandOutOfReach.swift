import Ergonomics

/// A band that begins above the most that its score can come to.
enum BandOutOfReach: DraftCheck {
  static let code = Problem.Code.bandOutOfReach

  static let examples = [
    BrokenPack(at: "pack.xml:8", .init("pack.xml", #"from="10""#, #"from="21""#)),
    BrokenPack(at: "pack.xml:14", .init("pack.xml", #"from="3""#, #"from="4""#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    PlacedBand.all(in: pack).filter { !$0.isOutOfOrder }.compactMap { placed in
      guard let most = placed.reach.most, placed.band.from > most else { return nil }
      return wording(placed.band, placed.reach.score.value.id, most: most, at: placed.spot("from"))
    }
  }

  private static func wording(_ band: Band, _ score: String, most: Int, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "band '\(band.id)' begins at \(band.from), but '\(score)' reaches \(most) at most",
      help: "let it begin lower, or delete it")
  }
}
