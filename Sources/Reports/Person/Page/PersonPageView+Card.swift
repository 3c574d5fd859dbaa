import Ergonomics

/// What fits on one page beside what to do this afternoon.
extension PersonPageView {
  func card(among records: [Row]) -> Fields {
    let numbers = numbersDrawn
    let exercises = parts.flatMap(\.exercises)
    let first = Array(exercises.prefix(Self.exercisesToBeginWith))
    return [
      "isAlone": isCard, "heights": someOrNone(heights(numbers, among: records)),
      "breaks": optional(breaks(numbers)), "time": optional(timeADay(numbers)),
      "exercises": someOrNone(
        exercises.isEmpty
          ? nil
          : ["items": list(first), "all": optional(exercises.count > first.count ? "\(exercises.count)" : nil)]),
      "again": optional(lookAgain),
    ]
  }

  /// What a pack says to everybody; of several packs the first that says something.
  func said(_ place: GeneralAdvice.Place) -> String? {
    parts.lazy.compactMap { $0.assessment.general.texts[place] }.first
  }

  private static let exercisesToBeginWith = 2

  /// Of the body, as it sits when the plan is done. What fits already is said to.
  private func heights(
    _ numbers: [Question.Drawn: Assessment.DrawnNumber], among records: [Row]
  ) -> Fields? {
    guard let part = parts.first(where: { $0.assessment.isDrawn && !$0.assessment.general.heights.isEmpty }) else {
      return nil
    }
    let proven = provenGood(among: records)
    func isSet(_ what: Question.Drawn) -> Bool {
      parts.contains { $0.assessment.answers.contains { $0.drawn?.what == what && proven.contains($0.id) } }
    }
    let general = part.assessment.general
    return [
      "figure": general.heightsFigure.flatMap { part.figures[Figures.key($0)] }.map { [$0] as [any ViewValue] } ?? [],
      "items": list(
        general.heights.map { height in
          let number = height.beside.flatMap { numbers[$0]?.planned }
          let known = number.flatMap { number in
            height.known?.filling("{height}", with: words.height(number))
          }
          return [
            "title": text(height.title), "words": text(known ?? height.general),
            "step": someOrNone(height.beside.flatMap { step(setting: $0) }),
            "isSet": known != nil && height.beside.map(isSet) ?? false,
          ]
        }),
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

  /// As often as the plan has it, where that is oftener than everybody is told.
  private func breaks(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> String? {
    let every = parts.lazy.compactMap(\.assessment.general.breaksEvery).first ?? 0
    guard let planned = said(.breaksPlanned), let spell = numbers[.sittingSpell]?.planned, spell > 0, spell < every
    else { return said(.breaks) }
    return planned.filling("{time}", with: words.time(spell))
  }

  /// What all that is asked takes on a full day, and what to leave out first; `nil` where nothing is asked every day.
  private func timeADay(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> String? {
    let exercises = parts.flatMap(\.assessment.exercises).compactMap(\.dose.minutes).reduce(0, +)
    let breaks = breakTime(numbers)
    if exercises == 0, breaks == nil { return nil }
    let parts = [
      breaks.map {
        words["card.time-breaks"].filling("{n}", with: String($0.count))
          .filling("{time}", with: words.counted($0.each, "minutes"))
          + (said(.breaksCount).map { " (\($0))" } ?? "")
      },
      exercises > 0 ? words["card.time-exercises"].filling("{time}", with: words.time(exercises)) : nil,
    ]
    let key = exercises == 0 || breaks == nil ? "card.time-one" : "card.time"
    let total = exercises + (breaks.map { $0.count * $0.each } ?? 0)
    let all = words[key].filling("{total}", with: words.time(total))
      .filling("{parts}", with: words.listed(parts.compactMap { $0 }))
    return [all, said(.shortOfTime)].compactMap { $0 }.joined(separator: " ")
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

  /// As soon as a pack asks for it; `nil` where none does.
  var lookAgain: String? {
    guard let days = parts.compactMap(\.assessment.general.lookAgain).min() else { return nil }
    let date = parts[0].assessment.header.date
    return words.date(CivilDate(date)?.adding(days: days).text ?? date)
  }
}

extension ReportPhrases {
  /// Of millimetres, to a tenth of an inch.
  func height(_ millimetres: Int) -> String {
    func tenths(_ number: Int) -> String { number % 10 == 0 ? "\(number / 10)" : "\(number / 10).\(number % 10)" }
    let inches = (millimetres * 100 + 127) / 254
    return self["card.height"].filling("{cm}", with: tenths(millimetres)).filling("{in}", with: tenths(inches))
  }
}
