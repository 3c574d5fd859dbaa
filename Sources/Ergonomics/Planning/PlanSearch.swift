/// Does corrections for one person on trial, many at a time.
struct PlanSearch {
  private let planner: Planner
  private let isHeldBack: Bool
  /// Only what the person can do alone, for nothing and at once, and what certainly is for them.
  var isAtOnceOnly = false
  private let answers: Answers
  private let block: AnswerBlock
  private var verdicts: Verdicts
  /// Before any step.
  let start: PlanState

  private var pack: Pack { planner.program.pack }

  init(_ planner: Planner, _ answers: Answers, holdingBack isHeldBack: Bool) {
    (self.planner, self.isHeldBack) = (planner, isHeldBack)
    self.answers = answers
    let program = planner.program
    var block = AnswerBlock(program)
    for place in program.questions.indices {
      block.fill(program.coded(answers[program.questions[place].id], to: place))
    }
    self.block = block
    verdicts = Verdicts(program, .planning)
    start = PlanState(given: program.questions.map { answers[$0.id] })
    judge([start])
  }

  func answers(in state: PlanState) -> Answers { answers.changed(by: state.changed, of: planner.program) }

  /// Whether a state may end a plan, and gives back more than another: no score is higher, none could be higher than
  /// before the plan, and no finding that adds points is new.
  func isBetter(_ state: PlanState, than other: PlanState) -> Bool {
    state.total < other.total && isNoWorse(state, than: other)
  }

  private func isSound(_ state: PlanState) -> Bool {
    zip(state.upperEnds, start.upperEnds).allSatisfy { $0 <= $1 }
      && state.found.allSatisfy { !planner.adds[$0] || start.found.contains($0) }
  }

  /// The one that gives back most. Equal ones: the fewest steps, then the least effort, then the least cost, then the
  /// first.
  func best(of states: [PlanState], after now: PlanState) -> PlanState? {
    states.enumerated().filter { isBetter($0.element, than: now) }
      .min { rank($0.element, after: now, $0.offset) < rank($1.element, after: now, $1.offset) }?.element
  }

  private func rank(_ state: PlanState, after now: PlanState, _ offset: Int) -> (Int, Int, Int, Int, Int) {
    let steps = state.done.dropFirst(now.done.count).map { planner.labours[$0] }
    return (
      state.total, steps.count, steps.reduce(0) { $0 + $1.effort }, steps.reduce(0) { $0 + $1.cost }, offset
    )
  }
}

extension PlanSearch {
  /// The state after one more correction, not judged; `nil` if it is not for the person, changes nothing, or moves back
  /// what a step before it has moved.
  private func trial(_ correction: Int, after state: PlanState) -> PlanState? {
    guard isPossible(correction, after: state) else { return nil }
    if let known = state.next[correction] { return known }
    let next = planner.state(after: state, correction)
    state.next.updateValue(next, forKey: correction)
    return next
  }

  /// Whether it is for the person and can stand in one plan with what is done.
  private func isPossible(_ correction: Int, after state: PlanState) -> Bool {
    state.judgement?.isOffered[correction] == true && !(isHeldBack && pack.corrections[correction].asks != nil)
      && !(isAtOnceOnly && !isAtOnce(correction, after: state))
      && !state.done.contains(correction) && planner.excluded[correction].isDisjoint(with: state.done)
  }

  func isAtOnce(_ correction: Int, after state: PlanState) -> Bool {
    pack.corrections[correction].isAtOnce && state.judgement?.isSure[correction] == true
  }

  /// Those that are possible before the plan, and those that it does.
  func offered(of corrections: [Int], with done: [Int]) -> [Int] {
    corrections.filter { isPossible($0, after: start) || done.contains($0) }
  }

  /// Those that can be done at the end of a plan, and beside what was advised before; they make nothing worse. The first of
  /// them is then advised too.
  mutating func advisable(of corrections: [Int], after end: PlanState, beside state: inout PlanState) -> [Int] {
    var (advisable, next) = ([Int](), PlanState?.none)
    for correction in corrections where isPossible(correction, after: end) && isPossible(correction, after: state) {
      if planner.changes(by: correction, of: state).isEmpty {
        advisable.append(correction)
      } else if let changed = trial(correction, after: state) {
        judge([changed])
        guard isNoWorse(changed, than: state) else { continue }
        advisable.append(correction)
        next = next ?? changed
      }
    }
    state = next ?? state
    return advisable
  }

  /// No score is higher, and it is sound.
  func isNoWorse(_ state: PlanState, than other: PlanState) -> Bool {
    zip(state.points, other.points).allSatisfy { $0 <= $1 } && isSound(state)
  }

  /// The states after each of these steps; of those that come to the same answers by the same steps only the first.
  mutating func states(after steps: [(state: PlanState, correction: Int)]) -> [PlanState] {
    var trials: [PlanState] = []
    for step in steps { if let next = trial(step.correction, after: step.state) { trials.append(next) } }
    if steps.contains(where: { $0.state !== steps[0].state }) { trials = withoutDoubles(trials) }
    judge(trials)
    return trials
  }

  private func withoutDoubles(_ trials: [PlanState]) -> [PlanState] {
    // By the steps, in the order of the pack.
    var seen: [[Int]: [PlanState]] = [:]
    return trials.filter { trial in
      let done = trial.done.sorted()
      if seen[done, default: []].contains(where: trial.hasSameAnswers) { return false }
      seen[done, default: []].append(trial)
      return true
    }
  }

  /// Does the same steps again for several sequences at once: the states after each step of each; `nil` for a sequence with
  /// a step that cannot be done any more.
  mutating func replay(_ sequences: [[Int]]) -> [[PlanState]?] {
    var states: [[PlanState]?] = sequences.map { _ in [] }
    for place in 0..<(sequences.map(\.count).max() ?? 0) {
      let next = sequences.indices.map { each in
        guard let before = states[each], place < sequences[each].count else { return nil as PlanState? }
        return trial(sequences[each][place], after: before.last ?? start)
      }
      judge(next.compactMap { $0 })
      for each in sequences.indices where states[each] != nil && place < sequences[each].count {
        if let state = next[each] { states[each]!.append(state) } else { states[each] = nil }
      }
    }
    return states
  }

  /// Leaves out steps without which as much is given back, the most laborious first. What costs nothing stays where only
  /// something that costs money, or for a habit somebody else, gives as much without it.
  mutating func withoutNeedless(_ end: PlanState) -> PlanState {
    var end = end
    while let shorter = shortened(end) { end = shorter }
    return end
  }

  private mutating func shortened(_ end: PlanState) -> PlanState? {
    let order = end.done.indices.sorted { planner.labours[end.done[$0]] > planner.labours[end.done[$1]] }
    let sequences = order.map { left in end.done.indices.filter { $0 != left }.map { end.done[$0] } }
    let ends = replay(sequences).map { $0.map { $0.last ?? start } }
    let wasSound = isSound(end)
    for (place, state) in zip(order, ends) {
      guard let state, zip(state.points, end.points).allSatisfy({ $0 <= $1 }), isSound(state) || !wasSound else {
        continue
      }
      if !isWorthHaving(end.done[place], in: end.done) { return state }
    }
    return nil
  }

  /// Whether a step for this afternoon gives something back as long as nothing is bought; a habit, as long as nobody else
  /// does anything.
  private mutating func isWorthHaving(_ correction: Int, in done: [Int]) -> Bool {
    let isHabit = pack.corrections[correction].days != nil
    let free = done.filter { isHabit ? !pack.corrections[$0].isAskedFor : pack.corrections[$0].cost == .free }
    guard pack.corrections[correction].isAtOnce, free.count < done.count else { return false }
    let states = replay([free, free.filter { $0 != correction }]).map { $0.map { $0.last ?? start } }
    guard let with = states[0], let without = states[1] else { return false }
    return with.total < without.total
  }

  /// Everything that can be done after a state, less what is not needed; `nil` if that gives back no more.
  mutating func everything(after now: PlanState) -> PlanState? {
    var state = now
    while let next = planner.candidates(of: state.found).lazy.compactMap({ [self] in trial($0, after: state) }).first {
      judge([next])
      state = next
    }
    if state.total >= now.total { return nil }
    state = withoutNeedless(state)
    return isBetter(state, than: now) ? state : nil
  }
}

extension PlanSearch {
  private mutating func judge(_ states: [PlanState]) {
    planner.judge(states.filter { $0.judgement == nil }, from: block, by: &verdicts)
  }
}

/// What asks the program much. Of the class that holds it, as it would be copied for each call else.
extension Planner {
  /// Not judged; `nil` where the correction changes nothing, or moves back what a step before has moved.
  fileprivate func state(after state: PlanState, _ correction: Int) -> PlanState? {
    let changed = changes(by: correction, of: state)
    return changed.isEmpty ? nil : state.after(correction, changing: changed, in: program)
  }

  fileprivate func changes(by correction: Int, of state: PlanState) -> [Int: Answer] {
    program.changes(by: correction, of: state.answer(to:), state.judgement?.changeNumbers ?? [])
  }

  fileprivate func judge(_ states: [PlanState], from start: AnswerBlock, by verdicts: inout Verdicts) {
    program.evaluate(states, from: start, by: &verdicts)
  }
}
