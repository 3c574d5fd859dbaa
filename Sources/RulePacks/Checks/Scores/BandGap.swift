import Ergonomics

/// Numbers below the first band, which would have no word.
enum BandGap: DraftCheck {
  static let code = Problem.Code.bandGap

  static let examples = [
    BrokenPack(at: "pack.xml:7", .init("pack.xml", #"<band id="low" from="0">"#, #"<band id="low" from="1">"#)),
    BrokenPack(at: "pack.xml:13", .init("pack.xml", #"<band id="low" from="1">"#, #"<band id="low" from="2">"#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    PlacedBand.all(in: pack).filter { $0.below == nil }.compactMap { first in
      let (from, least) = (first.band.from, first.reach.least)
      let isGap = first.reach.score.value.formula == nil ? from != 0 : from > least
      return isGap ? wording(first.band.id, from, least: least, at: first.spot("from")) : nil
    }
  }

  private static func wording(_ id: String, _ from: Int, least: Int, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the first band '\(id)' begins at \(from), but the score begins at \(least)",
      help: "let it begin at \(least)")
  }
}
