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
  private let places: TextPlaces

  /// `nil` unless the bytes are UTF-8.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    startTags = Self.findStartTags(bytes)
    places = TextPlaces(bytes)
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

  /// The line of a place as written, without its end; of a very long one a stretch around the place, and how many
  /// characters come before that.
  package func stretch(around position: Position) -> (text: String, cut: Int) {
    let (stretch, cut) = places.stretch(ofLine: position.line - 1, aroundColumn: position.column - 1)
    let line = bytes[stretch]
    return (String(decoding: line.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self), cut)
  }

  private func line(ofByte place: Int) -> Int { places.line(ofByte: place) }

  private func position(ofByte place: Int) -> Position {
    let (line, column) = places.position(ofByte: place, in: bytes)
    return Position(line: line, column: column)
  }
}
