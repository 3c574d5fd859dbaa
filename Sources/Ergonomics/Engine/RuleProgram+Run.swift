extension RuleProgram {
  /// What the steps of a program came to for a block; kept from block to block, so that nothing is allocated.
  package struct Run: Sendable {
    var truths: [Truth]
    /// At 64 * column + person.
    var low: [Int]
    var high: [Int]
    /// How many of a block are looked at; what is said of others means nothing.
    var people = AnswerBlock.capacity

    package init(_ program: RuleProgram) {
      truths = Array(repeating: .never, count: program.steps.count)
      low = Array(repeating: 0, count: AnswerBlock.capacity * program.columns.count)
      high = low
    }

    package func truth(of node: Node) -> Truth { truths[node.step] }

    func truth(of node: Node, for person: Int) -> Truth {
      let truth = truth(of: node)
      return Truth(canBeTrue: truth.canBeTrue >> UInt64(person) & 1, canBeFalse: truth.canBeFalse >> UInt64(person) & 1)
    }

    func outcome(of rule: CompiledRule, for person: Int) -> Outcome {
      let holds = truth(of: rule.holds, for: person)
      if holds.canBeTrue == 1 { return holds.canBeFalse == 1 ? .undetermined : .found }
      if let applies = rule.applies, truth(of: applies, for: person).canBeTrue == 0 { return .notApplicable }
      return .clear
    }
  }

  /// How much of a program is worked out.
  package enum Extent: Sendable {
    case everything
    /// Rules and scores, but not which advice is for whom.
    case scoring
    /// These, and which corrections are for whom and what they set.
    case planning
  }

  /// Works out every step for the people of a block.
  package func run(_ extent: Extent = .everything, on block: AnswerBlock, into run: inout Run) {
    let (stepCount, columnCount) =
      switch extent {
      case .everything: (steps.count, columns.count)
      case .scoring: scoring
      case .planning: planning
      }
    for place in 0..<columnCount { fill(place, columns[place], block, &run) }
    workOut(0..<stepCount, on: block, into: &run)
  }

  /// Works out only what a part of the program needs.
  func run(_ part: Part, on block: AnswerBlock, into run: inout Run) {
    for place in part.columns { fill(place, columns[place], block, &run) }
    workOut(part.steps, on: block, into: &run)
  }

  /// Everything is taken out once for all steps, as each would count references.
  private func workOut(_ places: some Sequence<Int>, on block: AnswerBlock, into run: inout Run) {
    var ownTruths: [Truth] = []
    swap(&ownTruths, &run.truths)
    defer { swap(&ownTruths, &run.truths) }
    var truths = ownTruths.mutableSpan
    let (steps, operands, masks) = (steps.span, operands.span, block.masks.span)
    for place in places {
      truths[place] =
        switch steps[place] {
        case .answer(let places, let classes, let unanswered, let isNegated):
          truth(masks, places, classes, unanswered).negated(isNegated)
        case .quantity(let column, let range, let isNegated): truth(column, range, run).negated(isNegated)
        case .counts(let askWhen, let given): truths[askWhen].counting(masks, given)
        case .all(let parts): Self.all(parts, operands, truths)
        case .any(let parts): Self.any(parts, operands, truths)
        case .atLeast(let wanted, let parts): Self.atLeast(wanted, parts, operands, truths)
        }
    }
  }

  private static func all(_ parts: Range<Int>, _ operands: Span<Int>, _ truths: borrowing MutableSpan<Truth>) -> Truth {
    var all = Truth.always
    for part in parts { all = all & truths[operands[part]] }
    return all
  }

  private static func any(_ parts: Range<Int>, _ operands: Span<Int>, _ truths: borrowing MutableSpan<Truth>) -> Truth {
    var any = Truth.never
    for part in parts { any = any | truths[operands[part]] }
    return any
  }

  private static func atLeast(
    _ wanted: Int, _ parts: Range<Int>, _ operands: Span<Int>, _ truths: borrowing MutableSpan<Truth>
  ) -> Truth {
    var reached = [.always] + Array(repeating: Truth.never, count: wanted)  // [n]: n or more so far
    for part in parts {
      let one = truths[operands[part]]
      for n in stride(from: wanted, to: 0, by: -1) { reached[n] = reached[n] | reached[n - 1] & one }
    }
    return reached[wanted]
  }

  private func truth(
    _ masks: Span<UInt64>, _ places: ClosedRange<Int>, _ classes: UInt64, _ ifUnanswered: Truth
  ) -> Truth {
    let first = places.lowerBound
    var chosen: UInt64 = 0
    var rest = classes
    while rest != 0 {
      chosen |= masks[first &+ rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    let unanswered = masks[first &+ AnswerClasses.unanswered]
    var truth = Truth(
      canBeTrue: chosen | unanswered & ifUnanswered.canBeTrue,
      canBeFalse: ~(chosen | unanswered) | unanswered & ifUnanswered.canBeFalse)
    let undecided = masks[places.upperBound]
    if undecided != 0 {
      truth.canBeFalse &= ~(undecided & unanswered & chosen)  // an option that is chosen, whatever else may be
      truth.canBeFalse |= undecided & ~unanswered & outside(masks, places, classes)
    }
    return truth
  }

  /// Who is in a class that is none of these.
  private func outside(_ masks: Span<UInt64>, _ places: ClosedRange<Int>, _ classes: UInt64) -> UInt64 {
    (1..<places.count - 1).reduce(0) { classes >> UInt64($1) & 1 == 1 ? $0 : $0 | masks[places.lowerBound + $1] }
  }

  private func truth(_ column: Int, _ range: ClosedRange<Int>, _ run: Run) -> Truth {
    let start = AnswerBlock.capacity * column
    var truth = Truth(canBeTrue: 0, canBeFalse: 0)
    for person in 0..<run.people {
      let (low, high) = (run.low[start + person], run.high[start + person])
      let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: person)
      if low <= range.upperBound, high >= range.lowerBound { truth.canBeTrue |= bit }
      if low < range.lowerBound || high > range.upperBound { truth.canBeFalse |= bit }
    }
    return truth
  }
}

extension Truth {
  fileprivate func negated(_ isNegated: Bool) -> Truth { isNegated ? !self : self }

  /// Of a question that is asked where this holds: also where it may hold, and the question was answered.
  fileprivate func counting(_ masks: Span<UInt64>, _ answers: ClosedRange<Int>) -> Truth {
    let given = ~masks[answers.lowerBound] | masks[answers.upperBound]
    return Truth(canBeTrue: canBeTrue, canBeFalse: canBeFalse & ~(given & canBeTrue))
  }
}
