import Ergonomics

/// A pack as people read it: its questions with their answers, and its rules with what they add.
struct PackOverview {
  let pack: Pack

  var text: String {
    let vocabulary = pack.vocabulary
    return
      (["\(pack.title) (\(pack.stamp))"] + [pack.summary].compactMap { $0 } + pack.attribution + [""]
      + pack.sections.flatMap { section in
        [section.title] + pack.questions.filter { $0.section == section.id }.flatMap { lines(of: $0, vocabulary) } + [
          ""
        ]
      } + ["Rules"] + pack.rules.flatMap { lines(of: $0, vocabulary) }).joined(separator: "\n") + "\n"
  }

  private func lines(of question: Question, _ vocabulary: Vocabulary) -> [String] {
    let asked = question.askWhen.map { "    asked when \($0.text(in: vocabulary))" }
    let answers: String
    switch question.kind {
    case .choice(let options): answers = "one of " + options.map(\.id).joined(separator: ", ")
    case .choices(let options): answers = "any of " + options.map(\.id).joined(separator: ", ")
    case .number(let range):
      answers = [range.bounds.lowerBound, range.bounds.upperBound].map { range.unit.text(ofBase: $0) }
        .joined(separator: " to ")
    case .text: answers = "words"
    }
    return ["  \(question.id)  \(question.text)", "    \(answers)\(question.isSensitive ? " (health)" : "")"]
      + [asked].compactMap { $0 }
  }

  private func lines(of rule: Rule, _ vocabulary: Vocabulary) -> [String] {
    let adds = rule.adds.map { "\($0.points) to \($0.score)" }.joined(separator: ", ")
    let applies = rule.applies.map { "    applies \($0.text(in: vocabulary))" }
    return ["  \(rule.id)  \(rule.title)\(adds.isEmpty ? "" : " (\(adds))")"] + [applies].compactMap { $0 }
      + ["    when \(rule.when.text(in: vocabulary))"]
  }
}
