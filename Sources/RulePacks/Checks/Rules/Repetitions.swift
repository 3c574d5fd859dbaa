import Ergonomics

/// Findings that tell each other: what is counted of one would be known of the other.
struct Repetitions {
  /// Rules that stand in the wrong order in a family, by their places.
  private(set) var misplaced: [(family: Int, first: Int, second: Int)] = []
  /// Of the others.
  private(set) var links: [RuleProgram.Link] = []

  init(_ pack: WorkedOutPack) {
    misplaced = Self.misplaced(pack)
    let left = misplaced.reduce(into: Set<Int>()) { $0.formUnion([$1.first, $1.second]) }
    links = pack.program.findingLinks().filter { link in
      link.overlap.isRepetition && link.overlap.isComplete
        && pack.senseless.isDisjoint(with: [link.first, link.second]) && !left.contains(link.second)
    }
  }

  private static func misplaced(_ pack: WorkedOutPack) -> [(family: Int, first: Int, second: Int)] {
    let places = Dictionary(uniqueKeysWithValues: pack.draft.rules.enumerated().map { ($1.value.id, $0) })
    return pack.draft.families.enumerated().flatMap { family, rules in
      zip(rules, rules.dropFirst()).compactMap { outer, inner in
        guard let first = places[outer], let second = places[inner] else { return nil }
        let overlap = pack.program.overlap(ofRules: first, second)
        let isMisplaced = overlap.isComplete && overlap.both && !overlap.onlyFirst && overlap.onlySecond
        return isMisplaced ? (family, first, second) : nil
      }
    }
  }
}
