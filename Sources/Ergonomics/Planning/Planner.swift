/// Works out which corrections help a person most, by scoring the person again with them.
///
/// A plan holds only steps that fit the person, none twice, and none that moves back what another has moved. At its end no
/// score can be higher than it could be before, and no finding that adds points is new.
///
/// The search takes the step that gives back most, does it, and looks again. Where no single step helps it tries two and
/// three together: corrections of one finding, and those that see to what another one brings. Scores worked out by charts
/// stand still until several things are changed: there it also tries everything together and drops what is not needed.
/// What takes four or more corrections of different findings together, in a pack without charts, it does not find.
final class Planner: Sendable {
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

  let program: RuleProgram
  /// By rule: it adds points.
  let adds: [Bool]
  /// By correction: those that never stand in one plan with it.
  let excluded: [Set<Int>]
  /// By rule: the places of its corrections, best first.
  private let corrections: [[Int]]
  /// By correction: the rules that name it.
  private let naming: [[Int]]
  private let hasCharts: Bool
  /// By correction: what it takes of a person, the least first.
  let labours: [(effort: Int, cost: Int)]
  let sequence: PlanSequence
  private static let mostTogether = 3

  init(_ program: RuleProgram) {
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
    labours = pack.corrections.map { correction in
      (
        Correction.Effort.allCases.firstIndex(of: correction.effort)!,
        Correction.Cost.allCases.firstIndex(of: correction.cost)!
      )
    }
    sequence = PlanSequence(pack, costs: labours.map(\.cost), naming: naming)
  }

  /// - Parameter isHeldBack: Whether corrections that ask something of the body are left out.
  func plan(for answers: Answers, holdingBack isHeldBack: Bool) -> Plan {
    var search = PlanSearch(self, answers, holdingBack: isHeldBack)
    // What costs nothing and nobody else comes first, unless something dearer that it rules out gives back much more.
    search.isAtOnceOnly = true
    let atOnce = allSteps(after: search.start, &search)
    search.isAtOnceOnly = false
    let cheapest = allSteps(after: atOnce, &search)
    if atOnce.done.isEmpty { return plan(cheapest, &search) }
    let best = allSteps(after: search.start, &search)
    let free = freed(best.total + Self.enough < cheapest.total ? best : cheapest, &search)
    // What took the place of another step can make way for more.
    return plan(allSteps(after: free, &search), &search)
  }

  /// With what the person can do alone and for nothing in the place of what is asked for and changes the same answers, and
  /// beside it, as far as as much is given back.
  private func freed(_ end: PlanState, _ search: inout PlanSearch) -> PlanState {
    var end = end
    let pack = program.pack
    for own in candidates(of: search.start.found) where pack.corrections[own].isAtOnce && !end.done.contains(own) {
      let asked = end.done.filter { pack.corrections[$0].isAskedFor }
      let same = asked.filter { pack.corrections[own].changesSame(as: pack.corrections[$0]) }
      if same.isEmpty { continue }
      let others = end.done.filter { !asked.contains($0) }
      let states = search.replay([
        [own] + end.done.filter { !same.contains($0) }, [own] + end.done, others + [own] + asked,
      ])
      guard let state = states.compactMap({ $0?.last }).first(where: { search.isNoWorse($0, than: end) }) else {
        continue
      }
      end = search.withoutNeedless(state)
    }
    return end
  }

  /// Points that a plan of cheap steps may fall behind the one that gives back most.
  private static let enough = 3

  /// What a needless step kept out can be looked at once it is gone.
  private func allSteps(after start: PlanState, _ search: inout PlanSearch) -> PlanState {
    var now = start
    while let next = next(after: now, &search) {
      now = next
      while let next = self.next(after: now, &search) { now = next }
      now = search.withoutNeedless(now)
    }
    return now
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

  private func plan(_ end: PlanState, _ search: inout PlanSearch) -> Plan {
    var plan = Plan(answers: search.answers(in: end))
    let order = PlanOrder(self).steps(to: end, &search)
    plan.steps = order.steps
    plan.answersBefore = ([search.start] + order.states).prefix(order.steps.count).map {
      search.answers(in: $0)
    }
    plan.advisable = advisable(beside: order.states.last ?? end, &search)
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
}
