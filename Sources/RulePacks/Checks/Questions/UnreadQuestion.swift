import Ergonomics

/// A question that is asked for nothing.
enum UnreadQuestion: DraftCheck {
  static let code = Problem.Code.unreadQuestion

  static let examples = [
    BrokenPack(
      at: "questions.xml:12",
      .init("questions.xml", #"<question id="support""#, #"\#(pillow)<question id="support""#)),
    BrokenPack(
      at: "questions.xml:12",
      .init("questions.xml", #"<question id="support""#, #"\#(pillow)<question id="support""#),
      .init("advice.xml", #"<sets question="support""#, #"<sets question="pillow" to="yes"/><sets question="support""#)),
  ]

  private static let pillow = """
    <question id="pillow" kind="yes-no"><label>P</label><text>P?</text><help>P.</help></question>
    """

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let changes = pack.draft.corrections.flatMap(\.value.sets)
    let read = pack.readNames
    return pack.draft.questions.filter { $0.value.kind != .text && !read.contains($0.value.id) }.map { question in
      let isChanged = changes.contains { $0.question == question.value.id }
      return wording(question.value.id, isChanged: isChanged, at: question.spot("id"))
    }
  }

  private static func wording(_ id: String, isChanged: Bool, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot,
      isChanged
        ? "question '\(id)' is changed by a correction, but nothing reads it" : "nothing reads question '\(id)'",
      help: "delete the question, or read it in a rule")
  }
}
