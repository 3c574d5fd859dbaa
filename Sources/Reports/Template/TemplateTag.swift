import Ergonomics

/// A mustache tag of a template. Only what `TemplateCheck` can check is understood: variables, sections, inverted
/// sections, partials and comments.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Character {
    case variable = "{"
    case section = "#"
    case inverted = "^"
    case end = "/"
    case partial = ">"
    case comment = "!"
  }
  let kind: Kind
  let name: String
  let position: Position
  /// Where it stands in the template, with its braces.
  let bytes: Range<Int>
  /// Stands right behind `href="` or `src="`.
  let isAddress: Bool

  /// The names between dots; none for the innermost value, `.`.
  var path: [String] { name == "." ? [] : name.split(separator: ".").map(String.init) }

  struct Position: Hashable, Sendable {
    /// Counted from 1.
    let line: Int
    /// In characters of the line, counted from 0.
    let columns: Range<Int>
  }
}

/// A template and its tags in order.
struct TaggedTemplate: Sendable {
  let file: TemplateFile
  let bytes: [UInt8]
  let tags: [TemplateTag]

  /// - Throws: `UnusableInput` with the problem code `template-syntax`.
  init(_ file: TemplateFile) throws {
    var scanner = TagScanner(file)
    (self.file, bytes, tags) = (file, scanner.bytes, try scanner.tags())
  }

  /// The line of a tag that stands alone on it and leaves nothing there, with its end; `nil` for others.
  func line(ofLone tag: TemplateTag) -> Range<Int>? {
    if tag.kind == .variable { return nil }
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = bytes[..<tag.bytes.lowerBound].lastIndex { !isBlank($0) }
    guard start.map({ bytes[$0] == UInt8(ascii: "\n") }) ?? true else { return nil }
    let end = bytes[tag.bytes.upperBound...].firstIndex { !isBlank($0) }
    guard end.map({ bytes[$0] == UInt8(ascii: "\n") }) ?? true else { return nil }
    return (start.map { $0 + 1 } ?? 0)..<(end.map { $0 + 1 } ?? bytes.count)
  }

  /// The same with something in front of each line.
  func indented(by indentation: [UInt8]) -> TaggedTemplate {
    let indentation = String(decoding: indentation, as: UTF8.self)
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
    guard let template = try? TaggedTemplate(TemplateFile(path: file.path, text: text)) else {
      preconditionFailure("blanks in front of lines leave the tags of '\(file.path)' as they were")
    }
    return template
  }
}

/// Goes through a template from tag to tag.
private struct TagScanner {
  let file: TemplateFile
  let bytes: [UInt8]
  private var line = (number: 1, start: 0)

  init(_ file: TemplateFile) { (self.file, bytes) = (file, Array(file.text.utf8)) }

  mutating func tags() throws -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line = (line.number + 1, place + 1) }
      if isPair(UInt8(ascii: "{"), at: place) {
        tags.append(try tag(at: place))
        place = tags[tags.count - 1].bytes.upperBound
      } else {
        place += 1
      }
    }
    return tags
  }

  private func isPair(_ byte: UInt8, at place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place] == byte && bytes[place + 1] == byte
  }

  private func tag(at start: Int) throws -> TemplateTag {
    var close = start + 2
    while !isPair(UInt8(ascii: "}"), at: close) {
      guard close < bytes.count, bytes[close] != UInt8(ascii: "\n") else {
        throw problem("a tag that does not end on its line", start..<close, help: "write }} on the same line")
      }
      close += 1
    }
    let end = close + 2 < bytes.count && bytes[close + 2] == UInt8(ascii: "}") ? close + 3 : close + 2
    let inner = text(start + 2..<close)
    let marked = TemplateTag.Kind(rawValue: inner.first ?? " ")
    let kind = marked ?? .variable
    let name = String(marked == nil ? inner[...] : inner.dropFirst()).trimmingSpaces()
    guard kind == .comment || isName(name) else {
      throw problem(
        "a tag that is not understood: {{\(inner)}}", start..<end,
        help: "use {{name}}, {{{name}}}, {{#name}}, {{^name}}, {{/name}}, {{>name}} or {{! comment}}")
    }
    let before = bytes[line.start..<start]
    let isAddress = ["href=\"", "src=\"", "href=", "src="].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
    return TemplateTag(kind: kind, name: name, position: position(start..<end), bytes: start..<end, isAddress: isAddress)
  }

  private func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || isLetterOrDigit($0) }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func position(_ range: Range<Int>) -> TemplateTag.Position {
    let column = text(line.start..<range.lowerBound).count
    return TemplateTag.Position(line: line.number, columns: column..<column + text(range).count)
  }

  private func problem(_ summary: String, _ range: Range<Int>, help: String) -> UnusableInput {
    UnusableInput([file.problem(.templateSyntax, summary, at: position(range), help: help)])
  }
}

extension TemplateFile {
  func problem(_ code: Problem.Code, _ summary: String, at position: TemplateTag.Position, help: String?) -> Problem {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[position.line - 1]
    return Problem(
      code: code, place: .init(file: path, line: position.line, column: position.columns.lowerBound + 1),
      summary: summary, excerpt: .init(text: String(line), marked: position.columns), help: help)
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}

extension String {
  func trimmingSpaces() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
