internal import Ergonomics

/// A prompt as the lines of a screen; the last one is where the person types.
struct PromptDrawing {
  /// Of the terminal.
  struct Size: Equatable, Sendable {
    var columns: Int
    var rows: Int
  }

  fileprivate struct Line {
    var text: String
    var style: TerminalStyle.Style?
    var isFilled: Bool { !text.isEmpty }
  }

  private let editor: LineEditor
  private let size: Size
  private let ink: TerminalStyle
  private let width: Int

  init(_ editor: LineEditor, size: Size, ink: TerminalStyle) {
    (self.editor, self.size, self.ink) = (editor, size, ink)
    width = max(20, min(size.columns - 1, 100))
  }

  private var prompt: Prompt { editor.prompt }

  /// Fewer than the screen has rows, none wider than it. What is too much for it is left out in the middle of the list.
  var lines: [TerminalText] {
    let space = max(4, size.rows - 1)
    var (head, foot) = (head, foot)
    let list = rows
    if head.count + foot.count + 3 > space { (head, foot) = (head.filter(\.isFilled), foot.filter(\.isFilled)) }
    let drawing = drawing
    if list.reduce(head.count + foot.count + drawing.count, { $0 + $1.count }) <= space { head += drawing }
    let room = space - head.count - foot.count
    let all = head + window(of: list, room: max(3, room)) + foot
    return all.suffix(space).map(drawn)
  }

  private func drawn(_ line: Line) -> TerminalText {
    let text = TerminalText(data: line.text)
    return line.style.map { ink($0, text) } ?? text
  }

  private var head: [Line] {
    let progress = [prompt.progress, prompt.section].compactMap { $0 }.joined(separator: " · ")
    let title = progress.isEmpty ? [] : text(progress, .dim)
    return [Line(text: "")] + title + text(prompt.text, .bold) + (prompt.rows.isEmpty ? [] : gap)
  }

  /// Nothing where it would not fit.
  private var drawing: [Line] {
    let lines = prompt.drawing.map { Line(text: $0.printable) }
    guard !lines.isEmpty, lines.allSatisfy({ $0.text.columns <= width }) else { return [] }
    return (prompt.rows.isEmpty ? gap : []) + lines + (prompt.rows.isEmpty ? [] : gap)
  }

  private var foot: [Line] {
    let before = prompt.rows.isEmpty ? prompt.before.map { text(InterviewPhrases.answerSoFar($0), .dim) } ?? [] : []
    let notes = prompt.notes.flatMap { text($0, .care) }
    let hints = [InterviewPhrases.howToAnswer(prompt, onScreen: true), prompt.commands].compactMap { $0 }
    return before + gap + notes + hints.flatMap { text($0, .dim) } + [Line(text: "> " + typed)]
  }

  /// Between the parts of a question; what only asks how to go on stays close to what it is about.
  private var gap: [Line] { prompt.kind == .one && prompt.progress == nil ? [] : [Line(text: "")] }

  /// The end of what is typed, if not all of it fits.
  private var typed: String {
    var (start, columns) = (editor.typed.endIndex, 0)
    while start > editor.typed.startIndex {
      let before = editor.typed.index(before: start)
      columns += String(editor.typed[before]).columns
      if columns > width - 3 { break }
      start = before
    }
    return String(editor.typed[start...])
  }

  private func text(_ text: String, _ style: TerminalStyle.Style?) -> [Line] {
    text.lines(to: width).flatMap { $0.printable.cut(to: width) }.map { Line(text: $0, style: style) }
  }

  /// The lines of each row of the list.
  private var rows: [[Line]] {
    let digits = max(2, String(prompt.rows.count).count)
    return prompt.rows.enumerated().map { place, row in
      let isMarked = place == editor.marked
      let number = String(place + 1)
      var label = (isMarked ? ">" : " ") + String(repeating: " ", count: digits - number.count) + number + "  "
      if case .several = prompt.kind { label += editor.chosen.contains(place) ? "[x] " : "[ ] " }
      let indent = label.count
      let lines = row.text.printable.wrapped(to: width - indent).split(separator: "\n")
        .flatMap { String($0).cut(to: width - indent) }
      return lines.enumerated().map { index, text in
        Line(
          text: (index == 0 ? label : String(repeating: " ", count: indent)) + text, style: isMarked ? .marked : nil)
      }
    }
  }

  /// As many rows as there is room for, around the marked one; what is left out is said.
  private func window(of rows: [[Line]], room: Int) -> [Line] {
    guard rows.reduce(0, { $0 + $1.count }) > room else { return rows.flatMap { $0 } }
    let space = max(1, room - 2)
    let marked = editor.marked ?? 0
    var (shown, used) = (marked..<marked + 1, rows[marked].count)
    while true {
      let before = shown
      if shown.upperBound < rows.count, used + rows[shown.upperBound].count <= space {
        used += rows[shown.upperBound].count
        shown = shown.lowerBound..<shown.upperBound + 1
      }
      if shown.lowerBound > 0, used + rows[shown.lowerBound - 1].count <= space {
        used += rows[shown.lowerBound - 1].count
        shown = shown.lowerBound - 1..<shown.upperBound
      }
      if shown == before { break }
    }
    let above = Line(text: shown.lowerBound > 0 ? InterviewPhrases.moreAbove : "", style: .dim)
    let below = Line(text: shown.upperBound < rows.count ? InterviewPhrases.moreBelow : "", style: .dim)
    return [above] + rows[shown].flatMap { $0 }.prefix(space) + [below]
  }
}
