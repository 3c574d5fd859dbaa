/// The order in which the steps of a plan are done: what the person can do this afternoon, then what to ask others for, then
/// the rest. Where one step makes another possible and that order cannot be kept, it is the one in which they were found.
struct PlanOrder {
  private let planner: Planner
  private var pack: Pack { planner.program.pack }

  init(_ planner: Planner) { self.planner = planner }

  /// - Parameter end: The state with all steps done.
  func steps(to end: PlanState, _ search: inout PlanSearch) -> (steps: [Assessment.PlanStep], states: [PlanState]) {
    let found = search.replay([end.done])[0] ?? []
    let steps = steps(by: found, search)
    let now = numberAtOnce(steps, found, search)
    let rest = end.done.dropFirst(now)
    let asked = rest.filter { pack.corrections[$0].isAskedFor }
    let sorted = end.done.prefix(now) + asked + rest.filter { !asked.contains($0) }
    if let states = search.replay([Array(sorted)])[0], reaches(states, end) {
      return (withTurns(self.steps(by: states, search), now: now), states)
    }
    return (withTurns(steps, now: now), found)
  }

  private func reaches(_ states: [PlanState], _ end: PlanState) -> Bool {
    guard let last = states.last else { return true }
    return last.points == end.points && last.upperEnds == end.upperEnds && Set(last.found) == Set(end.found)
  }

  /// What each step gives back; one that gives nothing alone is told with the next.
  private func steps(by states: [PlanState], _ search: PlanSearch) -> [Assessment.PlanStep] {
    var last = search.start
    return states.map { state in
      let id = pack.corrections[state.done.last!].id
      guard search.isBetter(state, than: last) else {
        return .init(correction: id, isWithNext: true, gives: [], solves: [])
      }
      let gives = zip(pack.scores, zip(last.points, state.points)).map {
        Rule.Points(score: $0.id, points: $1.0 - $1.1)
      }
      let solved = last.found.filter { !state.found.contains($0) }.map { pack.rules[$0].id }
      last = state
      return .init(correction: id, gives: gives.filter { $0.points > 0 }, solves: solved)
    }
  }

  /// How many of the first steps are for this afternoon: whole groups, and three steps at most.
  private func numberAtOnce(_ steps: [Assessment.PlanStep], _ states: [PlanState], _ search: PlanSearch) -> Int {
    let before = [search.start] + states
    var count = 0
    for group in steps.together {
      let places = count..<count + group.count
      guard places.upperBound <= Self.mostAtOnce,
        places.allSatisfy({ search.isAtOnce(states[$0].done.last!, after: before[$0]) })
      else { break }
      count += group.count
    }
    return count
  }

  private static let mostAtOnce = 3

  private func withTurns(_ steps: [Assessment.PlanStep], now: Int) -> [Assessment.PlanStep] {
    var (all, done) = ([Assessment.PlanStep](), 0)
    for group in steps.together {
      let isAsked = group.contains { step in pack.corrections.contains { $0.id == step.correction && $0.isAskedFor } }
      let turn: Assessment.PlanStep.Turn = done < now ? .now : isAsked ? .ask : .later
      all += group.map { step in
        var step = step
        step.turn = turn
        return step
      }
      done += group.count
    }
    return all
  }
}
