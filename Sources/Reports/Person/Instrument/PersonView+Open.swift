import Ergonomics

extension PersonView {
  /// The questions that open rules wait for, with how many of them do; those that decide most first, then as they are asked.
  var questionsThatDecide: [(id: Question.ID, rules: Int)] {
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
