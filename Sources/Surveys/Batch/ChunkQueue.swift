/// Hands out the chunks of a file, each with the number of its turn, with the rows marked whose id was there before.
actor ChunkQueue {
  private var reader: RecordReader
  private var seen = SeenIDs()
  private let idColumn: Int?
  private var turn = -1

  private var hasEnded = false

  init(_ reader: consuming RecordReader, idColumn: Int?) {
    self.reader = reader
    self.idColumn = idColumn
  }

  /// How many ids were too many to remember.
  var idsForgotten: Int { seen.forgotten }

  /// `nil` at the end, and after an error.
  func next(into chunk: inout RecordChunk) throws(SurveyError) -> Int? {
    if hasEnded { return nil }
    hasEnded = true
    guard try reader.read(into: &chunk) else { return nil }
    hasEnded = false
    if let idColumn { chunk.markDoubles(of: idColumn, &seen) }
    turn += 1
    return turn
  }
}

extension RecordChunk {
  /// Ids count from rows that have the column; empty ones are no doubles of each other.
  fileprivate mutating func markDoubles(of idColumn: Int, _ seen: inout SeenIDs) {
    for place in 0..<recordCount where records[place].fieldCount > idColumn {
      let isNew: Bool
      if let range = plainRange(idColumn, of: records[place]) {
        isNew = range.isEmpty || seen.insert(bytes(range))
      } else {
        var id = String(field: field(idColumn, of: records[place])).restored
        isNew = id.isEmpty || id.withUTF8 { seen.insert(UnsafeRawBufferPointer($0)) }
      }
      if !isNew { doubles.append(records[place].place) }
    }
  }
}

/// Lets tasks through one at a time, in the order of their turns.
actor Turnstile {
  private var current = 0
  private var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
  /// Of the first turn that could not do what it was let through for.
  private(set) var failure: SurveyError?

  /// - Throws: `CancellationError` once a task before this one has failed.
  func enter(_ turn: Int) async throws {
    if failure != nil { throw CancellationError() }
    if turn != current { try await withCheckedThrowingContinuation { waiting[turn] = $0 } }
  }

  func leave() {
    current += 1
    waiting.removeValue(forKey: current)?.resume()
  }

  /// Nothing may be written any more.
  func fail(_ error: SurveyError) {
    failure = error
    for turn in waiting.values { turn.resume(throwing: CancellationError()) }
    waiting.removeAll()
  }
}
