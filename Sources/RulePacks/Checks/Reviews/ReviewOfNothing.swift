import Ergonomics

/// An interval for a level that no score has.
enum ReviewOfNothing: DraftCheck {
  static let code = Problem.Code.reviewOfNothing

  static let examples = [
    BrokenPack(
      at: "reviews.xml:4",
      .reviews(
        #"""
        <level band="low" within="24m" source="trial-2020"/>
        <level band="high" within="6m" source="trial-2020"/>
        <level band="hihg" within="6m" source="trial-2020"/>
        """#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    if pack.draft.head == nil { return [] }
    let bands = pack.draft.scores.flatMap(\.value.bands).map(\.id)
    return pack.reviewedBands.filter { !bands.contains($0.text) }.map { wording($0.text, at: $0.spot, known: bands) }
  }

  private static func wording(_ band: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      code, spot, "no score has a band '\(band)'",
      help: Problem.nearest(to: band, in: known) ?? "name a band of a score, or delete the interval")
  }
}

extension CheckedDraft {
  /// As they are written in the table of reviews.
  var reviewedBands: [WrittenText] {
    guard let table = draft.reviews else { return [] }
    return table.element.elements("level").map { table.file.required("band", of: $0) }
  }
}

extension BrokenPack.Edit {
  /// The table of reviews, which the small pack does not have: these begin on its second line.
  static func reviews(_ intervals: String) -> Self {
    Self("reviews.xml", "", "<reviews xmlns=\"urn:sitwell:pack:1\">\n\(intervals)\n</reviews>")
  }
}
