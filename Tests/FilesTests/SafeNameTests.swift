import Files
import Testing

@Suite("A file's name for an id")
struct SafeNameTests {
  private func name(_ id: String) -> String { SafeName(for: id).text }

  @Test("is the id where that is a plain name")
  func plain() {
    for id in ["p-07", "anna", "anna-2", "17", "a_b"] { #expect(name(id) == id) }
  }

  @Test("is plain and no one else's for any other id")
  func others() {
    let ids =
      [
        "Anna", "ANNA", "anna", "anna-2", "anna~2", "", " ", ".", "..", "../x", "CON", "con", "nul", "com1", "lpt9",
        "a/b",
      ]
      + [
        "a\\b", "a:b", "a b", "a  b", "a_b", "é", "e\u{301}", "É", "日本", "a\nb", "a\0b", "\u{202E}x", "x\u{200B}", "x",
      ]
      + ["person", "people", "-rf", "~", "$HOME", "a.html", "a", "K", "\u{212A}", "ß", "ss"]
      + (50...70).map { String(repeating: "x", count: $0) } + (299...301).map { String(repeating: "é", count: $0) }
    let names = ids.map(name)
    #expect(Set(names.map { $0.lowercased() }).count == ids.count)
    for name in names {
      #expect(name.utf8.count <= 60 && !name.isEmpty)
      #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "-_~".contains($0)) }, "\(name)")
      #expect(name.first != "-")
      #expect(!["con", "nul", "com1", "lpt9"].contains(name))
    }
  }
}
