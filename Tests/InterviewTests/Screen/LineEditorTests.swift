import Testing

@testable import Interview

@Suite("An editor of a line")
struct LineEditorTests {
  private static let rows = [
    Prompt.Row(text: "An office chair", names: ["office_chair", "An office chair"]),
    Prompt.Row(text: "A stool", names: ["stool", "A stool", "bar stool"]),
    Prompt.Row(text: "A sofa", names: ["sofa", "A sofa"]), Prompt.Row(text: "Not sure", names: ["Not sure"]),
  ]

  private func prompt(_ kind: Prompt.Kind, marked: Int? = 0, chosen: Set<Int> = []) -> Prompt {
    Prompt(
      kind: kind, text: "What do you sit on?", rows: Self.rows, marked: marked, chosen: chosen, commands: "b back")
  }

  /// What the keys come to; `nil` while the line is not done.
  private func line(_ keys: [Key], at prompt: Prompt) -> String? {
    var editor = LineEditor(prompt)
    return keys.lazy.compactMap { editor.press($0) }.first
  }

  private func typing(_ text: String) -> [Key] { text.map { .text(String($0)) } + [.enter] }

  @Test("chooses the marked row, by arrow keys that go round")
  func arrows() {
    #expect(line([.enter], at: prompt(.one)) == "1")
    #expect(line([.down, .down, .enter], at: prompt(.one)) == "3")
    #expect(line([.up, .enter], at: prompt(.one)) == "4")
    #expect(line([.end, .up, .home, .down, .enter], at: prompt(.one)) == "2")
  }

  @Test(
    "chooses by number, by name, and by the beginning of a name",
    arguments: [("3", "3"), ("stool", "2"), ("bar st", "2"), ("SOFA", "3"), ("9", "9"), ("a s", "a s"), ("s", "s")])
  func typing(text: String, expected: String) { #expect(line(typing(text), at: prompt(.one)) == expected) }

  @Test("an arrow key puts away what was typed")
  func arrowAfterTyping() { #expect(line([.text("4"), .up, .enter], at: prompt(.one)) == "3") }

  @Test("chooses several with space, and none beside a row that excludes all others")
  func several() {
    let kind = Prompt.Kind.several(alone: [3])
    #expect(line([.text(" "), .down, .down, .text(" "), .enter], at: prompt(kind)) == "1 3")
    #expect(line([.text(" "), .text(" "), .enter], at: prompt(kind)) == "")
    #expect(line([.text(" "), .up, .text(" "), .enter], at: prompt(kind)) == "4")
    #expect(line([.text(" "), .enter], at: prompt(kind, chosen: [3])) == "1")
    #expect(line(typing("1 3"), at: prompt(kind)) == "1 3")
  }

  @Test("mends what is typed, a character at a time")
  func mending() {
    let typed = Prompt(kind: .typed("a length"), text: "How high?")
    #expect(line([.text("7"), .text("e\u{301}"), .backspace, .text("2"), .enter], at: typed) == "72")
    #expect(line([.text("7"), .clear, .text("8"), .enter], at: typed) == "8")
    #expect(line([.text("\u{202E}"), .text("7"), .enter], at: typed) == "7")
    #expect(line([.enter], at: typed) == "")
  }

  @Test("goes back at the left arrow, unless something is typed")
  func back() {
    #expect(line([.left], at: prompt(.one)) == "b")
    #expect(line([.text("1"), .left, .enter], at: prompt(.one)) == "1")
  }

  @Test("is done with a list to look through at Enter, and changes the marked row")
  func review() {
    let review = prompt(.review, marked: nil)
    #expect(line([.enter], at: review) == "")
    #expect(line([.down, .enter], at: review) == "1")
    #expect(line([.down, .up, .enter], at: review) == "")
    #expect(line([.up, .enter], at: review) == "4")
  }

  @Test("keeps what was not understood, and forgets orders")
  func resuming() {
    func resumed(_ text: String, _ keys: Key...) -> String {
      var before = LineEditor(prompt(.one))
      for key in typing(text) { _ = before.press(key) }
      var editor = LineEditor(prompt(.one))
      editor.resume(before)
      for key in keys { _ = editor.press(key) }
      return editor.typed
    }
    #expect(resumed("hammock") == "hammock")
    #expect(resumed("?") == "")
    #expect(resumed("72 kg", .backspace, .text("m")) == "72 km")
    #expect(resumed("72 kg", .text("7"), .text("2")) == "72")
  }
}
