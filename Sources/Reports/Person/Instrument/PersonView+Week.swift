import Ergonomics

extension PersonView {
  /// What to tick off: the exercises, then what the plan has for habits, each with the days of a week to do it on.
  var week: [Fields] {
    let exercises = assessment.exercises.map { ($0.title, $0.dose.often, $0.dose.days ?? 7) }
    let habits = assessment.plan.compactMap { corrections[$0.correction] }.compactMap { habit in
      habit.days.map { (habit.title, words.counted($0, "days"), $0) }
    }
    return zip(exercises + habits, 1...).map { row($0.0, often: $0.1, days: $0.2, number: $1) }
  }

  /// What all exercises take on a day that has them all; nothing is said of those that belong to breaks.
  var exerciseTime: Fields? {
    let minutes = assessment.exercises.compactMap(\.dose.minutes)
    if minutes.isEmpty { return nil }
    return [
      "minutes": text(words.counted(minutes.reduce(0, +), "minutes")),
      "isBesideBreaks": minutes.count < assessment.exercises.count,
    ]
  }

  private func row(_ title: String, often: String, days: Int, number: Int) -> Fields {
    let due = Self.due[min(max(days, 1), 7) - 1]
    let days = zip(due, 1...).map { sign, day -> Fields in
      ["isDue": sign == "x", "day": anchor("day", day)]
    }
    return ["title": text(title), "often": text(often), "row": anchor("w", number), "days": list(days)]
  }

  /// From Monday on, as evenly over the week as it goes, by the number of days.
  private static let due = ["x------", "x--x---", "x-x-x--", "xx-xx--", "xxxxx--", "xxxxxx-", "xxxxxxx"]
}
