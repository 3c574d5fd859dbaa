extension SurveyHeader {
  /// It is the headings once more.
  func isRepeated(_ record: Record, of chunk: borrowing RecordChunk) -> Bool {
    let bytes = chunk.bytes(of: record)
    return bytes.count == sheet.header.count && bytes.elementsEqual(sheet.header)
  }

  /// What the platform says against counting a response.
  func filter(_ record: Record, of chunk: borrowing RecordChunk, included: Set<SetAside>) -> SetAside? {
    for filter in filters where !included.contains(filter.kind) {
      if filter.matches(String(field: chunk.field(filter.column, of: record)).restored) { return filter.kind }
    }
    return nil
  }
}
