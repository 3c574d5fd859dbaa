import Ergonomics

/// A higher level that is looked at again later than a lower one.
enum ReviewOrder: DraftCheck {
  static let code = Problem.Code.reviewOrder

  static let examples = [
    BrokenPack(
      at: "reviews.xml:3",
      .reviews(
        #"""
        <level band="low" within="6m" source="trial-2020"/>
        <level band="high" within="200d" source="trial-2020"/>
        """#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    guard let table = pack.draft.reviews, pack.draft.head != nil else { return [] }
    let (levels, places) = (table.value.levels, pack.reviewedBands)
    func due(_ band: Band.ID) -> String? { levels.first { $0.band == band }?.within.after("2000-01-01") }
    return zip(levels, places).compactMap { level, place in
      let lower = pack.draft.scores.flatMap { $0.value.bands(below: level.band) }
      let earlier = lower.first { (due($0) ?? "9999") < level.within.after("2000-01-01") }
      return earlier.map { wording(level.band, lower: $0, at: place.spot) }
    }
  }

  private static func wording(_ band: Band.ID, lower: Band.ID, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "after '\(band)' it is looked at later than after '\(lower)', which is lower",
      help: "make its interval the shorter one")
  }
}

extension Score {
  /// None where it is not one of its bands.
  fileprivate func bands(below band: Band.ID) -> [Band.ID] {
    guard let place = bands.firstIndex(where: { $0.id == band }) else { return [] }
    return bands[..<place].map(\.id)
  }
}
