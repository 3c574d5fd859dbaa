extension SurveyHeader {
  /// A column that may say against counting a response.
  struct FilterColumn: Sendable {
    let column: Int
    let filter: ResponseFilter
  }

  /// Those of the platform's own.
  static func filters(of platform: SurveyPlatform, _ names: [String]) -> [FilterColumn] {
    platform.filters.flatMap { filter in
      names.indices.filter { filter.isAbout(names[$0]) }.map { FilterColumn(column: $0, filter: filter) }
    }
  }

  /// What the platform says against counting a response.
  func filter(_ record: Record, of chunk: borrowing RecordChunk, included: Set<SetAsideReason>) -> SetAsideReason? {
    for (column, filter) in filters.map({ ($0.column, $0.filter) }) where !included.contains(filter.kind) {
      if filter.matches(String(field: chunk.field(column, of: record)).restored) { return filter.kind }
    }
    return nil
  }
}
