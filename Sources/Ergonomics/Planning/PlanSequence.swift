/// In which order the steps of a workplace are done: what another step starts from comes before it, so the chair is set before
/// the desk, and what costs nothing before what costs money for the same. Else section by section of the questionnaire, the
/// chair, the desk, the day; in each as they were found, what gives back most first.
struct PlanSequence: Sendable {
  /// What of a correction its place goes by.
  private struct Step: Sendable {
    let correction: Correction
    let cost: Int
    /// Of the first section that has a question it changes.
    let section: Int
    let changed: Set<Question.ID>
    /// The questions that its formulas start from.
    let read: Set<Question.ID>
    /// The rules that name it.
    let rules: Set<Int>
  }
  /// By correction.
  private let steps: [Step]

  /// - Parameters:
  ///   - costs: By correction, the place of its cost among all.
  ///   - naming: By correction, the rules that name it.
  init(_ pack: Pack, costs: [Int], naming: [[Int]]) {
    let measures = Dictionary(pack.measures.map { ($0.id, $0) }) { first, _ in first }
    let sections = Dictionary(pack.sections.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let places = Dictionary(pack.questions.map { ($0.id, sections[$0.section] ?? .max) }) { first, _ in first }
    steps = pack.corrections.enumerated().map { place, correction in
      let read = correction.sets.flatMap { change -> [Question.ID] in
        guard case .formula(let formula) = change.value else { return [] }
        return formula.questions(measures: measures).filter { $0 != change.question }
      }
      return Step(
        correction: correction, cost: costs[place],
        section: correction.sets.compactMap { places[$0.question] }.min() ?? .max,
        changed: Set(correction.sets.map(\.question)), read: Set(read), rules: Set(naming[place]))
    }
  }

  /// Steps for this afternoon, those to ask for, and the rest. What is asked for moves behind the rest where it starts from
  /// something there.
  ///
  /// - Returns: All of them, and where the rest begins.
  func sorted(_ now: [Int], _ asked: [Int], _ rest: [Int]) -> (all: [Int], later: Int) {
    var (early, late) = (asked, rest)
    while let place = early.firstIndex(where: { step in late.contains { precedes($0, step) } }) {
      late.append(early.remove(at: place))
    }
    return (inOrder(now) + inOrder(early) + inOrder(late), now.count + early.count)
  }

  private func inOrder(_ steps: [Int]) -> [Int] {
    let plain = steps.enumerated().sorted { first, second in
      let (one, other) = (self.steps[first.element], self.steps[second.element])
      return (one.cost, one.section, first.offset) < (other.cost, other.section, second.offset)
    }
    var (left, sorted) = (plain.map(\.element), [Int]())
    while !left.isEmpty {
      let free = left.indices.first { place in !left.contains { $0 != left[place] && precedes($0, left[place]) } }
      sorted.append(left.remove(at: free ?? 0))
    }
    return sorted
  }

  func precedes(_ first: Int, _ second: Int) -> Bool {
    starts(second, from: first) && !starts(first, from: second)
      || isFree(first) && !isFree(second) && isSame(first, second)
  }

  /// Both are done once, and the questionnaire asks of the one first: the chair is set before the screen.
  func isSetBefore(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (steps[first], steps[second])
    return one.correction.days == nil && other.correction.days == nil && one.section < other.section
  }

  /// It reads what the other sets.
  private func starts(_ step: Int, from other: Int) -> Bool {
    !steps[step].read.isDisjoint(with: steps[other].changed)
  }

  /// They change the same, or take the same finding away.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    steps[one].correction.changesSame(as: steps[other].correction)
      || !steps[one].rules.isDisjoint(with: steps[other].rules)
  }

  private func isFree(_ step: Int) -> Bool { steps[step].correction.cost == .free }
}

extension Correction {
  /// Both change one answer; of a multiple choice, one option.
  func changesSame(as other: Correction) -> Bool {
    sets.contains { mine in
      other.sets.contains { its in
        guard mine.question == its.question else { return false }
        guard let some = mine.options, let others = its.options else { return true }
        return !Set(some).isDisjoint(with: others)
      }
    }
  }
}

extension Correction.Change {
  /// What is added to a multiple choice or taken from it; `nil` where the whole answer is changed.
  fileprivate var options: [AnswerOption.ID]? {
    switch value {
    case .with(let options), .without(let options): options
    case .answer, .formula: nil
    }
  }
}
