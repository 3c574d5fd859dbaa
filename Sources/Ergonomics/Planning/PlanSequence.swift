/// In which order the steps of a workplace are done: what another step starts from comes before it, so the chair is set before
/// the desk, and what costs nothing before what costs money for the same. Else section by section of the questionnaire, the
/// chair, the desk, the day; in each as they were found, what gives back most first.
struct PlanSequence {
  private let pack: Pack
  private let measures: [Measure.ID: Measure]
  /// By question: the place of its section.
  private let places: [Question.ID: Int]

  init(_ pack: Pack) {
    self.pack = pack
    measures = Dictionary(pack.measures.map { ($0.id, $0) }) { first, _ in first }
    let sections = Dictionary(pack.sections.enumerated().map { ($1.id, $0) }) { first, _ in first }
    places = Dictionary(pack.questions.map { ($0.id, sections[$0.section] ?? .max) }) { first, _ in first }
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
      (cost(first.element), place(first.element), first.offset) < (
        cost(second.element), place(second.element), second.offset
      )
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
    pack.corrections[first].days == nil && pack.corrections[second].days == nil && place(first) < place(second)
  }

  /// It reads what the other sets.
  private func starts(_ step: Int, from other: Int) -> Bool {
    let read = pack.corrections[step].sets.flatMap { change -> [Question.ID] in
      guard case .formula(let formula) = change.value else { return [] }
      return formula.questions(measures: measures).filter { $0 != change.question }
    }
    return !Set(read).isDisjoint(with: pack.corrections[other].sets.map(\.question))
  }

  /// They change the same, or take the same finding away.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (pack.corrections[one], pack.corrections[other])
    return one.changesSame(as: other)
      || pack.rules.contains { $0.corrections.contains(one.id) && $0.corrections.contains(other.id) }
  }

  private func isFree(_ step: Int) -> Bool { pack.corrections[step].cost == .free }

  private func cost(_ step: Int) -> Int { Correction.Cost.allCases.firstIndex(of: pack.corrections[step].cost)! }

  private func place(_ step: Int) -> Int {
    pack.corrections[step].sets.compactMap { places[$0.question] }.min() ?? .max
  }
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
