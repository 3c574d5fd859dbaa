import TestSupport
import Testing

@testable import Surveys

@Suite("The ids of a survey")
struct SeenIDsTests {
  private static func isNew(_ id: String, _ seen: inout SeenIDs) -> Bool {
    Array(id.utf8).withUnsafeBytes { seen.insert($0) }
  }

  @Test("are told apart, whatever they look like")
  func doubles() {
    var seen = SeenIDs()
    let ids = [
      "1", "01", "001", "A1", "A01", "B1", "64", "128", "1a", "a-1-b", "é7", "99999999999999999999",
      "100000000000000001",
      "12345678X1", "123456789X1", "x", "-1", "1.5",
    ]
    for id in ids { #expect(Self.isNew(id, &seen), "\(id)") }
    for id in ids { #expect(!Self.isNew(id, &seen), "\(id)") }
  }

  @Test("are told apart as whole texts are, with digits in whatever places")
  func random() {
    var seen = SeenIDs()
    var known: Set<String> = []
    var random = SeededGenerator(1)
    for _ in 0..<100_000 {
      let signs = Array(Bool.random(using: &random) ? "01289" : "09/:é-P")
      let id = String((0..<Int.random(in: 1...20, using: &random)).map { _ in signs.randomElement(using: &random)! })
      #expect(Self.isNew(id, &seen) == known.insert(id).inserted, "\(id)")
    }
  }

  @Test("are few words where they are numbered, in any order")
  func numbered() {
    var seen = SeenIDs()
    var random = SeededGenerator(1)
    for number in (0..<50_000).shuffled(using: &random) { #expect(Self.isNew("P\(number)", &seen)) }
    for number in 0..<50_000 { #expect(!Self.isNew("P\(number)", &seen)) }
    #expect(seen.forgotten == 0)
  }

  @Test("are counted where they are too many to remember")
  func forgotten() {
    var seen = SeenIDs()
    for number in 0..<500_000 { _ = Self.isNew("somebody-\(number)-x", &seen) }
    #expect(seen.forgotten == 500_000 - (1 << 19) / 8 * 7)
    #expect(!Self.isNew("somebody-7-x", &seen))
    #expect(Self.isNew("somebody-499999-x", &seen))
  }
}
