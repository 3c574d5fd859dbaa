internal import Ergonomics

/// What a person is doing at a prompt on a screen: where the marker is, what is chosen, what is typed.
///
/// Ends in the line that the same person would type where there is no screen.
struct LineEditor: Sendable {
  let prompt: Prompt
  private(set) var marked: Int?
  private(set) var chosen: Set<Int>
  private(set) var typed = ""
  /// No row has a longer name.
  private static let longestName = 1000
  /// What is typed was not understood: it can be mended, and gives way to what is typed anew.
  private var isRefused = false

  init(_ prompt: Prompt) { (self.prompt, marked, chosen) = (prompt, prompt.marked, prompt.chosen) }

  /// Goes on from an editor of the same question. A command is done with; what was not understood can be mended.
  mutating func resume(_ before: LineEditor) {
    (marked, chosen) = (before.marked, before.chosen)
    typed = Reply.commands.contains(before.typed.trimmed.lowercased()) ? "" : before.typed
    isRefused = true
  }

  /// Takes a key. Returns the line once it is done.
  mutating func press(_ key: Key) -> String? {
    defer { isRefused = isRefused && key == .changed }
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .home: mark(0)
    case .end: mark(prompt.rows.count - 1)
    case .left where typed.isEmpty && prompt.commands != nil: return "b"
    case .backspace: edit { _ = $0.popLast() }
    case .clear: edit { $0 = "" }
    case .text(" ") where typed.isEmpty && isMultiple: toggle()
    case .text(" ") where typed.isEmpty: break
    case .text(let text), .paste(let text):
      edit { [isRefused] in
        if isRefused { $0 = "" }
        $0 += text.withoutInvisible
      }
    case .enter: return line
    case .left, .right, .redraw, .endOfInput, .changed, .other: break
    }
    return nil
  }

  private var isMultiple: Bool { if case .several = prompt.kind { true } else { false } }

  /// In a list to look through one can also be at no row.
  private mutating func move(by step: Int) {
    let count = prompt.rows.count
    guard count > 0 else { return }
    guard let marked else {
      mark(step > 0 ? 0 : count - 1)
      return
    }
    if prompt.kind == .review, !prompt.rows.indices.contains(marked + step) {
      self.marked = nil
    } else {
      mark((marked + step + count) % count)
    }
  }

  private mutating func mark(_ place: Int) {
    if prompt.rows.indices.contains(place) { (marked, typed) = (place, "") }
  }

  private mutating func toggle() {
    guard let marked, case .several(let alone) = prompt.kind else { return }
    if chosen.remove(marked) != nil { return }
    chosen = alone.contains(marked) ? [marked] : chosen.subtracting(alone).union([marked])
  }

  /// Changes what is typed; the marker goes to the row that it names.
  private mutating func edit(_ change: (inout String) -> Void) {
    change(&typed)
    if let row = namedRow { marked = row }
  }

  /// The row whose number is typed, or else the only one that a name or a text of begins like this.
  private var namedRow: Int? {
    if typed.utf8.count > Self.longestName { return nil }
    if let number = Int(typed) { return prompt.rows.indices.contains(number - 1) ? number - 1 : nil }
    let start = typed.normalised
    guard start.count > 1, prompt.kind == .one else { return nil }
    let rows = prompt.rows.indices.filter { row in
      prompt.rows[row].names.contains { $0.normalised.hasPrefix(start) }
    }
    return rows.count == 1 ? rows[0] : nil
  }

  private var line: String {
    let text = typed.trimmed
    if !text.isEmpty {
      guard prompt.kind == .one, !Reply.commands.contains(text.lowercased()), let row = namedRow else { return text }
      return String(row + 1)
    }
    switch prompt.kind {
    case .one, .review: return marked.map { String($0 + 1) } ?? ""
    case .several: return chosen.sorted().map { String($0 + 1) }.joined(separator: " ")
    case .typed: return ""
    }
  }
}
