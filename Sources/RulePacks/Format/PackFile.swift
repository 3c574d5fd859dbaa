import Ergonomics
import Markup

/// A file of a pack that is well-formed and valid.
struct PackFile: Sendable {
  /// As problems name it.
  let path: String
  /// Without folders.
  let name: String
  let document: MarkupDocument

  var root: MarkupElement { document.root }

  func spot(of element: MarkupElement) -> SourceLocation {
    SourceLocation(place: Problem.Place(file: path, line: element.line))
  }

  func text(of element: MarkupElement) -> WrittenText {
    WrittenText(file: self, element: element, attribute: nil, text: element.text)
  }

  /// `nil` if the element has no such attribute.
  func attribute(_ name: String, of element: MarkupElement) -> WrittenText? {
    element.token(name).map { WrittenText(file: self, element: element, attribute: name, text: $0) }
  }

  /// An attribute that the format makes certain.
  func required(_ name: String, of element: MarkupElement) -> WrittenText {
    WrittenText(file: self, element: element, attribute: name, text: element.required(name))
  }
}

/// Where a problem is, and what stands there.
struct SourceLocation: Sendable {
  let place: Problem.Place
  var excerpt: Problem.Excerpt?
}

/// A text or an attribute of a pack file, with the way back to where it was written.
struct WrittenText: Sendable {
  let file: PackFile
  let element: MarkupElement
  /// `nil` for the text inside the element.
  let attribute: String?
  let text: String

  /// The whole text; of an attribute or a text in one line with a caret.
  var spot: SourceLocation {
    let start = text.prefix(while: \.isWhitespace).count
    let words = text.dropFirst(start).reversed().drop(while: \.isWhitespace).count
    return spot(ofCharacters: start..<start + words)
  }

  /// Some characters of the text, counted from 0. A caret ends with the line.
  func spot(ofCharacters characters: Range<Int>) -> SourceLocation {
    guard let position = position(ofCharacter: characters.lowerBound), let source = file.document.source else {
      return file.spot(of: element)
    }
    let (line, cut) = source.stretch(around: position)
    let last = characters.isEmpty ? nil : self.position(ofCharacter: characters.upperBound - 1)
    let end = last.map { $0.line == position.line ? $0.column : cut + line.count } ?? position.column
    return SourceLocation(
      place: Problem.Place(file: file.path, line: position.line, column: position.column),
      excerpt: Problem.Excerpt(text: line, marked: position.column - 1 - cut..<max(position.column, end) - cut))
  }

  private func position(ofCharacter offset: Int) -> MarkupSource.Position? {
    guard let attribute else { return file.document.source?.position(ofCharacter: offset, inTextOf: element) }
    // Blanks at the ends of an attribute do not count.
    let before = element[attribute]?.prefix(while: \.isWhitespace).count ?? 0
    return file.document.source?.position(ofCharacter: before + offset, inAttribute: attribute, of: element)
  }
}

extension MarkupElement {
  /// Its text with white space as single blanks, as readers see it.
  var words: String { text.withSingleBlanks }

  /// The texts of its children of this name.
  func texts(_ name: String) -> [String] { elements(name).map(\.words) }

  /// The text of the first child of this name, which the format makes certain.
  func words(in name: String) -> String { requiredElement(name).words }
}

extension String {
  /// The names that stand in a text: whatever looks like an id.
  var names: Set<String> {
    func isPart(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let kebab = utf8.split { !isPart($0) && $0 != UInt8(ascii: "-") }
    let snake = utf8.split { !isPart($0) }
    return Set((kebab + snake).map { String(decoding: $0, as: UTF8.self) })
  }
}
