/// The text of a parsed document, for finding where in it something was written.
///
/// A parser tells the line where a start tag ends, not where a word inside a text stands. The bytes of a well-formed
/// document without DOCTYPE tell both: its start tags, in order, are its elements.
package struct MarkupSource: Sendable, Hashable {
  /// A place in a file; line and column are counted from 1, the column in characters.
  package struct Position: Sendable, Hashable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
  }

  let bytes: [UInt8]
  /// By element number: the bytes of the start tag, from `<` to behind `>`.
  let startTags: [Range<Int>]
  private let lineStarts: [Int]

  /// `nil` unless the bytes are UTF-8.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    startTags = Self.findStartTags(bytes)
    lineStarts = [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The line a start tag begins in.
  func line(ofElement number: Int) -> Int? {
    startTags.indices.contains(number) ? line(ofByte: startTags[number].lowerBound) + 1 : nil
  }

  /// Where the start tag of an element begins.
  package func position(of element: MarkupElement) -> Position? {
    startTags.indices.contains(element.number) ? position(ofByte: startTags[element.number].lowerBound) : nil
  }

  /// Where a character of an element's `text` was written, counted from 0.
  package func position(ofCharacter offset: Int, inTextOf element: MarkupElement) -> Position? {
    guard startTags.indices.contains(element.number) else { return nil }
    return position(ofByte: byte(ofCharacter: offset, from: startTags[element.number].upperBound))
  }

  /// Where a character of an attribute's value was written, counted from 0.
  package func position(ofCharacter offset: Int, inAttribute name: String, of element: MarkupElement) -> Position? {
    guard startTags.indices.contains(element.number),
      let start = valueStart(ofAttribute: name, in: startTags[element.number])
    else { return nil }
    return position(ofByte: byte(ofCharacter: offset, from: start))
  }

  /// A line as written, without its end. Lines that do not exist are empty.
  package func line(_ number: Int) -> String {
    guard lineStarts.indices.contains(number - 1) else { return "" }
    let rest = bytes[lineStarts[number - 1]...]
    return String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }

  private func line(ofByte place: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  private func position(ofByte place: Int) -> Position {
    let line = line(ofByte: place)
    return Position(line: line + 1, column: String(decoding: bytes[lineStarts[line]..<place], as: UTF8.self).count + 1)
  }
}
