import Ergonomics

/// Advice without a source, and sources without advice.
extension PackChecks {
  mutating func checkSources() {
    for exercise in draft.exercises where exercise.value.sources.isEmpty {
      problems.append(.exerciseWithoutSource(exercise.value.id, at: exercise.spot("id")))
    }
    // Where a name is misspelled, the source that was meant is not known.
    guard draft.cited.isSubset(of: draft.sources.map(\.value.id)) else { return }
    let named = draft.cited.union(draft.namesInDoubt).union(doubtful)
    for source in draft.sources where !named.contains(source.value.id) {
      problems.append(.uncitedSource(source.value.id, at: source.spot("id")))
    }
  }
}

extension Problem {
  static func exerciseWithoutSource(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      "exercise-without-source", spot, "exercise '\(id)' names no source",
      help: "add a 'cite' behind the dose; a custom or an own proposal is a kind of source, too")
  }

  static func uncitedSource(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      "uncited-source", spot, "nothing cites source '\(id)'",
      help: "cite it where it supports something, or delete it")
  }
}
