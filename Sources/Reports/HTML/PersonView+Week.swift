import Ergonomics

extension PersonView {
  /// What to tick off: the exercises, then what the plan has for habits, each with the days of a week to do it on.
  var week: [Fields] {
    let exercises = assessment.exercises.map { row($0.title, often: $0.dose.often, days: $0.dose.days ?? 7) }
    let habits = assessment.plan.compactMap { corrections[$0.correction] }.compactMap { habit in
      habit.days.map { row(habit.title, often: words.counted($0, "days"), days: $0) }
    }
    return exercises + habits
  }

  private func row(_ title: String, often: String, days: Int) -> Fields {
    let due = Self.due[min(max(days, 1), 7) - 1]
    return ["title": text(title), "often": text(often), "days": list(due.map { ["isDue": $0 == "x"] })]
  }

  /// From Monday on, as evenly over the week as it goes, by the number of days.
  private static let due = ["x------", "x--x---", "x-x-x--", "xx-xx--", "xxxxx--", "xxxxxx-", "xxxxxxx"]
}
