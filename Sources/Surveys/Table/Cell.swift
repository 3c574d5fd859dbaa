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
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      let bytes = text.loadUnaligned(fromByteOffset: start, as: UInt64.self)  // the margin is text too
      let bits = UInt64(8 * min(8, range.upperBound - start))
      let own = (1 << bits) &- 1 as UInt64  // all of them for 64
      if Self.needsCare(bytes & own | Self.spaces & ~own) { return nil }
    }
    return range
  }

  private static let spaces: UInt64 = 0x2020_2020_2020_2020

  /// Whether one of eight bytes is a control character, a quotation mark or a comma (H. S. Warren, Hacker's Delight, 2nd
  /// ed., 6-1); a byte beyond ASCII is none. Some texts without one are said to need care as well.
  @inline(__always)
  private static func needsCare(_ bytes: UInt64) -> Bool {
    let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    func below(_ limit: UInt64) -> UInt64 { (bytes &- ones &* limit) & ~bytes }
    func equal(_ byte: UInt8) -> UInt64 {
      let difference = bytes ^ ones &* UInt64(byte)
      return (difference &- ones) & ~difference
    }
    return (below(32) | equal(ASCII.quote) | equal(ASCII.comma)) & tops != 0
  }

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
