/// Works out which corrections help a person most, by scoring the person again with each of them.
struct Planner {
  struct Plan {
    var steps: [Assessment.PlanStep] = []
    /// The answers when every step is done.
    var answers: Answers
  }

  private let program: Program
  /// By rule: the places of its corrections, best first.
  private let corrections: [[Int]]

  init(_ program: Program) {
    self.program = program
    let places = Dictionary(uniqueKeysWithValues: program.pack.corrections.enumerated().map { ($1.id, $0) })
    corrections = program.pack.rules.map { $0.corrections.compactMap { places[$0] } }
  }

  /// Takes the correction that gives back most, does it, looks again, until none gives anything back. Equal gains: the
  /// least effort first, then the least cost, then the rule that names it first. A step that raises a score is none.
  func plan(for answers: Answers) -> Plan {
    var plan = Plan(answers: answers)
    var now = judge([answers])[0]
    let start = now
    while true {
      let candidates = now.found.flatMap { corrections[$0] }.withoutDoubles.compactMap { correction in
        program.answers(plan.answers, after: correction).map { (correction: correction, answers: $0) }
      }
      let states = judge(candidates.map(\.answers))
      let best = zip(candidates, states).enumerated()
        .filter { _, pair in zip(now.points, pair.1.points).allSatisfy { $0 >= $1 } && pair.1.total < now.total }
        .min {
          rank($0.element.0.correction, $0.element.1, $0.offset)
            < rank($1.element.0.correction, $1.element.1, $1.offset)
        }
      guard let (candidate, state) = best?.element else { break }
      plan.steps.append(step(candidate.correction, from: now, to: state))
      plan.answers = candidate.answers
      now = state
    }
    takeOffCaps(start, &plan.steps)
    return plan
  }

  private func rank(_ correction: Int, _ state: State, _ offset: Int) -> (Int, Int, Int, Int) {
    let correction = program.pack.corrections[correction]
    return (
      state.total, Correction.Effort.allCases.firstIndex(of: correction.effort)!,
      Correction.Cost.allCases.firstIndex(of: correction.cost)!, offset
    )
  }

  private func step(_ correction: Int, from now: State, to next: State) -> Assessment.PlanStep {
    let gives = zip(program.pack.scores, zip(now.points, next.points)).map {
      Rule.Points(score: $0.id, points: $1.0 - $1.1)
    }
    let solved = now.found.filter { !next.found.contains($0) }.map { program.pack.rules[$0].id }
    return Assessment.PlanStep(
      correction: program.pack.corrections[correction].id, gives: gives.filter { $0.points > 0 }, solves: solved)
  }

  /// What a score has above its cap is not given back: it is taken off the last steps, so that the steps still add up.
  private func takeOffCaps(_ start: State, _ steps: inout [Assessment.PlanStep]) {
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

extension Planner {
  /// What is certain of a person: the found rules, and the points of each score before any cap.
  private struct State {
    let found: [Int]
    let points: [Int]
    var total: Int { points.reduce(0, +) }
  }

  private func judge(_ people: [Answers]) -> [State] {
    var verdicts = Verdicts(program)
    var states: [State] = []
    for start in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      let count = min(AnswerBlock.capacity, people.count - start)
      var block = AnswerBlock(program)
      for person in 0..<count { block.set(people[start + person], for: person, in: program) }
      verdicts.judge(block, count: count)
      for person in 0..<count {
        let found = program.rules.indices.filter { verdicts.outcome(ofRule: $0, for: person) == .found }
        let points = program.scores.indices.map { score in
          guard let formula = program.scores[score].formula else { return Int(verdicts.least[person][score]) }
          return verdicts.quantity(formula, for: person)?.lowerBound ?? 0
        }
        states.append(State(found: found, points: points))
      }
    }
    return states
  }
}
