import Ergonomics

extension PersonView {
  private var summedScores: [(score: Assessment.ScoreResult, now: ScoreInterval, after: ScoreInterval)] {
    assessment.scores.compactMap { score in
      guard let now = score.now, let after = score.after else { return nil }
      return (score, now, after)
    }
  }

  /// A line for each score, in what is certain of it, the lower ends: missing answers are no gain.
  var sum: Fields {
    let lines = summedScores.map { score, now, after -> Fields in
      let steps = assessment.plan.map { given($0, score.id) }
      let (before, rest) = (now.low + score.beyond.now, after.low + score.beyond.after)
      let gap = before - rest - steps.reduce(0, +)
      return [
        "title": text(score.title), "now": HTMLText(before), "rest": HTMLText(rest),
        "shown": optional(score.beyond.now == 0 ? nil : String(now.low)),
        "atMost": optional(after.low == after.high ? nil : String(after.high)), "steps": texts(steps.map(change)),
        "together": optional(gap == 0 ? nil : change(gap)),
      ]
    }
    return [
      "scores": list(summedScores.isEmpty ? [] : lines),
      "isBeyond": summedScores.contains { $0.score.beyond.now > 0 },
      "isCertainPartOnly": summedScores.contains { $0.now.low != $0.now.high || $0.after.low != $0.after.high },
    ]
  }

  private func given(_ step: Assessment.PlanStep, _ score: Score.ID) -> Int {
    step.gives.filter { $0.score == score }.reduce(0) { $0 + $1.points }
  }

  /// "− 12"; a step that changes nothing has its place too.
  private func change(_ points: Int) -> String { points < 0 ? "+ \(-points)" : "− \(points)" }

  /// "sitting time a day from 10.5 h to 8.5 h"
  private func aims(_ advice: Assessment.CorrectionAdvice) -> String? {
    let aims = advice.aims.map { aim in
      words["aim"].filling("{label}", with: inSentence(label(aim.question))).filling("{from}", with: aim.from)
        .filling("{to}", with: aim.to)
    }
    return aims.isEmpty ? nil : words.listed(aims)
  }

  func fields(ofCorrection id: Correction.ID) -> Fields {
    let advice = corrections[id]
    return [
      "title": text(advice?.title ?? id),
      "effort": optional(advice.map { words.effort($0.effort) }),
      "who": optional(advice.map { words.who($0.who) }), "isOwn": advice?.who == Correction.you,
      "time": optional(advice.flatMap { $0.minutes > 0 ? words.counted($0.minutes, "minutes") : nil }),
      "cost": optional(advice.map { words.cost($0.cost) }), "isFree": advice?.cost == .free,
      "item": optional(advice?.item),
      "steps": someOrNone(advice.flatMap { $0.steps.isEmpty ? nil : ["items": texts($0.steps)] }),
      "worksWhen": optional(advice?.worksWhen), "aims": optional(advice.flatMap(aims)),
      "onlyIf": texts(advice?.onlyIf ?? []), "notIf": texts(advice?.notIf ?? []),
    ]
  }
}
