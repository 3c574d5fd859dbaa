/// A condition on a single answer or quantity, as a rule uses it: perhaps negated.
package struct Atom: Sendable, Hashable {
  package let condition: Condition
  package let isNegated: Bool
  /// The questions it reads, by place.
  package let questions: [Int]

  /// As a pack would write it.
  package var written: Condition { isNegated ? .not(condition) : condition }
}

extension Verdicts {
  /// The atoms that make a part true for a person; one branch of an `or` is enough. Nothing if it is not certainly true.
  package func reasonsFor(_ node: RuleProgram.Node, _ person: Int) -> [Atom] {
    guard truth(of: node, for: person).isTrue == 1 else { return [] }
    switch node.shape {
    case .atom(let condition, let isNegated, let questions):
      return [Atom(condition: condition, isNegated: isNegated, questions: questions)]
    case .all(let parts): return parts.flatMap { reasonsFor($0, person) }.withoutDoubles
    case .any(let parts): return smallest(1, of: parts.map { reasonsFor($0, person) })
    case .atLeast(let count, let parts): return smallest(count, of: parts.map { reasonsFor($0, person) })
    }
  }

  /// The smallest set of atoms that makes a part false for a person. Nothing if it is not certainly false.
  package func reasonsAgainst(_ node: RuleProgram.Node, _ person: Int) -> [Atom] {
    guard truth(of: node, for: person).canBeTrue == 0 else { return [] }
    switch node.shape {
    case .atom(let condition, let isNegated, let questions):
      return [Atom(condition: condition, isNegated: isNegated, questions: questions)]
    case .all(let parts): return smallest(1, of: parts.map { reasonsAgainst($0, person) })
    case .any(let parts): return parts.flatMap { reasonsAgainst($0, person) }.withoutDoubles
    case .atLeast(let count, let parts):
      return smallest(parts.count - count + 1, of: parts.map { reasonsAgainst($0, person) })
    }
  }

  /// The questions without an answer, or with one that leaves several possible, that leave a part undecided for a person, by
  /// place, in the order of the questionnaire.
  package func questionsDeciding(
    _ node: RuleProgram.Node, _ person: Int, of block: AnswerBlock, in program: RuleProgram
  ) -> [Int] {
    Set(open(node, person, block, program)).sorted()
  }

  private func open(_ node: RuleProgram.Node, _ person: Int, _ block: AnswerBlock, _ program: RuleProgram) -> [Int] {
    guard truth(of: node, for: person).isUndecided == 1 else { return [] }
    switch node.shape {
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.flatMap { open($0, person, block, program) }
    case .atom(_, _, let questions):
      return questions.flatMap { question in
        let masks = program.classes[question].masks
        let isAnswered = (block.masks[masks.lowerBound] | block.masks[masks.upperBound]) >> UInt64(person) & 1 == 0
        let gate = program.counts[question].map { open($0, person, block, program) } ?? []
        return isAnswered ? [] : gate.isEmpty ? [question] : gate
      }
    }
  }

  /// As many of these sets as are wanted, the smallest ones; sets that are empty are none.
  private func smallest(_ count: Int, of sets: [[Atom]]) -> [Atom] {
    let ranked = sets.enumerated().filter { !$0.element.isEmpty }
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
    return ranked.prefix(count).sorted { $0.offset < $1.offset }.flatMap(\.element).withoutDoubles
  }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  package var withoutDoubles: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
