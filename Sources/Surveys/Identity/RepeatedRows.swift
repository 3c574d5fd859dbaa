import Ergonomics

/// Which rows of a file a later one with the same id takes the place of; it is read once or twice more to know. Memory
/// grows with the ids that repeat, not with the file.
struct RepeatedRows {
  /// Counted from 0.
  private(set) var superseded: Set<Int> = []

  init(_ packs: [Pack], _ options: SurveyOptions, _ input: Int32, after start: [UInt8]) throws(SurveyError) {
    var seen = SeenIDs()
    var repeated: Set<String> = []
    try Self.read(packs, options, input, after: start) { chunk, ids, _ in
      for place in chunk.repeated(ids, in: &seen) {
        repeated.insert(chunk.id(ids.columns, of: chunk.records[Int(place)]))
      }
    }
    var last: [String: Int] = [:]
    if repeated.isEmpty { return }
    var earlier: Set<Int> = []
    try Self.read(packs, options, input, after: start) { chunk, ids, first in
      for place in 0..<chunk.recordCount where ids.columns.allSatisfy({ $0 < Int(chunk.records[place].fieldCount) }) {
        let id = chunk.id(ids.columns, of: chunk.records[place])
        guard repeated.contains(id) else { continue }
        if let before = last.updateValue(first + place, forKey: id) { earlier.insert(before) }
      }
    }
    superseded = earlier
  }

  /// Goes through all rows, and back to where the file was.
  private static func read(
    _ packs: [Pack], _ options: SurveyOptions, _ input: Int32, after start: [UInt8],
    _ body: (borrowing RecordChunk, _ ids: IDPlaces, _ firstRow: Int) -> Void
  ) throws(SurveyError) {
    guard let place = systemPlace(of: input) else {
      throw .refused([
        Problem(
          code: .readOnceOnly, place: .init(file: options.file),
          summary: "which row is the last of an id shows at the end only, and this can be read once only",
          help: "save it as a file first, or use --repeats first")
      ])
    }
    var reader = try RecordReader(RawBytes(start, then: input, blockSize: options.blockSize), packs, options)
    let header = try reader.readHeader()
    let ids = IDPlaces(header, NobodyRows(header, separator: reader.separator))
    var chunk = RecordChunk(capacity: options.chunkSize, separator: reader.separator)
    var rows = 0
    while try reader.read(into: &chunk) {
      body(chunk, ids, rows)
      rows += chunk.recordCount
    }
    systemGo(to: place, in: input)
  }
}
