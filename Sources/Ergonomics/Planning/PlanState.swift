/// The answers after some steps of a plan, and what is certain then. A class, as a search hands on thousands of them, and asks
/// many for the same next step.
final class PlanState {
  /// Before any step, by question.
  private let given: [Answer?]
  /// What steps changed, by question.
  private let changes: [Int: Change]
  /// Places of the corrections that are done, in their order.
  let done: [Int]
  /// `nil` where it is not worked out.
  var judgement: PlanJudgement?
  /// What came of one more correction, by its place; `nil` where nothing came of it.
  var next: [Int: PlanState?] = [:]

  private struct Change {
    let answer: Answer
    let coded: RuleProgram.CodedAnswer
    /// Which way steps moved it.
    let move: Move
  }

  /// Nothing is done, and nothing judged.
  init(given: [Answer?]) {
    (self.given, changes, done) = (given, [:], [])
  }

  private init(_ given: [Answer?], _ changes: [Int: Change], _ done: [Int]) {
    (self.given, self.changes, self.done) = (given, changes, done)
  }

  var changed: [Int: Answer] { changes.mapValues(\.answer) }
  var coded: some Sequence<RuleProgram.CodedAnswer> { changes.values.lazy.map(\.coded) }

  func hasSameAnswers(as other: PlanState) -> Bool {
    changes.count == other.changes.count && changes.allSatisfy { other.changes[$0]?.answer == $1.answer }
  }

  var found: [Int] { judgement?.found ?? [] }
  var points: [Int] { judgement?.points ?? [] }
  var upperEnds: [Int] { judgement?.upperEnds ?? [] }
  var total: Int { judgement?.total ?? 0 }

  func answer(to question: Int) -> Answer? { changes[question]?.answer ?? given[question] }

  /// Not judged; `nil` where the step moves something back.
  func after(_ correction: Int, changing answers: [Int: Answer], in program: RuleProgram) -> PlanState? {
    var changes = changes
    for (question, new) in answers {
      let before = changes[question]
      guard let move = Move(from: before?.answer ?? given[question], to: new, after: before?.move) else { return nil }
      changes[question] = Change(answer: new, coded: program.coded(new, to: question), move: move)
    }
    return PlanState(given, changes, done + [correction])
  }

  /// Which way steps moved an answer: no later one may move it back.
  enum Move {
    case up, down
    /// Another option, or an answer where there was none.
    case replaced
    case options(added: Set<AnswerOption.ID>, removed: Set<AnswerOption.ID>)
  }
}

/// What is certain in a state.
final class PlanJudgement: Sendable {
  /// Found rules, in pack order.
  let found: [Int]
  /// By score: what is certain, before any cap.
  let points: [Int]
  let total: Int
  /// By score: the upper end, as it is shown.
  let upperEnds: [Int]
  /// By correction: it is, or may be, possible as things are now, and nothing speaks against it.
  let isOffered: [Bool]
  /// By correction: it is certainly possible, and nothing that was answered speaks against it.
  let isSure: [Bool]
  /// By formula of a change: what it comes to, where that is exact.
  let changeNumbers: [Int?]

  init(
    found: [Int], points: [Int], upperEnds: [Int], isOffered: [Bool], isSure: [Bool], changeNumbers: [Int?]
  ) {
    (self.found, self.points, self.upperEnds) = (found, points, upperEnds)
    total = points.reduce(0, +)
    (self.isOffered, self.isSure, self.changeNumbers) = (isOffered, isSure, changeNumbers)
  }
}

extension PlanState.Move {
  fileprivate init?(from before: Answer?, to after: Answer, after earlier: PlanState.Move?) {
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
