import Testing

@testable import Ergonomics

@Suite("Wrapped text")
struct WrappedTextTests {
  @Test("breaks at blanks and indents what follows")
  func wrapping() {
    #expect("one two three".wrapped(to: 7) == "one two\nthree")
    #expect("one two three".wrapped(to: 8, indent: 2) == "one two\n  three")
    #expect("extraordinarily long".wrapped(to: 5) == "extraordinarily\nlong")
    #expect("".wrapped(to: 5) == "")
  }

  @Test("is never broken at a blank that forbids it")
  func noBreak() {
    #expect("up to 20\u{A0}min a day".wrapped(to: 8) == "up to\n20\u{A0}min a\nday")
  }

  @Test("counts wide characters as two columns, combining marks as none")
  func columns() {
    #expect("abc".columns == 3)
    #expect("日本".columns == 4)
    #expect("e\u{301}".columns == 1)
  }

  @Test("keeps lines apart, and begins further ones behind a list's dash")
  func lines() {
    #expect("Signs\n  - one two".lines(to: 8) == ["Signs", "  - one", "    two"])
  }

  @Test("cuts between characters as wide as they are")
  func cutting() {
    #expect("日本語".cut(to: 5) == ["日本", "語"])
    #expect("e\u{301}e\u{301}e\u{301}".cut(to: 2) == ["e\u{301}e\u{301}", "e\u{301}"])
    #expect("".cut(to: 5) == [""])
  }
}
