/// Finds the line and the character of a byte in a text, fast however long its lines are.
package struct TextPlaces: Sendable, Hashable {
  /// In bytes; what lies between two marks is counted anew each time.
  private static let stretch = 2048
  private struct Mark: Sendable, Hashable {
    let place: Int
    /// How many characters of the line come before it.
    let column: Int
  }

  let lineStarts: [Int]
  /// In lines that are long, in order.
  private let marks: [Mark]
  private let length: Int

  package init(_ bytes: [UInt8]) {
    (lineStarts, marks, length) = bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      for place in bytes.indices where bytes[place] == 0x0A { starts.append(place + 1) }
      var marks: [Mark] = []
      for (line, start) in starts.enumerated() {
        let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        if end - start > Self.stretch { Self.mark(bytes, start..<end, &marks) }
      }
      return (starts, marks, bytes.count)
    }
  }

  /// Marks stand between two characters of ASCII that are none but themselves.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ marks: inout [Mark]) {
    var (place, column) = (line.lowerBound, 0)
    while place + stretch < line.upperBound {
      var next = place + stretch
      while next < line.upperBound, !(0x20..<0x7F).contains(bytes[next]) || !(0x20..<0x7F).contains(bytes[next - 1]) {
        next += 1
      }
      column += characters(bytes[place..<next])
      place = next
      marks.append(Mark(place: place, column: column))
    }
  }

  /// Counted from 0.
  package func line(ofByte place: Int) -> Int { lineStarts.lastSorted { $0 <= place } }

  /// Both counted from 1.
  package func position(ofByte place: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    precondition(bytes.count == length)
    let place = min(place, length)
    let line = line(ofByte: place)
    var (start, column) = (lineStarts[line], 0)
    if !marks.isEmpty, case let mark = marks[marks.lastSorted { $0.place <= place }],
      (start...place).contains(mark.place)
    {
      (start, column) = (mark.place, mark.column)
    }
    let rest = bytes.withUnsafeBufferPointer { Self.characters($0[start..<place]) }
    return (line + 1, column + rest + 1)
  }

  /// The bytes of a line, counted from 0; of a long one those around a character, and how many characters come before.
  func stretch(ofLine line: Int, aroundColumn column: Int) -> (bytes: Range<Int>, cut: Int) {
    let start = lineStarts[line]
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : length
    let known =
      marks.isEmpty ? nil : marks[marks.lastSorted { $0.place < start || $0.column <= column && $0.place < end }]
    guard end - start > Self.stretch, let known, (start..<end).contains(known.place), known.column <= column else {
      return (start..<min(end, start + 2 * Self.stretch), 0)
    }
    return (known.place..<min(end, known.place + 2 * Self.stretch), known.column)
  }

  private static func characters(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
  }
}

extension Array {
  /// The last element for which it holds, or else the first; for all before that it must hold too.
  fileprivate func lastSorted(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
