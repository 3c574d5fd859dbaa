import Ergonomics

/// A question that is asked or not by the answer to a later one.
enum AskWhenLater: DraftCheck {
  static let code = Problem.Code.askWhenLater

  static let examples = [
    BrokenPack(
      at: "questions.xml:12",
      .init(
        "questions.xml", #"ask-when="seat_type is office_chair""#,
        #"ask-when="seat_type is office_chair and habits has lean""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let questions = pack.draft.questions
    let places = Dictionary(questions.enumerated().map { ($1.value.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reads = pack.readsToAsk
    return questions.enumerated().compactMap { place, question in
      let id = question.value.id
      guard Circle.from(id, in: reads) == nil,
        let later = reads[id]!.filter({ places[$0].map { $0 > place } ?? false }).min()
      else { return nil }
      return wording(id, later, at: question.spot("ask-when"))
    }
  }

  private static func wording(_ question: String, _ later: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "'\(question)' depends on '\(later)', which is asked later",
      help: "move '\(later)' before '\(question)'")
  }
}
