import Ergonomics

/// What to do, of all instruments in one list: this afternoon, then what to ask for, then the weeks to come.
extension PersonPageView {
  /// A step of some instrument's plan, with its number in the list, counted from 1.
  struct Task {
    let view: PersonView
    let step: Assessment.PlanStep
    let turn: Assessment.PlanStep.Turn
    var number = 0
    /// Of the same step of other instruments.
    var otherAnchors: [HTMLText] = []

    var title: String { view.corrections[step.correction]?.title ?? step.correction }
    var anchor: HTMLText { view.anchor("step", view.stepNumbers[step.correction]) }
  }

  /// In the order to do them. What an instrument before has in the same words is told once; this afternoon has three steps
  /// at most, whichever instruments they come from.
  static func tasks(of parts: [PersonView]) -> [Task] {
    var tasks: [Task] = []
    for view in parts {
      let known = Dictionary(tasks.enumerated().map { ($1.title, $0) }) { first, _ in first }
      for group in view.assessment.plan.together {
        let isFull = tasks.count { $0.turn == .now } + group.count > mostAtOnce
        let turn = group[0].turn == .now && isFull ? .later : group[0].turn
        let its = group.map { Task(view: view, step: $0, turn: turn) }
        let same = its.compactMap { known[$0.title] }
        if same.count < its.count {
          tasks += its
        } else {
          for (place, task) in zip(same, its) { tasks[place].otherAnchors.append(task.anchor) }
        }
      }
    }
    let sorted = Assessment.PlanStep.Turn.allCases.flatMap { turn in tasks.filter { $0.turn == turn } }
    return sorted.enumerated().map { place, task in
      var task = task
      task.number = place + 1
      return task
    }
  }

  private static let mostAtOnce = 3

  var todo: Fields {
    func steps(_ turn: Assessment.PlanStep.Turn) -> Fields? {
      let its = tasks.filter { $0.turn == turn }
      let minutes = its.reduce(0) { $0 + ($1.view.corrections[$1.step.correction]?.minutes ?? 0) }
      return its.isEmpty
        ? nil
        : [
          "steps": list(its.map(task)), "start": HTMLText(its[0].number),
          "minutes": optional(minutes > 0 ? words.counted(minutes, "minutes") : nil),
        ]
    }
    return [
      "now": someOrNone(steps(.now)), "ask": someOrNone(steps(.ask)), "later": someOrNone(steps(.later)),
    ]
  }

  private func task(_ task: Task) -> Fields {
    let (view, step) = (task.view, task.step)
    var fields = view.correction(step.correction)
    fields["anchor"] = task.anchor
    fields["otherAnchors"] = task.otherAnchors.map { $0 as any ViewValue }
    fields["isWithNext"] = step.isWithNext
    fields["total"] = text(words.counted(step.gives.reduce(0) { $0 + $1.points }, "points"))
    fields["gives"] = optional(step.gives.isEmpty ? nil : view.pointsByScore(step.gives))
    fields["solves"] = view.isLong ? [] : view.references(to: step.solves)
    if task.turn == .now { fields["figure"] = view.stepFigures[step.correction].map { [$0] as [any ViewValue] } ?? [] }
    return fields
  }
}
