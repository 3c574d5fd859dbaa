import Ergonomics

extension Condition {
  /// Every condition that differs from it in one threshold, by one base unit up or down.
  var thresholdMutants: [Condition] {
    mutants { atom in
      guard case .isWithin(let formula, let range) = atom else { return [] }
      let lower = range.lowerBound == .min ? [] : [range.lowerBound - 1, range.lowerBound + 1]
      let upper = range.upperBound == .max ? [] : [range.upperBound - 1, range.upperBound + 1]
      return lower.filter { $0 <= range.upperBound }.map { .isWithin(formula, $0...range.upperBound) }
        + upper.filter { $0 >= range.lowerBound }.map { .isWithin(formula, range.lowerBound...$0) }
    }
  }

  /// Every condition that differs from it in one option less.
  var optionMutants: [Condition] {
    mutants { atom in
      switch atom {
      case .isOneOf(let question, let options) where options.count > 1:
        options.map { left in .isOneOf(question, options.filter { $0 != left }) }
      case .hasAny(let question, let options) where options.count > 1:
        options.map { left in .hasAny(question, options.filter { $0 != left }) }
      default: []
      }
    }
  }

  private func mutants(_ ofAtom: (Condition) -> [Condition]) -> [Condition] {
    func inOne(of parts: [Condition], _ combine: ([Condition]) -> Condition) -> [Condition] {
      parts.indices.flatMap { place in
        parts[place].mutants(ofAtom).map { mutant in
          var changed = parts
          changed[place] = mutant
          return combine(changed)
        }
      }
    }
    switch self {
    case .isOneOf, .hasAny, .isWithin: return ofAtom(self)
    case .not(let part): return part.mutants(ofAtom).map { .not($0) }
    case .all(let parts): return inOne(of: parts) { .all($0) }
    case .any(let parts): return inOne(of: parts) { .any($0) }
    case .atLeast(let count, let parts): return inOne(of: parts) { .atLeast(count, of: $0) }
    }
  }
}

extension Pack {
  /// The pack with this rule alone, so that a changed rule is judged by its own examples.
  func with(_ rule: Rule) -> Pack {
    Pack(
      id: id, version: version, hash: hash, title: title, notSure: notSure, scores: scores, sections: sections,
      questions: questions, measures: measures, tables: tables, rules: [rule])
  }
}

extension Rule {
  func with(applies: Condition?, when: Condition) -> Rule {
    Rule(
      id: id, since: since, title: title, applies: applies, when: when, adds: adds, finding: finding, why: why,
      solved: solved, examples: examples)
  }
}
