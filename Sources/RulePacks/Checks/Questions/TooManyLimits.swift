import Ergonomics

/// A question that is compared with more numbers than the engine keeps apart in one word.
enum TooManyLimits: DraftCheck {
  static let code = Problem.Code.tooManyLimits
  static let stopsEvaluation = true

  static let examples = [
    BrokenPack(
      at: "questions.xml:19",
      .init(
        "exercises.xml", #"<avoid-when says="your back hurts" instead="walk">has_pain</avoid-when>"#,
        #"<avoid-when says="you sit like that" instead="walk">\#(limits)</avoid-when>"#))
  ]

  private static let limits = (1..<AnswerClasses.limit).map { "sitting_time at least \($0) min" }.joined(
    separator: " or ")

  static func problems(in pack: CheckedDraft) -> [Problem] {
    var limits: [Question.ID: Set<Int>] = [:]
    for case .isWithin(.answer(let question), let range) in pack.draft.conditions.flatMap(\.atoms) {
      limits[question, default: []].formUnion([
        range.lowerBound, range.upperBound == .max ? .max : range.upperBound + 1,
      ])
    }
    return pack.draft.questions.compactMap { question in
      let count = limits[question.value.id, default: []].count
      return count >= AnswerClasses.limit - 1 ? wording(question.value.id, count, at: question.spot("id")) : nil
    }
  }

  private static func wording(_ id: String, _ count: Int, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot,
      "conditions compare '\(id)' with \(count) different numbers, and \(AnswerClasses.limit - 2) are possible",
      help: "let rules share their limits")
  }
}
