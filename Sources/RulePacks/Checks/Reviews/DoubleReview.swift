import Ergonomics

/// A level with two intervals, or an event that stands there twice.
enum DoubleReview: DraftCheck {
  static let code = Problem.Code.doubleReview
  private static let levels = #"""
    <level band="low" within="24m" source="trial-2020"/>
    <level band="high" within="6m" source="trial-2020"/>
    """#

  static let examples = [
    BrokenPack(at: "reviews.xml:4", .reviews(levels + "\n" + #"<level band="high" within="3m" source="trial-2020"/>"#)),
    BrokenPack(
      at: "reviews.xml:5",
      .reviews(
        levels + "\n"
          + #"""
          <event id="moved" within="4w" source="trial-2020">a move</event>
          <event id="moved" within="2w" source="trial-2020">another move</event>
          """#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    doubles(pack.reviewedBands) + doubles(pack.reviewEvents)
  }

  private static func doubles(_ names: [WrittenText]) -> [Problem] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0.text).inserted }.map { wording($0.text, at: $0.spot) }
  }

  private static func wording(_ name: String, at spot: SourceLocation) -> Problem {
    Problem(code, spot, "'\(name)' has an interval already", help: "leave one of them")
  }
}

extension CheckedDraft {
  fileprivate var reviewEvents: [WrittenText] {
    guard let table = draft.reviews else { return [] }
    return table.element.elements("event").map { table.file.required("id", of: $0) }
  }
}
