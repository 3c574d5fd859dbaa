import Ergonomics

/// What comes of the corrections of a pack. People to try them on are those of the examples that are found, alone and two
/// put together: what is reported was seen in one of them; of what none of them shows nothing is claimed.
struct TriedCorrections {
  /// By correction, the rules that name it.
  let naming: [[Int]]
  /// Corrections that change none of the rules that name them.
  private(set) var useless: [Int] = []
  /// The rules that name one of these.
  private(set) var isTold: Set<Int> = []
  /// The rules that a correction changes.
  private(set) var helped: Set<Int> = []

  init(_ pack: WorkedOutPack) {
    naming = pack.draft.corrections.map { correction in
      pack.draft.rules.indices.filter { pack.draft.rules[$0].value.corrections.contains(correction.value.id) }
    }
    for (place, correction) in pack.draft.corrections.enumerated() where !correction.value.sets.isEmpty {
      let named = naming[place].filter { !pack.examples.found[$0].isEmpty }
      let changed = named.filter { changes(place, $0, pack) }
      helped.formUnion(changed)
      if changed.isEmpty, !named.isEmpty {
        useless.append(place)
        isTold.formUnion(named)
      }
    }
  }

  /// The other corrections that a rule names.
  func others(than correction: Int, of rule: Int) -> [Int] {
    naming.indices.filter { $0 != correction && naming[$0].contains(rule) }
  }

  private func changes(_ correction: Int, _ rule: Int, _ pack: WorkedOutPack) -> Bool {
    let others = others(than: correction, of: rule)
    let without = pack.examples.found[rule].flatMap { pack.program.states(from: $0, by: others, upTo: 2) }
    let with = without.map { pack.program.answers($0, after: correction) ?? $0 }
    func found(_ people: [Answers]) -> [Bool] { pack.outcomes(people.map { (rule, $0) }).map { $0 == .found } }
    return zip(found(without), found(with)).contains { $0 && !$1 }
  }
}

extension RuleProgram {
  /// The answers as they are, and after each sequence of up to `most` of the corrections.
  func states(from person: Answers, by corrections: [Int], upTo most: Int) -> [Answers] {
    var (all, last) = ([person], [person])
    for _ in 0..<most {
      last = last.flatMap { person in corrections.compactMap { answers(person, after: $0) } }
      all += last
    }
    return all
  }
}

extension Problem {
  static func quoted(_ rules: [String]) -> String { rules.map { "'\($0)'" }.joined(separator: ", ") }
}
