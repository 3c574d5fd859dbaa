import Ergonomics

extension PersonView {
  /// The steps, and a sum for each score: now, less what each step gives back, is after.
  var plan: Fields {
    let most = assessment.plan.map(\.total).max() ?? 0
    let steps = assessment.plan.enumerated().map { index, step -> Fields in
      var fields = correction(step.correction)
      fields["number"] = HTMLText(index + 1)
      fields["anchor"] = anchor("step", index + 1)
      fields["isWithNext"] = step.isWithNext
      fields["total"] = text(words.counted(step.total, "points"))
      fields["gives"] = optional(step.gives.isEmpty ? nil : pointsByScore(step.gives))
      fields["share"] = HTMLText(most > 0 ? step.total * 1000 / most : 0)
      fields["solves"] = references(to: step.solves)
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

  /// A line for each score, in what is certain of it, the lower ends: missing answers are no gain.
  private var sum: Fields {
    let lines = summedScores.map { score, now, after -> Fields in
      let steps = assessment.plan.map { given($0, score.id) }
      let gap = now.low - after.low - steps.reduce(0, +)
      return [
        "title": text(score.title), "now": HTMLText(now.low), "rest": HTMLText(after.low),
        "atMost": optional(after.low == after.high ? nil : String(after.high)), "steps": texts(steps.map(change)),
        "together": optional(gap == 0 ? nil : change(gap)),
      ]
    }
    return [
      "scores": list(lines),
      "isCertainPartOnly": summedScores.contains { $0.now.low != $0.now.high || $0.after.low != $0.after.high },
    ]
  }

  private func given(_ step: Assessment.PlanStep, _ score: Score.ID) -> Int {
    step.gives.filter { $0.score == score }.reduce(0) { $0 + $1.points }
  }

  /// "− 12"; a step that changes nothing has its place too.
  private func change(_ points: Int) -> String { points < 0 ? "+ \(-points)" : "− \(points)" }

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
      "onlyIf": texts(advice?.onlyIf ?? []), "notIf": texts(advice?.notIf ?? []),
    ]
  }
}
