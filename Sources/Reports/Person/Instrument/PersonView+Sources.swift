import Ergonomics

extension PersonView {
  var sources: [Fields] { sources(among: nil) }

  /// On a page with many findings those alone that it leads to.
  var shownSources: [Fields] { sources(among: isLong ? linkedSources : nil) }

  /// - Parameter linked: All of them if `nil`.
  private func sources(among linked: Set<Source.ID>?) -> [Fields] {
    let firstWords = firstWords
    return zip(assessment.sources, 1...).compactMap { source, number -> Fields? in
      if let linked, !linked.contains(source.id) { return nil }
      let year = source.year.map(String.init)
      return [
        "anchor": anchor("s", number), "citation": text(source.citation),
        "year": optional(year.flatMap { source.citation.holds($0) ? nil : $0 }), "kind": text(source.kind),
        "link": source.link.flatMap(HTMLText.init(link:)).map { [$0] as [any ViewValue] } ?? [],
        "note": optional(source.note), "says": optional(isStudy(source) ? firstWords[source.id] : nil),
      ]
    }
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
    if evidence.count < 2 { return evidence }
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
    let others = grades(of: bySureness.dropFirst())
    return [
      [
        "text": text(first.text), "grade": text(grade(of: first)),
        "source": someOrNone(citation(first.source)),
        "more": optional(bySureness.count == 1 ? nil : words.counted(bySureness.count - 1, "more-sources")),
        "others": someOrNone(others.isEmpty ? nil : ["grades": row(others)]),
        "grades": row(grades(of: bySureness[...])),
      ] as Fields
    ]
  }

  private func grade(of evidence: Evidence) -> String {
    if isLaw(evidence.source) { return words["strength.law"] }
    return shortStrengths[evidence.strength] ?? words.shortStrength(evidence.strength)
  }

  /// What is not among the sources has no grade.
  private func grades(of evidence: ArraySlice<Evidence>) -> [Fields] {
    var graded: [(grade: String, sources: [Int])] = []
    for item in evidence {
      guard let number = sourceNumbers[item.source] else { continue }
      let grade = grade(of: item)
      if let place = graded.firstIndex(where: { $0.grade == grade }) {
        if !graded[place].sources.contains(number) { graded[place].sources.append(number) }
      } else {
        graded.append((grade, [number]))
      }
    }
    return graded.map { grade, sources in
      ["grade": text(grade), "sources": row(sources.map { sourceReferences[$0 - 1] })]
    }
  }
}

extension String {
  /// Somewhere; `contains` would first see what its letters are made of.
  fileprivate func holds(_ digits: String) -> Bool {
    var rest = utf8[...]
    while let place = rest.firstIndex(where: { $0 == digits.utf8.first }) {
      if rest[place...].starts(with: digits.utf8) { return true }
      rest = rest[place...].dropFirst()
    }
    return false
  }
}
