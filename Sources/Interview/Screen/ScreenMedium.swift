internal import Ergonomics

/// Draws the current question, and only that, again and again in its place; what is done with stays above as text.
package struct ScreenMedium: InterviewMedium {
  private let terminal: Terminal
  private let ink: TerminalStyle
  /// How many lines the prompt on show has; the cursor is in the last one.
  private var drawn = 0
  private var editor: LineEditor?
  /// What was said since the last question, such as a care card: it is on show until that of now is done with.
  private var standing: [(text: String, tone: Tone)] = []

  package init(_ terminal: Terminal, ink: TerminalStyle) { (self.terminal, self.ink) = (terminal, ink) }

  package mutating func say(_ text: String, _ tone: Tone) {
    standing.append((text, tone))
    show(text, tone)
  }

  private mutating func show(_ text: String, _ tone: Tone) {
    var lines = text.lines(to: width).flatMap { $0.printable.cut(to: width) }.map(TerminalText.init(data:))
    switch tone {
    case .plain: break
    case .heading: lines = [""] + lines.map { ink(.bold, $0) }
    case .quiet: lines = lines.map { ink(.dim, $0) }
    case .care:
      lines = [""] + lines.enumerated().map { $0.offset == 0 ? ink(.care, ink(.bold, $0.element)) : $0.element }
    }
    show(lines)
  }

  private var width: Int { max(20, min(terminal.size.columns - 1, 100)) }

  /// Lines that stay, in place of the prompt.
  private mutating func show(_ lines: [TerminalText]) {
    terminal.write(erasing + lines.map { $0 + TerminalText(.nextLine) }.joined())
    drawn = 0
  }

  package mutating func line(for prompt: Prompt) -> String? {
    var editor = LineEditor(prompt)
    // What was typed stays when it was not understood.
    if let before = self.editor, before.prompt.isSame(as: prompt) { editor.resume(before) }
    draw(editor)
    while true {
      let key = terminal.key()
      switch key {
      case .endOfInput: return nil
      case .changed, .redraw:
        terminal.write(TerminalText(.toTop) + TerminalText(.eraseBelow))
        drawn = 0
        for (text, tone) in standing { show(text, tone) }
      default: break
      }
      if let line = editor.press(key) {
        self.editor = editor
        return line
      }
      if !terminal.hasInput { draw(editor) }  // of what comes fast, as when it is pasted, the end is drawn
    }
  }

  package mutating func settle(_ text: String?) {
    (editor, standing) = (nil, [])
    let lines = text?.wrapped(to: width, indent: 2).split(separator: "\n") ?? []
    show(lines.map { ink(.dim, TerminalText(data: String($0).printable)) })
  }

  private mutating func draw(_ editor: LineEditor) {
    let lines = PromptDrawing(editor, size: terminal.size, ink: ink).lines
    terminal.write(erasing + lines.joined(TerminalText(.nextLine)))
    drawn = lines.count
  }

  /// Takes the prompt off the screen and leaves the cursor where it began.
  private var erasing: TerminalText {
    guard drawn > 0 else { return "" }
    return TerminalText(.lineStart) + TerminalText(.up(drawn - 1)) + TerminalText(.eraseBelow)
  }
}

extension Prompt {
  /// The same question, whatever is said about it.
  fileprivate func isSame(as other: Prompt) -> Bool {
    var other = other
    other.notes = notes
    return self == other
  }
}
