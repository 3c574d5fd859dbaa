/// A text whose lines are kept, without the blanks that only put it in its place.
struct WrittenLines: Hashable {
  /// They stand below the start tag, and not behind it.
  let isBelow: Bool
  /// Further in than the others only where they were.
  let lines: [String]

  init(_ text: String) {
    let all = text.writtenLines.map(Self.trimmed)
    let body = all.drop { $0.isBlank }
    isBelow = body.startIndex > 0
    let kept = Array(body.prefix(through: body.lastIndex { !$0.isBlank } ?? body.startIndex))
    lines = isBelow ? Self.aligned(kept) : kept.map(\.withoutIndent)
  }

  /// Lines as far left as they can be together.
  static func aligned(_ lines: [String]) -> [String] {
    let lines = lines.map(\.withSpaces)
    let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }
  }

  /// Without blanks at its end.
  static func trimmed(_ line: String) -> String {
    var scalars = line.unicodeScalars
    while let last = scalars.last, String.isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}

/// A comment, its lines as far in as the place wants it.
struct CommentLayout {
  private let first: String
  private let rest: [String]

  init(_ text: String) {
    let lines = text.writtenLines.map(WrittenLines.trimmed)
    first = (lines.first ?? "").withoutIndent
    let rest = Array(lines.dropFirst())
    self.rest = WrittenLines.aligned(rest.lastIndex { !$0.isEmpty }.map { Array(rest[...$0]) } ?? [])
  }

  func text(at indent: Int) -> String {
    func line(_ text: String, in further: Int) -> String {
      "\n" + (text.isEmpty ? "" : String(repeating: " ", count: indent + further) + text)
    }
    if first.isEmpty, rest.isEmpty { return "<!-- -->" }
    if first.isEmpty {
      let body = rest.drop { $0.isEmpty }.map { line($0, in: 2) }.joined()
      return "<!--" + body + line("-->", in: 0)
    }
    return "<!-- \(first)" + rest.map { line($0, in: 5) }.joined() + " -->"
  }
}

extension String {
  fileprivate var withoutIndent: String { String(String.UnicodeScalarView(unicodeScalars.drop(while: String.isBlank))) }

  /// With blanks in place of the tabs before it.
  fileprivate var withSpaces: String {
    var (count, rest) = (0, unicodeScalars[...])
    while let blank = rest.first, String.isBlank(blank) {
      count += blank == "\t" ? 8 - count % 8 : 1
      rest = rest.dropFirst()
    }
    return String(repeating: " ", count: count) + String(String.UnicodeScalarView(rest))
  }
}
