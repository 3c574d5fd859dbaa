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
  /// Stands right behind `href="` or `src="`.
  let isAddress: Bool

  struct Position: Hashable, Sendable {
    /// Counted from 1.
    let line: Int
    /// In characters of the line, counted from 0.
    let columns: Range<Int>
  }
}

extension TemplateFile {
  /// The tags of the template in order. Problem code: `template-syntax`.
  func tags() throws -> [TemplateTag] {
    var tags: [TemplateTag] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line
      while let open = rest.firstRange(of: "{{") {
        guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
          throw problem(
            "a tag that does not end on its line", at: index + 1,
            columns(of: open.lowerBound..<line.endIndex, in: line),
            help: "write }} on the same line")
        }
        let end = rest[close.upperBound...].first == "}" ? rest.index(after: close.upperBound) : close.upperBound
        let position = TemplateTag.Position(line: index + 1, columns: columns(of: open.lowerBound..<end, in: line))
        tags.append(
          try tag(
            String(rest[open.upperBound..<close.lowerBound]), at: position,
            isAddress: ["href=\"", "src=\"", "href=", "src="].contains(where: line[..<open.lowerBound].hasSuffix)))
        rest = rest[end...]
      }
    }
    return tags
  }

  private func tag(_ inner: String, at position: TemplateTag.Position, isAddress: Bool) throws -> TemplateTag {
    let marked = TemplateTag.Kind(rawValue: inner.first ?? " ")
    let kind = marked ?? .variable
    let name = String(marked == nil ? inner[...] : inner.dropFirst()).trimmingSpaces()
    let isName = !name.isEmpty && name.utf8.allSatisfy { $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || isLetterOrDigit($0) }
    guard kind == .comment || isName else {
      throw problem(
        "a tag that is not understood: {{\(inner)}}", at: position.line, position.columns,
        help: "use {{name}}, {{{name}}}, {{#name}}, {{^name}}, {{/name}}, {{>name}} or {{! comment}}")
    }
    return TemplateTag(kind: kind, name: name, position: position, isAddress: isAddress)
  }

  func problem(_ summary: String, at line: Int, _ columns: Range<Int>, help: String) -> UnusableInput {
    UnusableInput([
      problem(.templateSyntax, summary, at: TemplateTag.Position(line: line, columns: columns), help: help)
    ])
  }

  func problem(_ code: Problem.Code, _ summary: String, at position: TemplateTag.Position, help: String?) -> Problem {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[position.line - 1]
    return Problem(
      code: code, place: .init(file: path, line: position.line, column: position.columns.lowerBound + 1),
      summary: summary, excerpt: .init(text: String(line), marked: position.columns), help: help)
  }

  private func columns(of range: Range<Substring.Index>, in line: Substring) -> Range<Int> {
    let start = line.distance(from: line.startIndex, to: range.lowerBound)
    return start..<start + line.distance(from: range.lowerBound, to: range.upperBound)
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
