import Ergonomics

extension PersonView {
  /// The steps, and a table that adds up: now, less what each step gives back, is after.
  var plan: Fields {
    let most = assessment.plan.map(\.total).max() ?? 0
    let steps = assessment.plan.enumerated().map { index, step -> Fields in
      var fields = correction(step.correction)
      fields["number"] = HTMLText(index + 1)
      fields["total"] = text(words.counted(step.total, "points"))
      fields["gives"] = optional(step.gives.isEmpty ? nil : pointsByScore(step.gives))
      fields["share"] = HTMLText(most > 0 ? step.total * 1000 / most : 0)
      let solved = step.solves.compactMap(findingReference)
      fields["solves"] = someOrNone(solved.isEmpty ? nil : ["items": list(solved)])
      return fields
    }
    return ["steps": list(steps), "sum": someOrNone(summedScores.isEmpty ? nil : sum)]
  }

  private var summedScores: [(score: Assessment.ScoreResult, now: ScoreInterval, after: ScoreInterval)] {
    assessment.scores.compactMap { score in
      guard let now = score.now, let after = score.after else { return nil }
      return (score, now, after)
    }
  }

  /// In what is certain of each score, the lower ends: missing answers are no gain.
  private var sum: Fields {
    let columns = summedScores
    let isOpenAfter = columns.contains { $0.after.low != $0.after.high }
    let rows = assessment.plan.enumerated().map { index, step -> Fields in
      let cells = columns.map { column in given(step, column.score.id) }
      return [
        "number": HTMLText(index + 1), "title": text(corrections[step.correction]?.title ?? step.correction),
        "cells": list(cells.map(change)),
      ]
    }
    let rest = columns.map { column in
      column.now.low - column.after.low - assessment.plan.reduce(0) { $0 + given($1, column.score.id) }
    }
    return [
      "titles": texts(columns.map(\.score.title)),
      "now": texts(columns.map { String($0.now.low) }),
      "after": texts(columns.map { String($0.after.low) }),
      "atMost": someOrNone(isOpenAfter ? ["cells": texts(columns.map { String($0.after.high) })] : nil),
      "rows": list(rows),
      "together": someOrNone(rest.allSatisfy { $0 == 0 } ? nil : ["cells": list(rest.map(change))]),
      "isCertainPartOnly": isOpenAfter || columns.contains { $0.now.low != $0.now.high },
    ]
  }

  private func given(_ step: Assessment.PlanStep, _ score: Score.ID) -> Int {
    step.gives.filter { $0.score == score }.reduce(0) { $0 + $1.points }
  }

  /// "−12"; a cell that changes nothing says so.
  private func change(_ points: Int) -> Fields {
    ["change": text(points == 0 ? "0" : points > 0 ? "−\(points)" : "+\(-points)"), "isNone": points == 0]
  }

  /// A correction in words; by its id alone when the assessment does not hold it.
  func correction(_ id: Correction.ID) -> Fields {
    let advice = corrections[id]
    return [
      "title": text(advice?.title ?? id),
      "effort": optional(advice.map { words.effort($0.effort) }),
      "who": optional(advice?.who),
      "time": optional(advice.flatMap { $0.minutes > 0 ? words.counted($0.minutes, "minutes") : nil }),
      "cost": optional(advice.map { words.cost($0.cost) }),
      "item": optional(advice?.item),
      "steps": someOrNone(advice.flatMap { $0.steps.isEmpty ? nil : ["items": texts($0.steps)] }),
      "worksWhen": optional(advice?.worksWhen),
    ]
  }
}
