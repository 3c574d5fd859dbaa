import Ergonomics

extension PersonView {
  var sources: [Fields] {
    assessment.sources.enumerated().map { index, source -> Fields in
      let year = source.year.map(String.init)
      return [
        "anchor": anchor("s", index + 1), "citation": text(source.citation),
        "year": optional(year.flatMap { source.citation.contains($0) ? nil : $0 }), "kind": text(source.kind),
        "link": source.link.flatMap(HTMLText.init(link:)).map { [$0] as [any ViewValue] } ?? [],
        "note": optional(source.note),
      ]
    }
  }

  /// The numbers of all sources, and what the surest of them says in words. What the others found stands in the list of
  /// sources.
  func evidence(_ evidence: [Evidence]) -> [any ViewValue] {
    let bySureness = Evidence.Strength.allCases.flatMap { grade in evidence.filter { $0.strength == grade } }
    guard let first = bySureness.first else { return [] }
    let others = grades(of: Array(bySureness.dropFirst()))
    return [
      [
        "text": text(first.text), "grade": text(words.shortStrength(first.strength)),
        "source": someOrNone(citation(first.source)),
        "more": optional(bySureness.count == 1 ? nil : words.counted(bySureness.count - 1, "more-sources")),
        "others": someOrNone(others.isEmpty ? nil : ["grades": row(others)]),
        "grades": row(grades(of: bySureness)),
      ] as Fields
    ]
  }

  private func grades(of evidence: [Evidence]) -> [Fields] {
    Evidence.Strength.allCases.compactMap { grade in
      let sources = evidence.filter { $0.strength == grade }.map(\.source).withoutDoubles.compactMap(citation)
      return sources.isEmpty ? nil : ["grade": text(words.shortStrength(grade)), "sources": row(sources)]
    }
  }
}
