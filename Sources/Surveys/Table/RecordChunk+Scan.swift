extension RecordChunk {
  private enum Place { case fieldStart, plain, quoted, afterQuote }
  private struct Scan {
    var position = 0
    var place = Place.fieldStart  // `plain` can be `fieldStart` too: look at the byte before
    var fieldCount = 0
    var firstField = 0  // of the record
  }

  /// Finds the fields and records of the text, 64 bytes at a time.
  mutating func findRecords() {
    clearMargin()
    lineEndCount = 0
    var scan = Scan()
    var unplain = SIMD16<UInt8>()
    while scan.position < byteCount {
      let bytes = Bytes64(text + scan.position)
      bytes.noteUnplain(&unplain)
      let (newlines, quotes) = (bytes.equal(ASCII.newline), bytes.equal(ASCII.quote))
      var separators = (bytes.equal(separator) | newlines).mask
      if scan.place == .quoted || !quotes.isEmpty {
        guard leaveOutQuoted(of: &separators, quotes: quotes.mask, &scan) else {
          walk(&scan)
          continue
        }
      } else {
        scan.place = .plain
      }
      let before = scan.fieldCount
      note(separators, from: scan.position, at: fieldEnds + before)
      scan.fieldCount &+= separators.nonzeroBitCount
      if !newlines.isEmpty { endRecords(at: newlines.mask, of: separators, fieldsBefore: before, &scan) }
      scan.position &+= 64
    }
    let halves = unsafeBitCast(unplain, to: SIMD2<UInt64>.self)
    if (halves[0] | halves[1]) & 0x8080_8080_8080_8080 != 0 { isPlain = false }
  }

  /// Ends a record at each line end that separates.
  @inline(__always)
  private mutating func endRecords(
    at lineEnds: UInt64, of separators: UInt64, fieldsBefore before: Int, _ scan: inout Scan
  ) {
    var rest = lineEnds
    while rest != 0 {
      lineEndCount &+= 1
      let upToThis = rest ^ (rest &- 1)
      rest &= rest &- 1
      if separators & upToThis & ~(upToThis &>> 1) == 0 { continue }
      endRecord(fields: before &+ (separators & upToThis).nonzeroBitCount, &scan)
    }
  }

  /// Leaves out the separators between quotes (G. Langdale and D. Lemire, "Parsing gigabytes of JSON per second", 2019, 3.1.1).
  ///
  /// False if a quote opens that is neither at the start of a field nor the second of two.
  @inline(never)
  private func leaveOutQuoted(of separators: inout UInt64, quotes: UInt64, _ scan: inout Scan) -> Bool {
    startField(&scan)
    var quoted = quotes
    for width in [1, 2, 4, 8, 16, 32] as [UInt64] { quoted ^= quoted << width }
    if scan.place == .quoted { quoted = ~quoted }
    let outside = separators & ~quoted
    let mayOpen = (outside | quotes & ~quoted) << 1 | (scan.place == .plain ? 0 : 1)
    guard quotes & quoted & ~mayOpen == 0 else { return false }
    separators = outside
    scan.place = quoted >> 63 == 1 ? .quoted : quotes >> 63 == 1 ? .afterQuote : .plain
    return true
  }

  private func startField(_ scan: inout Scan) {
    let previous = text.load(fromByteOffset: scan.position - 1, as: UInt8.self)
    if scan.place == .plain, previous == separator || previous == ASCII.newline { scan.place = .fieldStart }
  }

  /// The same byte by byte, for 64 bytes with stray quotes: inside an unquoted field a quote is an ordinary character.
  @inline(never)
  private mutating func walk(_ scan: inout Scan) {
    let end = min(scan.position + 64, byteCount)
    for position in scan.position..<end {
      let byte = text.load(fromByteOffset: position, as: UInt8.self)
      if byte == ASCII.newline { lineEndCount += 1 }
      switch (scan.place, byte) {
      case (.quoted, ASCII.quote): scan.place = .afterQuote
      case (.quoted, _): break
      case (_, separator), (_, ASCII.newline):
        fieldEnds[scan.fieldCount] = UInt32(truncatingIfNeeded: position)
        scan.fieldCount += 1
        scan.place = .fieldStart
        if byte == ASCII.newline { endRecord(fields: scan.fieldCount, &scan) }
      case (.fieldStart, ASCII.quote), (.afterQuote, ASCII.quote): scan.place = .quoted
      default: scan.place = .plain
      }
    }
    scan.position = end
  }

  /// Writes down where the bits are, eight at once: a loop for each bit would end where no processor can foresee it.
  @inline(__always)
  private func note(_ bits: UInt64, from base: Int, at list: UnsafeMutablePointer<UInt32>) {
    var (rest, next) = (bits, list)
    repeat {
      for place in 0..<8 {
        next[place] = UInt32(truncatingIfNeeded: base &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
      next += 8
    } while rest != 0
  }

  /// Ends a record at the last of so many fields; leaves out empty lines, and the `\r` of `\r\n`.
  private mutating func endRecord(fields: Int, _ scan: inout Scan) {
    let newline = Int(fieldEnds[fields - 1])
    let end = text.load(fromByteOffset: newline - 1, as: UInt8.self) == ASCII.carriageReturn ? newline - 1 : newline
    fieldEnds[fields - 1] = UInt32(truncatingIfNeeded: end)
    if end > recordsEnd {
      records[recordCount] = Record(
        place: UInt32(recordCount), start: UInt32(recordsEnd), firstField: UInt32(scan.firstField),
        fieldCount: UInt32(fields - scan.firstField))
      recordCount += 1
    }
    scan.firstField = fields
    recordsEnd = newline + 1
  }
}
