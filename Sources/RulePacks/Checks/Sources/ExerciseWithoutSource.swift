import Ergonomics

/// An exercise whose dose nobody stands for.
enum ExerciseWithoutSource: DraftCheck {
  static let code = Problem.Code.exerciseWithoutSource

  static let examples = [
    BrokenPack(
      at: "exercises.xml:13",
      .init(
        "exercises.xml",
        """
        <dose often="every hour"/>
            <cite source="trial-2020"/>
        """, #"<dose often="every hour"/>"#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.exercises.filter(\.value.sources.isEmpty).map { wording($0.value.id, at: $0.spot("id")) }
  }

  private static func wording(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "exercise '\(id)' names no source",
      help: "add a 'cite' behind the dose; a custom or an own proposal is a kind of source, too")
  }
}
