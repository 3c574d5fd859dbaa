import Ergonomics

/// A level of a score that a table of reviews leaves out: nobody of that level would be looked at again.
enum LevelWithoutReview: DraftCheck {
  static let code = Problem.Code.levelWithoutReview

  static let examples = [
    BrokenPack(at: "reviews.xml:1", .reviews(#"<level band="low" within="24m" source="trial-2020"/>"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    guard let table = pack.draft.reviews, pack.draft.head != nil else { return [] }
    let known = Set(pack.reviewedBands.map(\.text))
    let missing = pack.draft.scores.flatMap(\.value.bands).map(\.id).withoutDoubles.filter { !known.contains($0) }
    return missing.isEmpty ? [] : [wording(missing, at: table.spot())]
  }

  private static func wording(_ bands: [String], at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "nothing says when to look again after \(bands.map { "'\($0)'" }.joined(separator: ", "))",
      help: "add a 'level' for each")
  }
}
