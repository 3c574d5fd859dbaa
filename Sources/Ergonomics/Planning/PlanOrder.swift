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

  /// These steps, then those that are asked for, then the rest, each in the order of the workplace if that can be done;
  /// `nil` where it does not lead to the end.
  private func order(
    _ first: ArraySlice<Int>, to end: PlanState, _ search: inout PlanSearch
  ) -> (steps: [Assessment.PlanStep], states: [PlanState])? {
    let rest = end.done.filter { !first.contains($0) }
    let asked = rest.filter { pack.corrections[$0].isAskedFor }
    let plain = first + asked + rest.filter { !asked.contains($0) }
    let sorted = planner.sequence.sorted(Array(first), asked, rest.filter { !asked.contains($0) })
    let states = search.replay([sorted.all, Array(plain)])
    if let its = states[0], reaches(its, end) {
      let steps = steps(by: its, search)
      if steps.last?.isWithNext != true, steps.prefix(first.count).allSatisfy({ !$0.isWithNext }) {
        return (withTurns(steps, now: first.count, untilLater: sorted.later), its)
      }
    }
    guard let its = states[1], reaches(its, end) else { return nil }
    return (withTurns(steps(by: its, search), now: first.count), its)
  }

  /// Steps for this afternoon, three at most: each can be done before all that is asked for, gives something back then, and
  /// starts from nothing that comes later.
  private func atOnce(_ done: [Int], _ search: inout PlanSearch) -> [Int] {
    let sequence = planner.sequence
    var (chosen, last) = ([Int](), search.start)
    func next() -> (correction: Int, state: PlanState)? {
      for correction in done where !chosen.contains(correction) && search.isAtOnce(correction, after: last) {
        let left = done.filter { $0 != correction && !chosen.contains($0) }
        if left.contains(where: { sequence.precedes($0, correction) }) { continue }
        if left.contains(where: { search.isAtOnce($0, after: last) && sequence.isSetBefore($0, correction) }) {
          continue
        }
        guard let state = search.replay([chosen + [correction]])[0]?.last, search.isBetter(state, than: last) else {
          continue
        }
        return (correction, state)
      }
      return nil
    }
    while chosen.count < Self.mostAtOnce, let step = next() {
      chosen.append(step.correction)
      last = step.state
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

  /// - Parameter later: From this step on nothing is asked for before what stands ahead of it.
  private func withTurns(
    _ steps: [Assessment.PlanStep], now: Int, untilLater later: Int = .max
  ) -> [Assessment.PlanStep] {
    var (all, done) = ([Assessment.PlanStep](), 0)
    for group in steps.together {
      let isAsked = group.contains { step in pack.corrections.contains { $0.id == step.correction && $0.isAskedFor } }
      let turn: Assessment.PlanStep.Turn = done < now ? .now : isAsked && done < later ? .ask : .later
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
