/// How a level is reached with the fewest changes that corrections make.
package enum NearestLevel: Sendable, Hashable {
  /// As things are, no score is certain to be in a higher band.
  case alreadyThere
  /// So many corrections, in an order in which they can be done; with fewer it is not reached, and of as many these take the
  /// least.
  case changes([Correction.ID], answers: Answers)
  /// No corrections reach it, however many.
  case outOfReach
  /// Fewer corrections than that do not reach it; more were not looked through.
  case atLeast(Int)
}

extension Assessor {
  /// The fewest corrections after which no score is certain to be in a higher band than one, and nothing is worse; in search
  /// of them every selection is tried, but for those that cannot be enough.
  ///
  /// - Parameter level: Of all scores that know it.
  /// - Returns: `nil` where no score has such a band.
  package func nearest(_ level: Band.ID, for answers: Answers) -> NearestLevel? {
    guard pack.scores.contains(where: { $0.bands.contains { $0.id == level } }) else { return nil }
    let isHeldBack = careCards(for: answers).contains { $0.level != .routine }
    var search = NearestSearch(planner, answers, holdingBack: isHeldBack, level)
    return search.run()
  }
}

private struct NearestSearch {
  private let planner: Planner
  private var search: PlanSearch
  /// By score: the most that its level allows, before any cap; `nil` where all is well.
  private let most: [Int?]
  /// By correction: the rules that read an answer it changes.
  private let touched: [Set<Int>]
  private var judged = 0
  /// Something was left out because it could not be enough with so few.
  private var hasLeftOut = false

  private static let limit = 60_000
  private static let mostChanges = 12

  private var program: RuleProgram { planner.program }

  init(_ planner: Planner, _ answers: Answers, holdingBack isHeldBack: Bool, _ level: Band.ID) {
    self.planner = planner
    search = PlanSearch(planner, answers, holdingBack: isHeldBack)
    let program = planner.program
    most = program.pack.scores.map { score in
      guard let place = score.bands.firstIndex(where: { $0.id == level }), place + 1 < score.bands.count else {
        return nil
      }
      return score.bands[place + 1].from - 1
    }
    let read = program.rules.map { Set(program.questionsDeciding($0.holds)) }
    touched = program.pack.corrections.map { correction in
      let changed = correction.sets.compactMap { change in
        program.questions.firstIndex { $0.id == change.question }
      }
      return Set(read.indices.filter { !read[$0].isDisjoint(with: changed) })
    }
  }

  mutating func run() -> NearestLevel {
    if isThere(search.start) { return .alreadyThere }
    for count in 1...Self.mostChanges {
      hasLeftOut = false
      var states = [search.start]
      for done in 0..<count {
        states = states.filter { isEnough(count - done, after: $0) }
        guard let next = steps(after: states) else { return .atLeast(count) }
        states = next
      }
      let ends = states.filter { isThere($0) && search.isNoWorse($0, than: search.start) }
      if let best = ends.min(by: { labour($0) < labour($1) }) {
        return .changes(best.done.map { program.pack.corrections[$0].id }, answers: search.answers(in: best))
      }
      if states.isEmpty, !hasLeftOut { return .outOfReach }
    }
    return .atLeast(Self.mostChanges + 1)
  }

  /// `nil` where they are too many to judge.
  private mutating func steps(after states: [PlanState]) -> [PlanState]? {
    let corrections = program.pack.corrections.indices
    var next: [PlanState] = []
    for state in states {
      next += search.states(after: corrections.map { (state, $0) })
      if judged + next.count > Self.limit { return nil }
    }
    judged += next.count
    struct Key: Hashable {
      let done: Set<Int>
      let changed: [Int: Answer]
    }
    var seen: Set<Key> = []
    return next.filter { seen.insert(Key(done: Set($0.done), changed: $0.changed)).inserted }
  }

  private func isThere(_ state: PlanState) -> Bool { zip(state.points, most).allSatisfy { $0 <= $1 ?? .max } }

  /// Whether so many corrections could take away enough, if each took away every finding that reads what it changes.
  private mutating func isEnough(_ count: Int, after state: PlanState) -> Bool {
    for (place, most) in most.enumerated() {
      guard let most, program.scores[place].formula == nil, state.points[place] > most else { continue }
      let points = program.scores[place].points
      let gains = touched.indices.filter { !state.done.contains($0) }.map { correction in
        state.found.reduce(0) { touched[correction].contains($1) ? $0 + points[$1] : $0 }
      }
      let missing = state.points[place] - most
      if gains.sorted(by: >).prefix(count).reduce(0, +) < missing {
        hasLeftOut = hasLeftOut || gains.reduce(0, +) >= missing  // more of them could be enough
        return false
      }
    }
    return true
  }

  /// Effort, then cost, then time, of all together.
  private func labour(_ state: PlanState) -> (Int, Int, Int) {
    let labours = state.done.map { planner.labours[$0] }
    return (
      labours.reduce(0) { $0 + $1.effort }, labours.reduce(0) { $0 + $1.cost },
      state.done.reduce(0) { $0 + program.pack.corrections[$1].minutes }
    )
  }
}
