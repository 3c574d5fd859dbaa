/// Where a record lies in its chunk.
struct Record {
  var place: UInt32
  var start: UInt32
  var firstField: UInt32
  var fieldCount: UInt32
}

/// A stretch of a survey file: its text, and where the records and fields in it end.
///
/// The unsafe memory of the reading side is all here. Up to `margin` bytes before and after the text may be read.
struct RecordChunk: ~Copyable, @unchecked Sendable {  // nobody else has its memory
  private static let margin = 64
  let capacity: Int
  let separator: UInt8
  let text: UnsafeMutableRawPointer
  let fieldEnds: UnsafeMutablePointer<UInt32>
  let records: UnsafeMutablePointer<Record>
  /// In the file, of the first record; the header has none.
  var firstNumber = 1
  /// In the file, of the first byte, counted from 1.
  var firstLine = 1
  var byteCount = 0
  var recordCount = 0
  /// The first byte after the last whole record.
  var recordsEnd = 0
  /// How many lines end in the text, in records or not; counted while records are found.
  var lineEndCount = 0
  /// All of the text is ASCII, without NUL.
  var isPlain = true
  /// By record: the line of the file it comes from, where the text was made of something else; empty where it was not.
  var lines: [Int] = []
  /// The text was made of the cells of a sheet: they have columns, not places in a line.
  var countsCells = false
  /// Places of records whose id stands in an earlier one, in ascending order.
  var doubles: [UInt32] = []

  init(capacity: Int, separator: UInt8 = ASCII.comma) {
    self.capacity = capacity
    self.separator = separator
    text = .allocate(byteCount: capacity + 2 * Self.margin, alignment: 64) + Self.margin
    (text - Self.margin).initializeMemory(as: UInt8.self, repeating: ASCII.newline, count: Self.margin)
    fieldEnds = .allocate(capacity: capacity + 2 * Self.margin) + Self.margin
    records = .allocate(capacity: capacity + 1)
  }

  deinit {
    (text - Self.margin).deallocate()
    (fieldEnds - Self.margin).deallocate()
    records.deallocate()
  }

  mutating func replaceText(with bytes: [UInt8]) {
    precondition(bytes.count <= capacity)
    text.copyMemory(from: bytes, byteCount: bytes.count)
    (byteCount, recordCount, recordsEnd, isPlain) = (bytes.count, 0, 0, true)
    doubles.removeAll(keepingCapacity: true)
  }

  /// The memory behind the text.
  var free: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: text + byteCount, count: capacity - byteCount)
  }

  /// Leaves the first bytes; records are to be found anew.
  mutating func truncate(to count: Int) {
    (byteCount, recordCount, recordsEnd, isPlain) = (count, 0, 0, true)
  }

  /// Ends the last record of a file; where it is ended already, this makes an empty line.
  mutating func endLine() {
    if byteCount == 0 { return }
    text.storeBytes(of: ASCII.newline, toByteOffset: byteCount, as: UInt8.self)
    byteCount += 1
  }

  /// Puts behind the text what is plain, and separates nothing.
  func clearMargin() {
    let byte = separator == ASCII.space ? ASCII.zero : ASCII.space
    (text + byteCount).initializeMemory(as: UInt8.self, repeating: byte, count: Self.margin - 1)
  }

  func number(of record: Record) -> Int { firstNumber + Int(record.place) }

  @inline(__always)
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text + range.lowerBound, count: range.count)
  }

  /// Where the bytes between the separators lie.
  @inline(__always)
  func range(_ column: Int, of record: Record) -> Range<Int> {
    let ends = fieldEnds + Int(record.firstField)
    return Int(column == 0 ? record.start : ends[column - 1] + 1)..<Int(ends[column])
  }

  /// The bytes between the separators.
  @inline(__always)
  func field(_ column: Int, of record: Record) -> UnsafeRawBufferPointer { bytes(range(column, of: record)) }

  /// The bytes of all fields.
  @inline(__always)
  func bytes(of record: Record) -> UnsafeRawBufferPointer {
    bytes(Int(record.start)..<Int(fieldEnds[Int(record.firstField + record.fieldCount) - 1]))
  }
}

extension RecordChunk {
  /// How many lines end between two bytes.
  func lineEnds(from start: Int = 0, before end: Int) -> Int {
    var (count, position) = (0, start)
    while position < end {
      let newlines = Bytes64(text + position).mask(ASCII.newline)
      count += (end - position < 64 ? newlines & (1 << UInt64(end - position) - 1) : newlines).nonzeroBitCount
      position += 64
    }
    return count
  }

  /// The line of the file and the character in it at which a byte stands, both counted from 1.
  func position(ofByte place: Int) -> (line: Int, column: Int) {
    var cursor = LineCursor()
    return position(ofByte: place, from: &cursor)
  }

  /// The same, counted on from an earlier byte.
  func position(ofByte place: Int, from cursor: inout LineCursor) -> (line: Int, column: Int) {
    if place < cursor.place { cursor = LineCursor() }
    cursor.lineEnds += lineEnds(from: cursor.place, before: place)
    cursor.place = place
    let line = bytes(0..<place)
    let start = line.lastIndex(of: ASCII.newline).map { $0 + 1 } ?? 0
    return (firstLine + cursor.lineEnds, String(decoding: line[start...], as: UTF8.self).count + 1)
  }
}

/// How far the lines of a chunk have been counted.
struct LineCursor {
  fileprivate var place = 0
  fileprivate var lineEnds = 0
}
