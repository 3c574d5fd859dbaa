/// Works out which corrections help a person most, by scoring the person again with them.
///
/// A plan holds only steps that fit the person, none twice, and none that moves back what another has moved. At its end no
/// score can be higher than it could be before, and no finding that adds points is new.
///
/// The search takes the step that gives back most, does it, and looks again. Where no single step helps it tries two and
/// three together: corrections of one finding, and those that see to what another one brings. Scores worked out by charts
/// stand still until several things are changed: there it also tries everything together and drops what is not needed.
/// What takes four or more corrections of different findings together, in a pack without charts, it does not find.
struct Planner {
  struct Plan {
    var steps: [Assessment.PlanStep] = []
    /// The answers before each step.
    var answersBefore: [Answers] = []
    /// The answers when every step is done.
    var answers: Answers
    /// By found rule: its corrections that may be named. Where the plan has one of them, whatever is possible; else what can
    /// be done beside the plan.
    var advisable: [Rule.ID: [Correction.ID]] = [:]
  }

  let program: Program
  /// By rule: it adds points.
  let adds: [Bool]
  /// By correction: those that never stand in one plan with it.
  let excluded: [Set<Int>]
  /// By rule: the places of its corrections, best first.
  private let corrections: [[Int]]
  /// By correction: the rules that name it.
  private let naming: [[Int]]
  private let hasCharts: Bool
  private static let mostTogether = 3

  init(_ program: Program) {
    self.program = program
    let pack = program.pack
    let places = Dictionary(uniqueKeysWithValues: pack.corrections.enumerated().map { ($1.id, $0) })
    let corrections = pack.rules.map { $0.corrections.compactMap { places[$0] } }
    self.corrections = corrections
    adds = pack.rules.map { !$0.adds.isEmpty }
    naming = pack.corrections.indices.map { place in corrections.indices.filter { corrections[$0].contains(place) } }
    hasCharts = pack.scores.contains { $0.formula != nil }
    var excluded = pack.corrections.map { Set($0.notWith.compactMap { places[$0] }) }
    for (place, others) in excluded.enumerated() { for other in others { excluded[other].insert(place) } }
    self.excluded = excluded
  }

  /// - Parameter isHeldBack: Whether corrections that ask something of the body are left out.
  func plan(for answers: Answers, holdingBack isHeldBack: Bool) -> Plan {
    var search = PlanSearch(self, answers, holdingBack: isHeldBack)
    var now = search.start
    // What a needless step kept out can be looked at once it is gone.
    while let next = next(after: now, &search) {
      now = next
      while let next = self.next(after: now, &search) { now = next }
      now = search.withoutNeedless(now)
    }
    return plan(now, &search)
  }

  /// A single step if one helps, else two or three at a time, else everything together.
  private func next(after now: PlanState, _ search: inout PlanSearch) -> PlanState? {
    var states = [now]
    for _ in 1...Self.mostTogether {
      states = search.states(after: states.flatMap { state in candidates(after: state, now).map { (state, $0) } })
      if let best = search.best(of: states, after: now) { return best }
    }
    return hasCharts ? search.everything(after: now) : nil
  }

  /// The corrections to look at next: of all that is found; for a step waiting for company, those of its findings and of
  /// what it brings.
  private func candidates(after state: PlanState, _ now: PlanState) -> [Int] {
    let waiting = state.done.dropFirst(now.done.count)
    if waiting.isEmpty { return candidates(of: now.found) }
    let its = waiting.flatMap { naming[$0] }.filter(now.found.contains)
    return candidates(of: its + state.found.filter { !now.found.contains($0) })
  }

  func candidates(of rules: [Int]) -> [Int] { rules.flatMap { corrections[$0] }.withoutDoubles }

  /// What a correction takes of a person: the least first.
  func labour(_ correction: Int) -> (effort: Int, cost: Int) {
    let correction = program.pack.corrections[correction]
    return (
      Correction.Effort.allCases.firstIndex(of: correction.effort)!,
      Correction.Cost.allCases.firstIndex(of: correction.cost)!
    )
  }

  private func plan(_ end: PlanState, _ search: inout PlanSearch) -> Plan {
    let states = search.replay([end.done])[0] ?? []
    var plan = Plan(answers: end.answers)
    var last = search.start
    for (place, correction) in end.done.enumerated() {
      let isWhole = search.isBetter(states[place], than: last)
      plan.steps.append(step(correction, from: last, to: isWhole ? states[place] : nil))
      plan.answersBefore.append(place == 0 ? search.start.answers : states[place - 1].answers)
      if isWhole { last = states[place] }
    }
    takeOffCaps(search.start, &plan.steps)
    plan.advisable = advisable(beside: end, &search)
    return plan
  }

  private func advisable(beside end: PlanState, _ search: inout PlanSearch) -> [Rule.ID: [Correction.ID]] {
    var (all, state) = ([Rule.ID: [Correction.ID]](), end)
    for rule in search.start.found {
      let isPlanned = !Set(end.done).isDisjoint(with: corrections[rule])
      let its =
        isPlanned
        ? search.offered(of: corrections[rule], with: end.done)
        : search.advisable(of: corrections[rule], after: end, beside: &state)
      all[program.pack.rules[rule].id] = its.map { program.pack.corrections[$0].id }
    }
    return all
  }

  /// - Parameter next: `nil` for a step that gives back something only together with those after it.
  private func step(_ correction: Int, from last: PlanState, to next: PlanState?) -> Assessment.PlanStep {
    let id = program.pack.corrections[correction].id
    guard let next else { return .init(correction: id, isWithNext: true, gives: [], solves: []) }
    let gives = zip(program.pack.scores, zip(last.points, next.points)).map {
      Rule.Points(score: $0.id, points: $1.0 - $1.1)
    }
    let solved = last.found.filter { !next.found.contains($0) }.map { program.pack.rules[$0].id }
    return .init(correction: id, gives: gives.filter { $0.points > 0 }, solves: solved)
  }

  /// What a score has above its cap is not given back: it is taken off the last steps, so that the steps still add up.
  private func takeOffCaps(_ start: PlanState, _ steps: inout [Assessment.PlanStep]) {
    for (score, points) in zip(program.pack.scores, start.points) {
      var excess = score.max.map { max(0, points - $0) } ?? 0
      for place in steps.indices.reversed() where excess > 0 {
        steps[place].gives = steps[place].gives.compactMap { gain in
          guard gain.score == score.id else { return gain }
          let taken = min(excess, gain.points)
          excess -= taken
          return taken == gain.points ? nil : Rule.Points(score: score.id, points: gain.points - taken)
        }
      }
    }
  }
}
