import Ergonomics

/// Hands out the chunks of a file, each with the number of its turn, with the rows marked whose id was there before.
actor ChunkQueue {
  private var reader: RecordReader
  private var seen = SeenIDs()
  private var watch: IDWatch
  private let options: SurveyOptions
  private let ids: IDPlaces
  private var turn = -1
  private var rows = 0
  private var hasEnded = false

  /// How many ids stand in an earlier file too.
  private(set) var idsOfEarlierFiles = 0

  init(_ reader: consuming sending RecordReader, _ plan: ReadingPlan) {
    self.reader = reader
    options = plan.options
    ids = IDPlaces(plan.header, plan.nobody)
    watch = IDWatch(plan.header, options)
  }

  /// Names of values that came up when the headings were known already.
  var namesTooLate: [String] { reader.namesTooLate }
  var origin: String? { reader.origin }
  var cellProblems: [Problem] { reader.cellProblems }
  /// `nil` for ASCII.
  var encoding: TextEncoding? { reader.encoding }
  var encodingDoubt: Problem? { reader.encodingDoubt }
  /// How many rows ended before the last question.
  var rowsCutShort: Int { reader.rowsCutShort }
  /// How many ids were too many to remember.
  var idsForgotten: Int { seen.forgotten }
  /// What could tell people apart where nothing does.
  var idSuggestion: IDSuggestion? { watch.suggestion }

  /// `nil` at the end, and after an error.
  func next(into chunk: inout RecordChunk) throws(SurveyError) -> Int? {
    if hasEnded { return nil }
    hasEnded = true
    guard rows < options.mostRows ?? .max, try reader.read(into: &chunk) else {
      try watch.finish()
      return nil
    }
    markDoubles(of: &chunk)
    try watch.look(at: chunk)
    hasEnded = false
    if let earlierFiles = options.earlierFiles { idsOfEarlierFiles += earlierFiles.count(chunk, ids) }
    rows += chunk.recordCount
    turn += 1
    return turn
  }

  private func markDoubles(of chunk: inout RecordChunk) {
    if options.repeats == .last {
      let first = rows
      chunk.doubles = (0..<chunk.recordCount).filter { options.superseded.contains(first + $0) }.map(UInt32.init)
    } else {
      chunk.doubles = chunk.repeated(ids, in: &seen)
    }
  }
}

/// Where the ids of a file stand.
struct IDPlaces: Sendable {
  let columns: [Int]
  private let heading: String
  private let nobody: NobodyRows

  init(_ header: SurveyHeader, _ nobody: NobodyRows) {
    (columns, self.nobody) = (header.idColumns, nobody)
    heading = header.idColumns.first.map { header.names[$0].asHeading } ?? ""
  }

  /// Whether a row whose id was there before has none in truth: it is nobody's.
  fileprivate func isNobody(_ record: Record, of chunk: borrowing RecordChunk) -> Bool {
    nobody.kind(of: record, in: chunk) != nil || chunk.id([columns[0]], of: record).asHeading == heading
  }
}

extension RecordChunk {
  /// Places of the records whose id was seen before, in ascending order; notes all ids.
  ///
  /// Ids count from rows that have the column; empty ones are no doubles of each other.
  func repeated(_ ids: IDPlaces, in seen: inout SeenIDs) -> [UInt32] {
    var places: [UInt32] = []
    guard let last = ids.columns.max() else { return places }
    for place in 0..<recordCount where records[place].fieldCount > last {
      let isNew: Bool
      if ids.columns.count == 1, let range = plainRange(last, of: records[place]) {
        isNew = range.isEmpty || seen.insert(bytes(range))
      } else {
        var id = id(ids.columns, of: records[place])
        isNew = id.isEmpty || id.withUTF8 { seen.insert(UnsafeRawBufferPointer($0)) }
      }
      if !isNew, !ids.isNobody(records[place], of: self) { places.append(records[place].place) }
    }
    return places
  }
}

/// Lets tasks through one at a time, in the order of their turns.
actor OrderedGate {
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
