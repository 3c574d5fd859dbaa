import Ergonomics

/// A sentence that shows an answer to somebody who did not give it: people would read "(not answered)" in it. Nothing is
/// claimed of numbers that a formula brings together: one that is far out may decide alone.
enum ShownUnanswered: AnswersCheck {
  static let code = Problem.Code.shownUnanswered

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:6",
      .init("chair/uneven-sitting.xml", "You load one side.", "You load one side for {sitting_time}.")),
    BrokenPack(
      at: "chair/no-support.xml:8",
      .init("chair/no-support.xml", "You sit {sitting_time} a day", "At {seat_height} you sit {sitting_time} a day")),
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.draft.rules.enumerated().flatMap { place, rule -> [Problem] in
      if pack.senseless.contains(place) { return [] }
      let written = rule.file.text(of: rule.element.requiredElement("finding"))
      return AnswerPlaceholder.all(in: written.text).compactMap { shown in
        guard let question = pack.program.pack.question(shown.name), !question.isSensitive,
          !isTogether(shown.name, rule.value, pack.program.pack),
          let person = pack.program.answers(ofRule: place, comingOutAs: .found, open: [shown.name])
        else { return nil }
        return wording(shown.name, person, pack, at: written.spot(ofCharacters: shown.characters))
      }
    }
  }

  private static func isTogether(_ question: Question.ID, _ rule: Rule, _ pack: Pack) -> Bool {
    let measures = Dictionary(pack.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return [rule.applies, rule.when].compactMap(\.self).flatMap(\.comparedFormulas).contains { formula in
      let questions = formula.questions(measures: measures)
      return questions.count > 1 && questions.contains(question)
    }
  }

  private static func wording(
    _ question: Question.ID, _ person: Answers, _ pack: WorkedOutPack, at spot: SourceLocation
  ) -> Problem {
    Problem(
      code, spot, "the sentence shows '{\(question)}' to people who did not answer that",
      help:
        "the rule is found of whoever answers \(ExampleText.list(person, in: pack.program.pack)) alone: let the rule read "
        + "'\(question)' of everybody, or say it without")
  }
}
