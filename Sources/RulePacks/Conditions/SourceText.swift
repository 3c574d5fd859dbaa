import Ergonomics

/// A piece of text with the place it was found at, so that problems in it can point at the very characters.
package struct SourceText: Sendable {
  /// Where a stretch of characters stands in the file, and the line that shows it; `nil` if that cannot be told.
  package typealias Locator = @Sendable (Range<Int>) -> (place: Problem.Place, excerpt: Problem.Excerpt)?

  package let text: String
  private let file: String
  private let line: Int
  private let locate: Locator

  /// - Parameters:
  ///   - text: As the reader of the file gives it, references such as `&lt;` resolved.
  ///   - line: Of the first character, counted from 1.
  ///   - locate: Asked with characters of `text`, counted from 0; an empty range may be right after the last one.
  ///     Without an answer a problem shows the line of `text` and has no column.
  package init(_ text: String, file: String, line: Int, locate: @escaping Locator = { _ in nil }) {
    (self.text, self.file, self.line, self.locate) = (text, file, line, locate)
  }

  /// Some of the text on one line, with single blanks.
  func written(_ range: Range<Int>) -> String {
    Array(text)[range].split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  func place(of range: Range<Int>) -> (place: Problem.Place, excerpt: Problem.Excerpt) {
    locate(range) ?? placeInText(of: range)
  }

  private func placeInText(of range: Range<Int>) -> (place: Problem.Place, excerpt: Problem.Excerpt) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var (number, start) = (0, range.lowerBound)
    while number < lines.count - 1, start > lines[number].count {
      start -= lines[number].count + 1
      number += 1
    }
    let end = min(start + range.count, lines[number].count)
    // A tab takes one place, so that the caret stands below what it marks.
    let excerpt = String(lines[number].map { $0.isWhitespace ? " " : $0 })
    return (
      Problem.Place(file: file, line: line + number),
      Problem.Excerpt(text: excerpt, marked: start..<max(start, end))
    )
  }
}
