extension SurveyHeader {
  /// What the platform says against counting a response.
  func filter(_ record: Record, of chunk: borrowing RecordChunk, included: Set<SetAside>) -> SetAside? {
    for filter in filters where !included.contains(filter.kind) {
      if filter.matches(String(field: chunk.field(filter.column, of: record)).restored) { return filter.kind }
    }
    return nil
  }
}
