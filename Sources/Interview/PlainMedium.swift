package import Ergonomics

/// Plain, append-only text: no cursor, no box, nothing that a screen reader would read twice.
package struct PlainMedium: InterviewMedium {
  private let width: Int
  /// The next line without its end; `nil` when the input has ended.
  private let readLine: () -> String?
  private let write: (TerminalText) -> Void
  /// Hints are given once.
  private var saidHints: Set<String> = []

  /// - Parameter width: Columns of the terminal.
  package init(width: Int, readLine: @escaping () -> String?, write: @escaping (TerminalText) -> Void) {
    (self.width, self.readLine, self.write) = (max(30, min(width, 100)), readLine, write)
  }

  package mutating func say(_ text: String, _ tone: Tone) {
    if tone == .heading || tone == .care { write("\n") }
    for line in text.lines(to: width) { put(line) }
  }

  package mutating func line(for prompt: Prompt) -> String? {
    if prompt.notes.isEmpty { show(prompt) }
    for note in prompt.notes { put(note.wrapped(to: width)) }
    write("> ")
    return readLine()
  }

  package mutating func settle(_ text: String?) {}

  private mutating func show(_ prompt: Prompt) {
    write("\n")
    let heading = [prompt.progress, prompt.section].compactMap { $0 }.joined(separator: ". ")
    if !heading.isEmpty { put(heading.wrapped(to: width)) }
    put(prompt.text.wrapped(to: width))
    for (place, row) in prompt.rows.enumerated() {
      let number = String(place + 1)
      let label = String(repeating: " ", count: max(0, 3 - number.count)) + number + "  "
      put((label + row.text).hanging(to: width, indent: 5))
    }
    if let before = prompt.before { put(InterviewPhrases.answerSoFar(before).wrapped(to: width)) }
    for hint in [InterviewPhrases.howToAnswer(prompt), prompt.commands].compactMap({ $0 })
    where saidHints.insert(hint).inserted {
      put(hint.wrapped(to: width))
    }
  }

  private func put(_ lines: String) {
    write(TerminalText(lines: lines + "\n"))
  }
}
