import Ergonomics

/// A source that supports nothing in the pack.
enum UncitedSource: DraftCheck {
  static let code = Problem.Code.uncitedSource

  static let examples = [
    BrokenPack(at: "sources.xml:6", .init("sources.xml", "</sources>", "\(another)</sources>"))
  ]

  private static let another = """
    <source id="trial-2021" kind="trial" read="full"><citation>Another trial. 2021.</citation></source>
    """

  /// Where a name is misspelled, the source that was meant is not known.
  static func problems(in pack: CheckedDraft) -> [Problem] {
    let draft = pack.draft
    guard draft.cited.isSubset(of: draft.sources.map(\.value.id)) else { return [] }
    let named = draft.cited.union(draft.namesInDoubt).union(pack.doubtful)
    return draft.sources.filter { !named.contains($0.value.id) }.map { wording($0.value.id, at: $0.spot("id")) }
  }

  private static func wording(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "nothing cites source '\(id)'", help: "cite it where it supports something, or delete it")
  }
}
