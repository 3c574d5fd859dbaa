extension String {
  /// What a person meant by a field: without quotes and blanks around it. Not for every field of every row.
  init(field: UnsafeRawBufferPointer) {
    var text = field[...].trimmed
    let isQuoted = text.count > 1 && text.first == ASCII.quote && text.last == ASCII.quote
    if isQuoted { text = text.dropFirst().dropLast().trimmed }
    if isQuoted, text.contains(ASCII.quote) {
      self.init(decoding: text.withoutDoubledQuotes, as: UTF8.self)
    } else {
      self.init(decoding: text, as: UTF8.self)
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Of two quotation marks one. In bytes: as a character, one with an accent on it is none.
  fileprivate var withoutDoubledQuotes: [UInt8] {
    var (bytes, isFirst) = ([UInt8](), false)
    for byte in self {
      isFirst = byte == ASCII.quote && !isFirst
      if byte != ASCII.quote || isFirst { bytes.append(byte) }
    }
    return bytes
  }

  fileprivate var trimmed: Self {
    let start = drop { $0 == ASCII.space }
    return start.last == ASCII.space ? start[...start.lastIndex { $0 != ASCII.space }!] : start
  }
}

extension RecordChunk {
  /// What several columns say together of whose response it is: `record / event / instance`, without empty ones.
  func id(_ columns: [Int], of record: Record) -> String {
    var parts: [String] = []
    for column in columns { parts.append(String(field: field(column, of: record)).restored) }
    return parts.filter { !$0.isEmpty }.joined(separator: " / ")
  }

  /// Where the text of a field lies that means what it says and can be written as it is; `nil` where it takes care.
  func plainRange(_ column: Int, of record: Record) -> Range<Int>? {
    var range = range(column, of: record)
    if range.count > 1, byte(range.lowerBound) == ASCII.quote, byte(range.upperBound - 1) == ASCII.quote {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    if range.isEmpty { return range }
    let first = byte(range.lowerBound)
    if Self.mayBeFormula(first) || first == ASCII.space || byte(range.upperBound - 1) == ASCII.space { return nil }
    var start = range.lowerBound
    while start < range.upperBound {
      if needsCare(start, count: range.upperBound &- start) { return nil }
      start &+= 16
    }
    return range
  }

  /// Whether one of so many bytes, or of the first 16, is a control character, a quotation mark or a comma.
  @inline(__always)
  private func needsCare(_ start: Int, count: Int) -> Bool {
    let bytes = text.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)  // the margin is text too
    let isControl = bytes .< SIMD16<UInt8>(repeating: ASCII.space)
    let isMark = (bytes .== SIMD16<UInt8>(repeating: ASCII.quote)) .| (bytes .== SIMD16<UInt8>(repeating: ASCII.comma))
    let halves = unsafeBitCast(isControl .| isMark, to: SIMD2<UInt64>.self)
    if count < 8 { return halves[0] &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) != 0 }
    if count < 16 { return halves[0] | halves[1] << UInt64(truncatingIfNeeded: 128 &- 8 &* count) != 0 }
    return halves[0] | halves[1] != 0
  }

  @inline(__always)
  private func byte(_ place: Int) -> UInt8 { text.load(fromByteOffset: place, as: UInt8.self) }

  /// Whether text that begins so may be taken for a formula; beyond ASCII lie wide signs, and blanks of many kinds.
  @inline(__always)
  private static func mayBeFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80..., UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), ASCII.apostrophe,
      ASCII.tab,
      ASCII.carriageReturn:
      true
    default: false
    }
  }
}
