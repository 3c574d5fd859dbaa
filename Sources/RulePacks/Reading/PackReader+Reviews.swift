import Ergonomics
import Markup

/// When to look again.
extension PackReader {
  mutating func readReviews() {
    let tables = files.filter { $0.root.name == "reviews" }
    for another in tables.dropFirst() {
      problems.append(.doubleReviews(at: another.spot(of: another.root), first: tables[0].path))
    }
    guard let file = tables.first else { return }
    let levels = file.root.elements("level").map { element in
      ReviewIntervals.Level(
        band: element.required("band"), within: element.required("within", as: CalendarSpan.init),
        source: reference(.source, file.required("source", of: element)))
    }
    let events = file.root.elements("event").map { element in
      ReviewIntervals.Event(
        id: element.required("id"), words: element.words,
        within: element.required("within", as: CalendarSpan.init),
        source: reference(.source, file.required("source", of: element)))
    }
    draft.reviews = .init(value: ReviewIntervals(levels: levels, events: events), file: file, element: file.root)
  }
}

extension Problem {
  static func doubleReviews(at spot: SourceLocation, first: String) -> Problem {
    Problem(.doubleReviews, spot, "a pack has one table of reviews", help: "put these into \(first)")
  }
}
