import Ergonomics

/// Hands out the chunks of a file, each with the number of its turn, with the rows marked whose id was there before.
actor ChunkQueue {
  private var reader: RecordReader
  private var seen = SeenIDs()
  private let idColumns: [Int]
  private let earlierFiles: EarlierIDs?
  private var turn = -1

  private var hasEnded = false

  /// How many ids stand in an earlier file too.
  private(set) var idsOfEarlierFiles = 0

  init(_ reader: consuming sending RecordReader, idColumns: [Int], earlierFiles: EarlierIDs?) {
    self.reader = reader
    self.idColumns = idColumns
    self.earlierFiles = earlierFiles
  }

  /// Names of values that came up when the headings were known already.
  var namesTooLate: [String] { reader.namesTooLate }
  var origin: String? { reader.origin }
  var cellProblems: [Problem] { reader.cellProblems }
  /// `nil` for ASCII.
  var encoding: TextEncoding? { reader.encoding }
  /// How many ids were too many to remember.
  var idsForgotten: Int { seen.forgotten }

  /// `nil` at the end, and after an error.
  func next(into chunk: inout RecordChunk) throws(SurveyError) -> Int? {
    if hasEnded { return nil }
    hasEnded = true
    guard try reader.read(into: &chunk) else { return nil }
    hasEnded = false
    chunk.markDoubles(of: idColumns, &seen)
    if let earlierFiles { idsOfEarlierFiles += earlierFiles.count(chunk, idColumns) }
    turn += 1
    return turn
  }
}

extension RecordChunk {
  mutating func markDoubles(of idColumns: [Int], _ seen: inout SeenIDs) { doubles = places(of: idColumns, in: &seen) }

  /// Places of the records whose id was seen before, in ascending order; notes all ids.
  ///
  /// Ids count from rows that have the column; empty ones are no doubles of each other.
  func places(of idColumns: [Int], in seen: inout SeenIDs) -> [UInt32] {
    var places: [UInt32] = []
    guard let last = idColumns.max() else { return places }
    for place in 0..<recordCount where records[place].fieldCount > last {
      let isNew: Bool
      if idColumns.count == 1, let range = plainRange(last, of: records[place]) {
        isNew = range.isEmpty || seen.insert(bytes(range))
      } else {
        var id = id(idColumns, of: records[place])
        isNew = id.isEmpty || id.withUTF8 { seen.insert(UnsafeRawBufferPointer($0)) }
      }
      if !isNew { places.append(records[place].place) }
    }
    return places
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
