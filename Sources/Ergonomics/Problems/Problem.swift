/// Something wrong in a file that a person wrote: a rule, a questionnaire, a survey, an answers file.
///
/// Prints as one line that editors can jump to, the text with a caret where there is one, then the way out:
///
///     Rules/office/chair/feet-hanging.xml:9:11: unknown question 'foot_contct'
///       9 |   <when>foot_contct is hanging</when>
///         |         ^^^^^^^^^^^
///       help: did you mean 'foot_contact'?
package struct Problem: Error, Hashable, Sendable {
  package let code: Code
  package let place: Place
  /// States what was found, quoting what was written. Neutral, one sentence, no full stop.
  package let summary: String
  /// The line the problem is in, as written, with the stretch a caret points at.
  package let excerpt: Excerpt?
  /// One action. `nil` only when no advice is better than a guess.
  package let help: String?
  /// Lines that can be put into the file as they stand.
  package let paste: String?

  package init(
    code: Code, place: Place, summary: String, excerpt: Excerpt? = nil, help: String? = nil, paste: String? = nil
  ) {
    (self.code, self.place, self.summary) = (code, place, summary)
    (self.excerpt, self.help, self.paste) = (excerpt, help, paste)
  }
}

extension Problem {
  package struct Place: Hashable, Sendable {
    package let file: String
    /// Counted from 1; `nil` when the problem is the file as a whole.
    package let line: Int?
    /// Counted from 1, in characters.
    package let column: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil) {
      (self.file, self.line, self.column) = (file, line, column)
    }
  }

  package struct Excerpt: Hashable, Sendable {
    package let text: String
    /// Which characters of `text` the caret marks, counted from 0.
    package let marked: Range<Int>

    package init(text: String, marked: Range<Int>) { (self.text, self.marked) = (text, marked) }
  }
}

extension Problem: CustomStringConvertible {
  /// Each of its parts in a line, whatever it quotes: see `String.printable`.
  package var description: String {
    let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
    let longest = TerminalText.longestLine / 2
    var lines = ["\(place.file.printable)\(position): \(summary.shortened(to: longest).printable)"]
    if let excerpt {
      let number = place.line.map(String.init) ?? ""
      let margin = String(repeating: " ", count: number.count)
      let (text, offset, length) = excerpt.shown
      lines.append("  \(number) | \(text)")
      lines.append("  \(margin) | \(String(repeating: " ", count: offset))\(String(repeating: "^", count: length))")
    }
    if let help { lines.append("  help: \(help.shortened(to: longest).printable)") }
    if let paste { lines += paste.split(separator: "\n").map { String($0).shortened(to: longest).printable } }
    return lines.joined(separator: "\n")
  }
}

extension Problem.Excerpt {
  /// The most characters that are shown before the mark, of what is marked, and behind it.
  private static let widest = 120

  /// The line around what is marked, printable, and where the carets stand.
  fileprivate var shown: (text: String, offset: Int, length: Int) {
    let start = text.index(text.startIndex, offsetBy: marked.lowerBound, limitedBy: text.endIndex) ?? text.endIndex
    let end = text.index(start, offsetBy: marked.count, limitedBy: text.endIndex) ?? text.endIndex
    let isCut = marked.lowerBound > Self.widest
    let before = (isCut ? "…" : "") + String(text[..<start].suffix(Self.widest)).printable
    let inside = String(text[start..<end].prefix(Self.widest)).printable
    let rest = text[end...].prefix(Self.widest)
    let isWhole = marked.count <= Self.widest && rest.endIndex == text.endIndex
    let after = marked.count > Self.widest ? "" : String(rest).printable
    let missing = max(0, marked.lowerBound - text.count)  // a mark behind the end of the line
    return (
      before + inside + after + (isWhole ? "" : "…"), before.count + missing, max(1, min(inside.count, 2 * Self.widest))
    )
  }
}

extension Problem: Comparable {
  /// By file, line and column; equal places by code, then wording, so that the order never depends on how they were found.
  package static func < (a: Problem, b: Problem) -> Bool {
    let placeA = (a.place.file, a.place.line ?? 0, a.place.column ?? 0)
    let placeB = (b.place.file, b.place.line ?? 0, b.place.column ?? 0)
    if placeA != placeB { return placeA < placeB }
    return (a.code.rawValue, a.summary) < (b.code.rawValue, b.summary)
  }
}
