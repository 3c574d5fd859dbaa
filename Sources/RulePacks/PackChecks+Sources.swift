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
