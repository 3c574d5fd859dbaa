import Ergonomics

extension PackChecks {
  /// Findings that tell each other: what is counted of one would be known of the other. That some contain or exclude others
  /// is no mistake; figures for teams see to it.
  mutating func checkLinks(_ program: Program, except senseless: Set<Int>) {
    let misplaced = checkFamilies(program)
    // What is told of a rule once is not told again for each other that is like it.
    var known = Set(problems.filter { $0.code.rawValue == "same-condition" }.map(\.place.file))
    var covering: Set<Int> = []
    for link in program.findingLinks() where link.overlap.isRepetition && link.overlap.isComplete {
      if !senseless.isDisjoint(with: [link.first, link.second]) || misplaced.contains(link.second) { continue }
      let (first, second) = (draft.rules[link.first], draft.rules[link.second])
      if link.overlap.neither {
        guard known.insert(second.file.path).inserted else { continue }
        problems.append(.sameCondition(second.value.id, first.value.id, at: spot("when", of: second)))
      } else if covering.insert(link.second).inserted {
        problems.append(.coversEverybody(second.value.id, first.value.id, at: spot("when", of: second)))
      }
    }
  }

  /// - Returns: The rules that belong before the one they stand after.
  private mutating func checkFamilies(_ program: Program) -> Set<Int> {
    let places = Dictionary(uniqueKeysWithValues: draft.rules.enumerated().map { ($1.value.id, $0) })
    var misplaced: Set<Int> = []
    for (family, element) in zip(draft.families, draft.head?.root.elements("family") ?? []) {
      for (outer, inner) in zip(family, family.dropFirst()) {
        guard let file = draft.head, let first = places[outer], let second = places[inner] else { continue }
        let overlap = program.overlap(ofRules: first, second)
        guard overlap.isComplete, overlap.both, !overlap.onlyFirst, overlap.onlySecond else { continue }
        misplaced.formUnion([first, second])
        let finding = element.elements("finding").first { $0["rule"] == inner }
        let spot = finding.flatMap { file.attribute("rule", of: $0)?.spot } ?? file.spot(of: element)
        problems.append(.familyOrder(inner, after: outer, at: spot))
      }
    }
    return misplaced
  }
}

extension Problem {
  static func coversEverybody(_ rule: String, _ other: String, at spot: SourceLocation) -> Problem {
    Problem(
      "covers-everybody", spot, "whoever answers has '\(rule)' or '\(other)'",
      help: "let one of them hold for fewer people: a count of the other would give it away")
  }

  static func familyOrder(_ rule: String, after outer: String, at spot: SourceLocation) -> Problem {
    Problem(
      "family-order", spot, "'\(rule)' holds for everybody whom '\(outer)' holds for, but stands after it",
      help: "let it stand before '\(outer)': the widest comes first")
  }
}
