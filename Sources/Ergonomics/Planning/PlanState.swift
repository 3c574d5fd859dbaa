/// The answers after some steps of a plan, and what is certain then.
struct PlanState {
  let answers: Answers
  /// Places of the corrections that are done, in their order.
  let done: [Int]
  /// What they moved, by question.
  let moves: [Question.ID: Move]
  /// Found rules, in pack order.
  var found: [Int] = []
  /// By score: what is certain, before any cap.
  var points: [Int] = []
  /// By score: the upper end, as it is shown.
  var upperEnds: [Int] = []
  /// By correction: it is, or may be, possible as things are now, and nothing speaks against it.
  var isOffered: [Bool] = []
  /// By correction: it is certainly possible, and nothing that was answered speaks against it.
  var isSure: [Bool] = []

  /// Not judged yet.
  init(answers: Answers, done: [Int] = [], moves: [Question.ID: Move] = [:]) {
    (self.answers, self.done, self.moves) = (answers, done, moves)
  }

  var total: Int { points.reduce(0, +) }

  /// Which way steps moved an answer: no later one may move it back.
  enum Move {
    case up, down
    /// Another option, or an answer where there was none.
    case replaced
    case options(added: Set<AnswerOption.ID>, removed: Set<AnswerOption.ID>)
  }

  /// Those of this state with those of one more step; `nil` if that moves something back.
  func moves(to next: Answers, by correction: Correction) -> [Question.ID: Move]? {
    var moves = moves
    for question in Set(correction.sets.map(\.question)) {
      let (before, after) = (answers[question], next[question])
      if before == after { continue }
      guard let move = Move(from: before, to: after, after: moves[question]) else { return nil }
      moves[question] = move
    }
    return moves
  }
}

extension PlanState.Move {
  fileprivate init?(from before: Answer?, to after: Answer?, after earlier: PlanState.Move?) {
    switch (before, after, earlier) {
    case (.number(let old), .number(let new), nil): self = new > old ? .up : .down
    case (.number(let old), .number(let new), .up): if new > old { self = .up } else { return nil }
    case (.number(let old), .number(let new), .down): if new < old { self = .down } else { return nil }
    case (.options(let old), .options(let new), nil):
      self = .options(added: Set(new).subtracting(old), removed: Set(old).subtracting(new))
    case (.options(let old), .options(let new), .options(let added, let removed)):
      let (more, less) = (Set(new).subtracting(old), Set(old).subtracting(new))
      guard more.isDisjoint(with: removed), less.isDisjoint(with: added) else { return nil }
      self = .options(added: added.union(more), removed: removed.union(less))
    case (_, _, nil): self = .replaced
    default: return nil
    }
  }
}
