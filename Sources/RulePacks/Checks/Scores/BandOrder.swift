import Ergonomics

/// A band that does not begin above the one before it.
enum BandOrder: DraftCheck {
  static let code = Problem.Code.bandOrder

  static let examples = [
    BrokenPack(at: "pack.xml:8", .init("pack.xml", #"<band id="high" from="10">"#, #"<band id="high" from="0">"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    PlacedBand.all(in: pack).filter(\.isOutOfOrder).compactMap { placed in
      placed.below.map { wording(placed.band.id, after: $0, at: placed.spot("from")) }
    }
  }

  private static func wording(_ id: String, after other: Band, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "band '\(id)' does not begin above band '\(other.id)', which begins at \(other.from)",
      help: "order the bands from the lowest up")
  }
}
