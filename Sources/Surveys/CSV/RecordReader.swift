import Ergonomics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a file or a pipe in chunks of whole records.
struct RecordReader: ~Copyable {
  private let descriptor: Int32
  /// As problems name it.
  private let file: String
  private var carried: [UInt8] = []
  private var next = 1
  private var line = 1
  private var isAtStart = true

  init(_ descriptor: Int32, file: String) { (self.descriptor, self.file) = (descriptor, file) }

  /// Fills the chunk with the next records; false at the end of the file.
  mutating func read(into chunk: inout RecordChunk) throws(SurveyError) -> Bool {
    repeat {
      chunk.replaceText(with: carried)
      let isLast = try fill(&chunk)
      if isAtStart { try dropByteOrderMark(of: &chunk) }
      chunk.findRecords()
      (chunk.firstNumber, chunk.firstLine) = (next, line)
      if chunk.recordCount == 0, chunk.recordsEnd < chunk.byteCount { throw refusal(of: chunk, isLast: isLast) }
      carry(chunk, from: chunk.recordsEnd)
      next += chunk.recordCount
      if isLast, carried.isEmpty { break }
    } while chunk.recordCount == 0
    return chunk.recordCount > 0
  }

  /// The fields of the first record, and the line it is in.
  mutating func readHeader(chunkSize: Int) throws(SurveyError) -> (names: [String], line: Int) {
    var chunk = RecordChunk(capacity: chunkSize)
    guard try read(into: &chunk) else {
      throw .refused([
        Problem(
          code: .emptySurvey, place: .init(file: file), summary: "the file is empty",
          help: "a survey begins with a line of headings: id, then question ids")
      ])
    }
    let header = chunk.records[0]
    let place = chunk.position(ofByte: Int(header.start)).line
    guard String(validating: chunk.bytes(of: header), as: UTF8.self)?.contains("\0") == false else {
      throw wrongEncoding(line: place)
    }
    let names = (0..<Int(header.fieldCount)).map { String(field: chunk.field($0, of: header)).restored }
    line = chunk.firstLine
    carry(chunk, from: chunk.recordCount > 1 ? Int(chunk.records[1].start) : chunk.recordsEnd)
    next = 1
    return (names, place)
  }

  /// True at the end of the file.
  private func fill(_ chunk: inout RecordChunk) throws(SurveyError) -> Bool {
    while chunk.byteCount < chunk.capacity {
      let count = systemRead(descriptor, chunk.text + chunk.byteCount, chunk.capacity - chunk.byteCount)
      if count < 0, errno != EINTR { throw .cannotRead(errno: errno) }
      chunk.byteCount += max(count, 0)
      if count == 0 {
        chunk.endLine()
        return true
      }
    }
    return false
  }

  private mutating func dropByteOrderMark(of chunk: inout RecordChunk) throws(SurveyError) {
    isAtStart = false
    let start = chunk.bytes(0..<min(3, chunk.byteCount))
    if start.elementsEqual([0xEF, 0xBB, 0xBF]) { chunk.dropFirst(3) }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { throw wrongEncoding(line: 1) }
  }

  private mutating func carry(_ chunk: borrowing RecordChunk, from start: Int) {
    line += chunk.lineEnds(before: start)
    carried.removeAll(keepingCapacity: true)
    carried += chunk.bytes(start..<chunk.byteCount)
  }
}

extension RecordReader {
  private func wrongEncoding(line: Int) -> SurveyError {
    .refused([
      Problem(
        code: .wrongEncoding, place: .init(file: file, line: line), summary: "the headings are not in UTF-8",
        help: "save the file as 'CSV UTF-8' and try again")
    ])
  }

  /// Why a chunk holds no whole record.
  private func refusal(of chunk: borrowing RecordChunk, isLast: Bool) -> SurveyError {
    let opened = chunk.openQuote()
    let (line, column) = chunk.position(ofByte: opened ?? chunk.recordsEnd)
    let place = Problem.Place(file: file, line: line, column: column)
    let help = "close the quotation mark; a quotation mark inside a quoted cell is written twice"
    if isLast {
      return .refused([
        Problem(code: .openQuote, place: place, summary: "a quotation mark is not closed up to the end", help: help)
      ])
    }
    return .refused([
      Problem(
        code: opened == nil ? .rowTooLong : .openQuote, place: place,
        summary: opened == nil
          ? "a row is longer than \(chunk.capacity) bytes"
          : "a quotation mark is not closed within \(chunk.capacity) bytes",
        help: opened == nil ? "check that the file holds a row of answers on each line" : help)
    ])
  }
}

extension RecordChunk {
  /// The quotation mark behind the last whole record that opens a quoted field and is not closed.
  fileprivate func openQuote() -> Int? {
    var (opened, isInside, mayOpen) = (nil as Int?, false, true)
    for place in recordsEnd..<byteCount {
      let byte = text.load(fromByteOffset: place, as: UInt8.self)
      if byte == ASCII.quote, isInside {
        (isInside, mayOpen) = (false, true)  // it is open still if another follows
      } else if byte == ASCII.quote, mayOpen {
        if place == recordsEnd || text.load(fromByteOffset: place - 1, as: UInt8.self) != ASCII.quote { opened = place }
        isInside = true
      } else if !isInside {
        mayOpen = byte == separator || byte == ASCII.newline
      }
    }
    return isInside ? opened : nil
  }
}

private func systemRead(_ descriptor: Int32, _ memory: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, memory, count)
}
