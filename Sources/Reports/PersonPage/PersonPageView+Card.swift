import Ergonomics

/// What fits on one page beside what to do this afternoon.
extension PersonPageView {
  var card: Fields {
    let numbers = numbersDrawn
    let exercises = parts.flatMap(\.exercises).prefix(2)
    return [
      "isAlone": isCard, "heights": someOrNone(parts.contains { $0.assessment.isDrawn } ? heights(numbers) : nil),
      "breaks": text(breaks(numbers)),
      "exercises": someOrNone(exercises.isEmpty ? nil : ["items": list(Array(exercises))]),
      "again": text(lookAgain),
    ]
  }

  /// Of the body, as it sits when the plan is done; empty where it was not measured.
  private func heights(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> Fields {
    [
      "knee": optional(numbers[.kneeHeight].map { words.height($0.planned) }),
      "elbow": optional(numbers[.elbowHeight].map { words.height($0.planned) }),
    ]
  }

  /// As often as the plan has it, where that is once an hour or more.
  private func breaks(_ numbers: [Question.Drawn: Assessment.DrawnNumber]) -> String {
    guard let spell = numbers[.sittingSpell]?.planned, (1..<60).contains(spell) else { return words["card.breaks"] }
    return words["card.breaks-known"].replacing("{time}", with: words.time(spell))
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
