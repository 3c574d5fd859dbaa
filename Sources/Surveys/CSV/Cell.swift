extension String {
  /// What a person meant by a field: without quotes and blanks around it. Not for every field of every row.
  init(field: UnsafeRawBufferPointer) {
    var text = field[...].trimmed
    let isQuoted = text.count > 1 && text.first == ASCII.quote && text.last == ASCII.quote
    if isQuoted { text = text.dropFirst().dropLast().trimmed }
    self.init(decoding: text, as: UTF8.self)
    if isQuoted { self = replacing("\"\"", with: "\"") }
  }
}

extension Slice<UnsafeRawBufferPointer> {
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
    if Self.mayBeFormula[Int(first)] || first == ASCII.space || byte(range.upperBound - 1) == ASCII.space { return nil }
    for place in range where byte(place) < ASCII.space || byte(place) == ASCII.quote || byte(place) == ASCII.comma {
      return nil
    }
    return range
  }

  private func byte(_ place: Int) -> UInt8 { text.load(fromByteOffset: place, as: UInt8.self) }

  private static let mayBeFormula = (UInt8.min...UInt8.max).map { "=+-@'\t\r".utf8.contains($0) }
}
