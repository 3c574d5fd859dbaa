import Ergonomics

extension PersonView {
  var sources: [Fields] {
    let firstWords = firstWords
    return assessment.sources.enumerated().map { index, source -> Fields in
      let year = source.year.map(String.init)
      return [
        "anchor": anchor("s", index + 1), "citation": text(source.citation),
        "year": optional(year.flatMap { source.citation.contains($0) ? nil : $0 }), "kind": text(source.kind),
        "link": source.link.flatMap(HTMLText.init(link:)).map { [$0] as [any ViewValue] } ?? [],
        "note": optional(source.note), "says": optional(isStudy(source) ? firstWords[source.id] : nil),
      ]
    }
  }

  /// On a page with many findings those alone that it leads to.
  var shownSources: [Fields] {
    let linked = isLong ? linkedSources : Set(assessment.sources.map(\.id))
    return zip(assessment.sources, sources).filter { linked.contains($0.0.id) }.map(\.1)
  }

  private var linkedSources: Set<Source.ID> {
    let surest = assessment.findings.flatMap { finding in
      [false, true].compactMap { isAgainst in
        bySureness(finding.evidence.filter { $0.isAgainst == isAgainst }).first?.source
      }
    }
    return Set(
      surest + shownReliefs.flatMap(\.evidence).map(\.source) + assessment.exercises.flatMap(\.sources)
        + assessment.careCards.flatMap(\.sources))
  }

  /// The surest first; laws last.
  private func bySureness(_ evidence: [Evidence]) -> [Evidence] {
    let studies = evidence.filter { !isLaw($0.source) }
    return Evidence.Strength.allCases.flatMap { grade in studies.filter { $0.strength == grade } }
      + evidence.filter { isLaw($0.source) }
  }

  /// By source: what it is first cited for.
  private var firstWords: [Source.ID: String] {
    let all = assessment.findings.flatMap(\.evidence) + assessment.reliefs.flatMap(\.evidence)
    return Dictionary(all.map { ($0.source, $0.text) }) { first, _ in first }
  }

  private func isStudy(_ source: Source) -> Bool {
    ["review", "trial", "cohort", "survey", "laboratory"].contains(source.kind)
  }

  /// Of what is asked for by law nobody can say how sure it is.
  func isLaw(_ id: Source.ID) -> Bool { sourceNumbers[id].map { assessment.sources[$0 - 1].kind == "law" } ?? false }

  /// The numbers of all sources, and what the surest of them says in words; laws last. What the others found stands in the
  /// list of sources.
  func evidence(_ evidence: [Evidence]) -> [any ViewValue] {
    let bySureness = bySureness(evidence)
    guard let first = bySureness.first else { return [] }
    let others = grades(of: Array(bySureness.dropFirst()))
    return [
      [
        "text": text(first.text), "grade": text(grade(of: first)),
        "source": someOrNone(citation(first.source)),
        "more": optional(bySureness.count == 1 ? nil : words.counted(bySureness.count - 1, "more-sources")),
        "others": someOrNone(others.isEmpty ? nil : ["grades": row(others)]),
        "grades": row(grades(of: bySureness)),
      ] as Fields
    ]
  }

  private func grade(of evidence: Evidence) -> String {
    isLaw(evidence.source) ? words["strength.law"] : words.shortStrength(evidence.strength)
  }

  private func grades(of evidence: [Evidence]) -> [Fields] {
    let graded = evidence.map { (grade: grade(of: $0), source: $0.source) }
    return graded.map(\.grade).withoutDoubles.map { grade in
      let its = graded.filter { $0.grade == grade }.map(\.source).withoutDoubles.compactMap(citation)
      return ["grade": text(grade), "sources": row(its)]
    }.filter { !($0["sources"] as? [any ViewValue] ?? []).isEmpty }
  }
}
