import Ergonomics

/// What fits on one page beside what to do this afternoon.
extension PersonPageView {
  var card: Fields {
    let numbers = numbersDrawn
    let exercises = parts.flatMap(\.exercises)
    let first = Array(exercises.prefix(Self.exercisesToBeginWith))
    return [
      "isAlone": isCard, "heights": someOrNone(parts.contains { $0.assessment.isDrawn } ? heights(numbers) : nil),
      "breaks": text(breaks(numbers)), "time": optional(timeADay(numbers)),
      "exercises": someOrNone(
        exercises.isEmpty
          ? nil
          : ["items": list(first), "all": optional(exercises.count > first.count ? "\(exercises.count)" : nil)]),
      "again": text(lookAgain),
    ]
  }

  private static let exercisesToBeginWith = 2

  /// Of the body, as it sits when the plan is done; empty where it was not measured. What fits already is said to.
  private func heights(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> Fields {
    let proven = provenGood(among: records)
    func isSet(_ what: Question.Drawn) -> Bool {
      parts.contains { $0.assessment.answers.contains { $0.drawn?.what == what && proven.contains($0.id) } }
    }
    return [
      "seatStep": someOrNone(step(setting: .kneeHeight)), "deskStep": someOrNone(step(setting: .elbowHeight)),
      "knee": optional(numbers[.kneeHeight].map { words.height($0.planned) }), "isSeatSet": isSet(.kneeHeight),
      "elbow": optional(numbers[.elbowHeight].map { words.height($0.planned) }), "isDeskSet": isSet(.elbowHeight),
    ]
  }

  /// The last step that says how high what goes by a height of the body comes, and how high that is.
  private func step(setting height: Question.Drawn) -> Fields? {
    for task in tasks.reversed() {
      let answers = task.view.assessment.answers
      for aim in task.view.corrections[task.step.correction]?.aims ?? [] {
        let beside = answers.first { $0.id == aim.question }?.target?.beside
        guard beside != nil, answers.contains(where: { $0.id == beside && $0.drawn?.what == height }) else { continue }
        return ["to": text(aim.to), "title": text(task.title)]
      }
    }
    return nil
  }

  /// As often as the plan has it, where that is once an hour or more.
  private func breaks(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> String {
    guard let spell = numbers[.sittingSpell]?.planned, (1..<60).contains(spell) else { return words["card.breaks"] }
    return words["card.breaks-known"].replacing("{time}", with: words.time(spell))
  }

  /// What all that is asked takes on a full day, and what to leave out first; `nil` where nothing is asked every day.
  private func timeADay(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> String? {
    let exercises = parts.flatMap(\.assessment.exercises).compactMap(\.dose.minutes).reduce(0, +)
    let breaks = breakTime(numbers)
    if exercises == 0, breaks == nil { return nil }
    let parts = [
      breaks.map {
        words["card.time-breaks"].replacing("{n}", with: String($0.count))
          .replacing("{time}", with: words.counted($0.each, "minutes"))
      },
      exercises > 0 ? words["card.time-exercises"].replacing("{time}", with: words.time(exercises)) : nil,
    ]
    let key = exercises == 0 || breaks == nil ? "card.time-one" : "card.time"
    let total = exercises + (breaks.map { $0.count * $0.each } ?? 0)
    return words[key].replacing("{total}", with: words.time(total))
      .replacing("{parts}", with: words.listed(parts.compactMap { $0 }))
  }

  /// How many breaks cut the sitting of a day into spells as the plan has them, and how long one is.
  private func breakTime(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> (count: Int, each: Int)? {
    guard let sitting = numbers[.sitting]?.planned, let spell = numbers[.sittingSpell], spell.planned < spell.now,
      spell.planned > 0, sitting > spell.planned
    else { return nil }
    let its = tasks.compactMap { $0.view.corrections[$0.step.correction] }.filter { advice in
      advice.days != nil && advice.minutes > 0
        && advice.aims.contains { aim in
          parts.contains { $0.assessment.answers.contains { $0.id == aim.question && $0.drawn?.what == .sittingSpell } }
        }
    }
    return its.map(\.minutes).min().map { ((sitting - 1) / spell.planned, $0) }
  }

  /// Four weeks after the answers.
  var lookAgain: String {
    let date = parts[0].assessment.header.date
    return words.date(CivilDate(date)?.adding(days: 28).text ?? date)
  }
}

extension ReportPhrases {
  /// Of millimetres, to a tenth of an inch.
  func height(_ millimetres: Int) -> String {
    func tenths(_ number: Int) -> String { number % 10 == 0 ? "\(number / 10)" : "\(number / 10).\(number % 10)" }
    let inches = (millimetres * 100 + 127) / 254
    return self["card.height"].replacing("{cm}", with: tenths(millimetres)).replacing("{in}", with: tenths(inches))
  }
}
