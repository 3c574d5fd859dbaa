/// The order in which the steps of a plan are done: what the person can do this afternoon, then what to ask others for, then
/// the rest. Where one step makes another possible and that order cannot be kept, it is the one in which they were found.
struct PlanOrder {
  private let planner: Planner
  private var pack: Pack { planner.program.pack }

  init(_ planner: Planner) { self.planner = planner }

  /// - Parameter end: The state with all steps done.
  func steps(to end: PlanState, _ search: inout PlanSearch) -> (steps: [Assessment.PlanStep], states: [PlanState]) {
    let found = search.replay([end.done])[0] ?? []
    let first = atOnce(end.done, &search)
    for count in stride(from: first.count, through: 1, by: -1) {
      if let order = order(first.prefix(count), to: end, &search) { return order }
    }
    let steps = steps(by: found, search)
    let now = numberAtOnce(steps, found, search)
    return order(end.done.prefix(now), to: end, &search) ?? (withTurns(steps, now: now), found)
  }

  /// These steps, then those that are asked for, then the rest; `nil` where that does not lead to the end.
  private func order(
    _ first: ArraySlice<Int>, to end: PlanState, _ search: inout PlanSearch
  ) -> (steps: [Assessment.PlanStep], states: [PlanState])? {
    let rest = end.done.filter { !first.contains($0) }
    let asked = rest.filter { pack.corrections[$0].isAskedFor }
    let sorted = first + asked + rest.filter { !asked.contains($0) }
    guard let states = search.replay([Array(sorted)])[0], reaches(states, end) else { return nil }
    return (withTurns(steps(by: states, search), now: first.count), states)
  }

  /// Steps for this afternoon, three at most: each can be done before all that is asked for, and gives something back then.
  private func atOnce(_ done: [Int], _ search: inout PlanSearch) -> [Int] {
    var (chosen, last) = ([Int](), search.start)
    for correction in done where chosen.count < Self.mostAtOnce && search.isAtOnce(correction, after: last) {
      guard let state = search.replay([chosen + [correction]])[0]?.last, search.isBetter(state, than: last) else {
        continue
      }
      chosen.append(correction)
      last = state
    }
    return chosen
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
      // Answers that do not fit together are not made to fit by a step.
      let solved = last.found.filter { !state.found.contains($0) && !pack.rules[$0].isAboutAnswers }.map {
        pack.rules[$0].id
      }
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
