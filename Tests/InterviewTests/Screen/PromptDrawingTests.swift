import Testing

@testable import Interview

@Suite("A drawn prompt")
struct PromptDrawingTests {
  private func lines(
    _ prompt: Prompt, _ keys: [Key] = [], columns: Int = 60, rows: Int = 24,
    ink: TerminalStyle = TerminalStyle(isOn: false)
  ) -> [String] {
    var editor = LineEditor(prompt)
    for key in keys { _ = editor.press(key) }
    return PromptDrawing(editor, size: .init(columns: columns, rows: rows), ink: ink).lines.map(\.text)
  }

  private func prompt(_ kind: Prompt.Kind = .one, rows: [String] = ["An office chair", "A stool"]) -> Prompt {
    Prompt(
      kind: kind, progress: "Question 3 of about 24", section: "Chair", text: "What do you sit on?",
      rows: rows.map { .init(text: $0) }, marked: 0, commands: "b back, ? why we ask, s skip, q stop")
  }

  @Test("says where one is, marks a row, and ends where one types")
  func whole() {
    #expect(
      lines(prompt(), [.down, .text("2")]).joined(separator: "\n")
        == """

        Question 3 of about 24 · Chair
        What do you sit on?

          1  An office chair
        > 2  A stool

        Arrow keys, a number or words, then Enter.
        b back, ? why we ask, s skip, q stop
        > 2
        """)
  }

  @Test("stays close to what it is about when it only asks how to go on")
  func compact() {
    let prompt = Prompt(kind: .one, text: "Go on?", rows: [.init(text: "Yes"), .init(text: "No")], marked: 1)
    #expect(lines(prompt) == ["", "Go on?", "  1  Yes", "> 2  No", "Arrow keys, a number or words, then Enter.", "> "])
  }

  @Test("shows which of several are chosen")
  func several() {
    let drawn = lines(prompt(.several(alone: [])), [.down, .text(" ")])
    #expect(drawn.contains("  1  [ ] An office chair") && drawn.contains("> 2  [x] A stool"))
  }

  @Test("fits every screen", arguments: [(20, 6), (40, 10), (40, 24), (80, 24), (120, 50), (200, 60)])
  func fitting(columns: Int, rows: Int) {
    let long = (1...30).map { "Row \($0): 日本語 extraordinarily-long-words-that-nobody-can-break and more" }
    for marked in [0, 15, 29] {
      var prompt = prompt(rows: long)
      prompt.marked = marked
      let drawn = lines(prompt, columns: columns, rows: rows)
      #expect(drawn.count < rows)
      #expect(drawn.allSatisfy { $0.columns < max(columns, 21) })
      #expect(drawn.last == "> ")
    }
  }

  @Test("shows a drawing between question and answers, where there is room for it")
  func drawings() {
    var prompt = prompt()
    prompt.drawing = [" O", "/|\\"]
    #expect(lines(prompt)[2...6] == ["What do you sit on?", "", " O", "/|\\", ""])
    #expect(!lines(prompt, rows: 12).contains(" O"))
    prompt.drawing = [String(repeating: "-", count: 60)]
    #expect(lines(prompt) == lines(self.prompt()))
  }

  @Test("keeps the marked row in sight and says what is left out")
  func window() {
    var prompt = prompt(rows: (1...30).map { "Row \($0)" })
    prompt.marked = 14
    let drawn = lines(prompt, rows: 16)
    #expect(drawn.contains(">15  Row 15"))
    #expect(drawn.contains("  ... more above") && drawn.contains("  ... more below"))
    #expect(drawn.count == 15)
    prompt.marked = 0
    #expect(!lines(prompt, rows: 16).contains("  ... more above"))
  }

  @Test("shows the end of what is typed if it is too long")
  func longInput() {
    let typed =
      "abcdefghij".map { Key.text(String($0)) } + (0..<5).flatMap { _ in "0123456789".map { Key.text(String($0)) } }
    #expect(lines(prompt(), typed, columns: 40).last!.hasSuffix("789"))
    #expect(lines(prompt(), typed, columns: 40).last!.columns < 40)
  }

  @Test("lets nothing act on the terminal")
  func hostile() {
    let drawn = lines(prompt(rows: ["\u{1B}[2Jred\u{202E}txt\u{200B}", "\u{9B}31m"])).joined()
    #expect(
      drawn.contains("<U+001B>[2Jred<U+202E>txt<U+200B>")
        && !drawn.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202E}" || $0 == "\u{9B}" })
  }

  @Test("uses colours of the sixteen only, and none without ink")
  func colours() {
    let codes = lines(prompt(), ink: TerminalStyle(isOn: true)).joined().matches(of: /\u{1B}\[([0-9;]*)m/).map {
      String($0.1)
    }
    #expect(Set(codes) == ["0", "1", "2", "36"])
    #expect(!lines(prompt()).joined().contains("\u{1B}"))
  }
}

@Suite("Terminal style")
struct InkTests {
  @Test(
    "heeds the choice, then the environment, then the terminal",
    arguments: [
      (TerminalStyle.Choice.auto, [:], true, true), (.auto, [:], false, false), (.auto, ["NO_COLOR": "1"], true, false),
      (.auto, ["NO_COLOR": ""], true, true), (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      (.auto, ["CLICOLOR_FORCE": "1"], false, true), (.auto, ["CLICOLOR_FORCE": "0"], false, false),
      (.auto, ["CLICOLOR": "0"], true, false), (.auto, ["TERM": "dumb"], true, false),
      (.always, ["NO_COLOR": "1"], false, true), (.never, ["CLICOLOR_FORCE": "1"], true, false),
    ] as [(TerminalStyle.Choice, [String: String], Bool, Bool)])
  func choice(choice: TerminalStyle.Choice, environment: [String: String], isTerminal: Bool, isOn: Bool) {
    #expect(TerminalStyle(choice, environment: environment, isTerminal: isTerminal).isOn == isOn)
  }
}
