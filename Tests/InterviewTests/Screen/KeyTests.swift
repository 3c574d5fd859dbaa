import Testing

@testable import Interview

@Suite("A key")
struct KeyTests {
  /// Reads all keys that these bytes are; behind each `nil` nothing comes for a while.
  private func keys(_ bytes: [UInt8?]) -> [Key] {
    var rest = bytes[...]
    var keys: [Key] = []
    while !rest.isEmpty {
      keys.append(
        Key { waits in
          if waits, rest.first == .some(nil) { rest.removeFirst() }
          guard let byte = rest.first ?? nil else { return nil }
          rest.removeFirst()
          return byte
        })
    }
    return keys
  }

  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  @Test("is read from letters, control characters and sequences")
  func reading() {
    #expect(keys("aé日🪑\r") == [.text("a"), .text("é"), .text("日"), .text("🪑"), .enter])
    #expect(
      keys("\u{7F}\u{08}\u{15}\u{0C}\u{04}\u{01}") == [.backspace, .backspace, .clear, .redraw, .endOfInput, .other])
    #expect(keys("\u{1B}[A\u{1B}[B\u{1B}OC\u{1B}OD\u{1B}[H\u{1B}[4~") == [.up, .down, .right, .left, .home, .end])
  }

  @Test("swallows sequences without a meaning here, whole")
  func unknownSequences() {
    #expect(keys("\u{1B}[15;2~x") == [.other, .text("x")])
    #expect(keys("\u{1B}[<0;10;10M\u{1B}[201~y") == [.other, .other, .text("y")])
    #expect(keys("\u{1B}[1;5A") == [.up])
  }

  @Test("is what was pasted, whole, whatever it holds")
  func paste() {
    #expect(keys("\u{1B}[200~a\r\nb\tc\u{1B}[A\u{7F}é\u{1B}[201~y") == [.paste("a b c[Aé"), .text("y")])
    let long = String(repeating: "word ", count: 20_000)
    #expect(keys("\u{1B}[200~\(long)\u{1B}[201~") == [.paste(long)])
    #expect(keys("\u{1B}[200~cut") == [.paste("cut")])
  }

  @Test("is a lone escape when nothing follows")
  func loneEscape() { #expect(keys([0x1B, nil, 0x61]) == [.clear, .text("a")]) }

  @Test("never is half a character")
  func brokenText() {
    #expect(keys([0xE6, 0x97, nil, 0x61]) == [.other, .text("a")])
    #expect(keys([0xFF, 0x80, 0x61]) == [.other, .other, .text("a")])
  }

  @Test("is the end when the input ends")
  func end() { #expect(Key { _ in nil } == .endOfInput) }
}
