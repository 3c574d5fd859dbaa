import Ergonomics

/// A correction that stands in no rule, as far as all rules could be read.
enum CorrectionNamedByNoRule: DraftCheck {
  static let code = Problem.Code.correctionForNobody

  static let examples = [
    BrokenPack(at: "advice.xml:18", .init("advice.xml", "</corrections>", "\(unnamed)</corrections>"))
  ]

  private static let unnamed = """
    <correction id="rest" effort="organise" who="you" minutes="5" cost="free"><title>R</title><step>R.</step></correction>
    """

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let draft = pack.draft
    let named = Set(draft.rules.flatMap(\.value.corrections))
    let isAllRead = !draft.isIncomplete && draft.namesInDoubt.isEmpty && draft.scoresInDoubt.isEmpty
    guard isAllRead, named.isSubset(of: draft.corrections.map(\.value.id)) else { return [] }
    return draft.corrections.filter { !named.contains($0.value.id) }.map { wording($0.value.id, at: $0.spot("id")) }
  }

  private static func wording(_ correction: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "no rule names '\(correction)': nobody can get it", help: "name it in a rule, or delete it")
  }
}
