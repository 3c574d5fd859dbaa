extension Program {
  /// Two findings, by place, that tell something of each other.
  package struct Link: Sendable {
    package let first: Int
    package let second: Int
    package let overlap: Overlap
  }

  /// Compares every two findings that read the same question. A cut of a family holds for whoever a later one holds for.
  ///
  /// - Parameter count: Of rules, from the first; `nil` = all.
  package func findingLinks(ofFirst count: Int? = nil) -> [Link] {
    let findings = findingRows.prefix(count ?? .max).map { tried($0) }
    return findings.indices.flatMap { second in
      (0..<second).compactMap { first in
        let overlap = overlap(findings[first], findings[second])
        return overlap.isIndependent ? nil : Link(first: first, second: second, overlap: overlap)
      }
    }
  }

  /// Compares two rules as they are written.
  package func overlap(ofRules first: Int, _ second: Int) -> Overlap { overlap(tried([first]), tried([second])) }

  func tried(_ rules: [Int]) -> Tried { Tried(rules.map { self.rules[$0].holds }, in: self) }

  /// By rule, the rules that its row counts: a cut counts whoever is in a later one.
  var findingRows: [[Int]] {
    var rows = rules.indices.map { [$0] }
    for family in pack.ruleFamilies {
      for (outer, inner) in zip(family, family.dropFirst()).reversed() { rows[outer] += rows[inner] }
    }
    return rows
  }
}

extension Overlap {
  /// One of the two tells the other: they hold for the same people, or between them for everybody.
  package var isRepetition: Bool { !neither || !onlyFirst && !onlySecond }
}
