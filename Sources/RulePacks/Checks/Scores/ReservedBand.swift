import Ergonomics

/// A band with the id that scores have of which nothing is known.
enum ReservedBand: DraftCheck {
  static let code = Problem.Code.reservedWord

  static let examples = [
    BrokenPack(at: "pack.xml:7", .init("pack.xml", #"<band id="low" from="0">"#, #"<band id="unknown" from="0">"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    PlacedBand.all(in: pack).filter { $0.band.id == "unknown" }.map { wording(at: $0.spot("id")) }
  }

  private static func wording(at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "'unknown' is the level of a score of which nothing is known", help: "choose another id")
  }
}
