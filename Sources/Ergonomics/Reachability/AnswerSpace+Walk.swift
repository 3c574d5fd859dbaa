extension AnswerSpace {
  /// A block of people who between them were not tried before, with what each side makes of them.
  package struct Trial {
    package fileprivate(set) var runs: [RuleProgram.Run]
    /// A bit for each of them.
    package fileprivate(set) var people: UInt64
    fileprivate var chosen: [[Int]]
    fileprivate let space: AnswerSpace

    /// Of each of them.
    package var answers: [Answers] { chosen.map(space.answers) }
  }

  /// Tries combinations of answers, those with the fewest answers first, until `body` names people in a block, a bit each.
  ///
  /// - Parameters:
  ///   - isComplete: Only people who answer everything.
  ///   - limit: The most combinations that are tried.
  /// - Returns: The first of the people whom `body` named.
  package func first(
    isComplete: Bool = false, limit: Int = AnswerSpace.limit, _ body: (Trial) -> UInt64
  ) -> Answers? {
    var walk = Walk(self, limit: limit)
    if isComplete {
      let choices = axes.map(\.complete)
      walk.visit(choices, body)
    } else {
      let weights = axes.map { axis in Dictionary(grouping: axis.choices.indices) { axis.weight($0) } }
      let most = axes.map(\.questions.count).reduce(0, +)
      for weight in 0...most where !walk.isOver { walk.visit(weights, weight, body) }
    }
    walk.finish(body)
    return walk.found
  }
}

extension AnswerSpace {
  /// Fills blocks and has them judged.
  private struct Walk {
    let space: AnswerSpace
    private let coded: [[[[RuleProgram.CodedAnswer]]]]  // by side, axis and choice
    private var blocks: [AnswerBlock]
    private var trial: Trial
    private var left: Int
    private var lanes: [[Int]]  // by person and axis: what stands in the block
    private(set) var found: Answers?
    var isOver: Bool { found != nil || left <= 0 }

    init(_ space: AnswerSpace, limit: Int) {
      (self.space, left) = (space, limit)
      coded = space.sides.map { side in
        let places = Dictionary(
          side.program.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return space.axes.map { axis in
          axis.choices.map { choice in
            zip(axis.questions, choice).compactMap { id, answer in
              places[id].map { side.program.coded(answer, to: $0) }
            }
          }
        }
      }
      blocks = space.sides.map { AnswerBlock($0.program) }
      trial = Trial(runs: space.sides.map { RuleProgram.Run($0.program) }, people: 0, chosen: [], space: space)
      // None of the choices: the first of an axis need not be to leave it unanswered.
      lanes = Array(repeating: Array(repeating: -1, count: space.axes.count), count: AnswerBlock.capacity)
    }

    /// All combinations of these choices, by axis.
    mutating func visit(_ choices: [[Int]], _ body: (Trial) -> UInt64) {
      if choices.contains(where: \.isEmpty) { return }
      var digits = Array(repeating: 0, count: choices.count)
      while !isOver {
        add(zip(choices, digits).map { $0[$1] }, body)
        var axis = 0
        while axis < digits.count {
          digits[axis] += 1
          if digits[axis] < choices[axis].count { break }
          digits[axis] = 0
          axis += 1
        }
        if axis == digits.count { return }
      }
    }

    /// All combinations with so many answers.
    mutating func visit(_ weights: [[Int: [Int]]], _ wanted: Int, _ body: (Trial) -> UInt64) {
      let most = space.axes.map(\.questions.count)
      func shares(_ axis: Int, _ left: Int) -> [[Int]] {
        if axis == weights.count { return left == 0 ? [[]] : [] }
        if left > most[axis...].reduce(0, +) { return [] }
        return weights[axis].keys.sorted().filter { $0 <= left }.flatMap { weight in
          shares(axis + 1, left - weight).map { [weight] + $0 }
        }
      }
      for share in shares(0, wanted) where !isOver { visit(zip(weights, share).map { $0[$1]! }, body) }
    }

    private mutating func add(_ chosen: [Int], _ body: (Trial) -> UInt64) {
      let person = trial.chosen.count
      for (axis, choice) in chosen.enumerated() where lanes[person][axis] != choice {
        lanes[person][axis] = choice
        for side in blocks.indices {
          for answer in coded[side][axis][choice] { blocks[side].set(answer, for: person) }
        }
      }
      trial.chosen.append(chosen)
      left -= 1
      if trial.chosen.count == AnswerBlock.capacity { finish(body) }
    }

    /// Judges those who were not judged yet.
    mutating func finish(_ body: (Trial) -> UInt64) {
      if found != nil || trial.chosen.isEmpty { return }
      trial.people = .max >> UInt64(AnswerBlock.capacity - trial.chosen.count)
      for (place, side) in space.sides.enumerated() {
        side.program.run(side.part, on: blocks[place], into: &trial.runs[place])
      }
      let named = body(trial) & trial.people
      if named != 0 { found = space.answers(trial.chosen[named.trailingZeroBitCount]) }
      trial.chosen.removeAll(keepingCapacity: true)
    }
  }

  fileprivate func answers(_ chosen: [Int]) -> Answers {
    var answers = Answers()
    for (axis, choice) in zip(axes, chosen) {
      for (question, answer) in zip(axis.questions, axis.choices[choice]) { answers[question] = answer }
    }
    return answers
  }
}
