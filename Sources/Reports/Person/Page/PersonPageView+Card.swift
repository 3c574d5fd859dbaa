import Ergonomics

/// What fits on one page beside what to do this afternoon.
extension PersonPageView {
  var card: Fields {
    let numbers = numbersDrawn
    let exercises = parts.flatMap(\.exercises)
    let first = Array(exercises.prefix(Self.exercisesToBeginWith))
    return [
      "isAlone": isCard, "heights": someOrNone(parts.contains { $0.assessment.isDrawn } ? heights(numbers) : nil),
      "breaks": text(breaks(numbers)),
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
      "knee": optional(numbers[.kneeHeight].map { words.height($0.planned) }), "isSeatSet": isSet(.kneeHeight),
      "elbow": optional(numbers[.elbowHeight].map { words.height($0.planned) }), "isDeskSet": isSet(.elbowHeight),
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
