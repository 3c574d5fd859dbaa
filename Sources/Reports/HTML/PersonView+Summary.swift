import Ergonomics

extension PersonView {
  /// The first screen in words: which changes give back most, and what is still open. One of the first five flags is on.
  var summary: Fields {
    let best = mostHelpful
    let found = assessment.findings
    return [
      "isTwo": best.count == 2, "isOne": best.count == 1, "isFoundOnly": best.isEmpty && !found.isEmpty,
      "isNothingFound": found.isEmpty && assessment.open.isEmpty,
      "isNothingFoundYet": found.isEmpty && !assessment.open.isEmpty,
      "first": text(best.first ?? ""), "second": text(best.last ?? ""),
      "found": text(words.counted(found.count, "findings")), "titles": text(words.listed(found.map(\.title))),
      "isSomethingOpen": !assessment.open.isEmpty,
      "openQuestions": text(words.listed(decidingQuestions.prefix(3).map { "“\(label($0.id))”" })),
    ]
  }

  /// Titles of what gives back most in the plan, over all scores: two steps, or several that go together.
  private var mostHelpful: [String] {
    let ranked = assessment.plan.together.filter { $0.last!.total > 0 }.enumerated()
      .sorted { ($1.element.last!.total, $0.offset) < ($0.element.last!.total, $1.offset) }
    return ranked.prefix(2).map { steps in
      words.listed(steps.element.map { corrections[$0.correction]?.title ?? $0.correction })
    }
  }

  /// The questions that open rules wait for, with how many of them do; those that decide most first, then as they are asked.
  var decidingQuestions: [(id: Question.ID, rules: Int)] {
    var counts: [Question.ID: Int] = [:]
    for question in assessment.open.flatMap({ Set($0.decidedBy) }) { counts[question, default: 0] += 1 }
    let order = Dictionary(zip(assessment.answers.map(\.id), 0...)) { first, _ in first }
    return counts.map { (id: $0.key, rules: $0.value) }
      .sorted { (-$0.rules, order[$0.id] ?? .max, $0.id) < (-$1.rules, order[$1.id] ?? .max, $1.id) }
  }

  /// What is open: each rule with the questions that decide it, and all these questions.
  var open: Fields {
    [
      "questions": list(
        decidingQuestions.map { question -> Fields in
          let record = assessment.answers.first { $0.id == question.id }
          return [
            "label": text(label(question.id)), "question": text(record?.question ?? question.id),
            "decides": text(words.counted(question.rules, "things")),
          ]
        }),
      "rules": list(
        assessment.open.map { rule -> Fields in
          [
            "title": text(rule.title), "adds": optional(rule.adds.isEmpty ? nil : pointsByScore(rule.adds)),
            "decidedBy": text(words.listed(rule.decidedBy.map { "“\(label($0))”" })),
          ]
        }),
    ]
  }
}

extension Assessment.PlanStep {
  /// Points it gives back over all scores.
  var total: Int { gives.reduce(0) { $0 + $1.points } }
}
