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
  }

  /// Works out every step for the people of a block.
  package func run(_ extent: Extent = .everything, on block: AnswerBlock, into run: inout Run) {
    let (stepCount, columnCount) = extent == .scoring ? scoring : (steps.count, columns.count)
    for place in 0..<columnCount { fill(place, columns[place], block, &run) }
    for place in 0..<stepCount { work(out: steps[place], at: place, block, &run) }
  }

  /// Works out only what a part of the program needs.
  func run(_ part: Part, on block: AnswerBlock, into run: inout Run) {
    for place in part.columns { fill(place, columns[place], block, &run) }
    for place in part.steps { work(out: steps[place], at: place, block, &run) }
  }

  @inline(__always)
  private func work(out step: Step, at place: Int, _ block: AnswerBlock, _ run: inout Run) {
    switch step {
    case .answer(let places, let classes, let unanswered, let isNegated):
      let truth = truth(block.masks, places, classes, unanswered)
      run.truths[place] = isNegated ? !truth : truth
    case .quantity(let column, let range, let isNegated):
      let truth = truth(column, range, run)
      run.truths[place] = isNegated ? !truth : truth
    case .counts(let askWhen, let masks):
      let asked = run.truths[askWhen]
      let given = ~block.masks[masks.lowerBound] | block.masks[masks.upperBound]
      run.truths[place] = Truth(canBeTrue: asked.canBeTrue, canBeFalse: asked.canBeFalse & ~(given & asked.canBeTrue))
    case .all(let parts):
      var all = Truth.always
      for part in parts { all = all & run.truths[operands[part]] }
      run.truths[place] = all
    case .any(let parts):
      var any = Truth.never
      for part in parts { any = any | run.truths[operands[part]] }
      run.truths[place] = any
    case .atLeast(let wanted, let parts):
      var reached = [.always] + Array(repeating: Truth.never, count: wanted)  // [n]: n or more so far
      for part in parts {
        let one = run.truths[operands[part]]
        for n in stride(from: wanted, to: 0, by: -1) { reached[n] = reached[n] | reached[n - 1] & one }
      }
      run.truths[place] = reached[wanted]
    }
  }

  private func truth(
    _ masks: [UInt64], _ places: ClosedRange<Int>, _ classes: UInt64, _ ifUnanswered: Truth
  ) -> Truth {
    let first = places.lowerBound
    var chosen: UInt64 = 0
    var rest = classes
    while rest != 0 {
      chosen |= masks[first + rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    let unanswered = masks[first + AnswerClasses.unanswered]
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
  private func outside(_ masks: [UInt64], _ places: ClosedRange<Int>, _ classes: UInt64) -> UInt64 {
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
