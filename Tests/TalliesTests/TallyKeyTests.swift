import Testing

@testable import Tallies

@Suite("A key of tallies")
struct TallyKeyTests {
  @Test("makes codes that Python's hmac makes too, and has a name that is none of them")
  func codes() throws {
    let key = try #require(TallyKey(Array(0..<32)))
    #expect(key.code(of: "p-07") == "42auElvtdvGokt8L")
    #expect(key.code(of: "Zo\u{EB}") == "XC61mVMmAuLkMRC6")
    #expect(key.name == "e711546e3faad4c7")
  }

  @Test("knows an id however its letters are composed, and no other")
  func composed() throws {
    let key = try #require(TallyKey(Array(0..<32)))
    #expect(key.code(of: "Zoe\u{308}") == key.code(of: "Zo\u{EB}"))
    let other = try #require(TallyKey(Array(1..<33)))
    #expect(other.code(of: "p-07") != key.code(of: "p-07") && other.name != key.name)
    #expect(Set(["p-7", "p-07", "P-07", "p-07 ", ""].map { key.code(of: $0) }).count == 5)
  }

  @Test("is 32 bytes or more, and not all alike")
  func sizes() {
    for size in [0, 31, 4097] { #expect(TallyKey((0..<size).map { UInt8($0 % 256) }) == nil, "\(size)") }
    for size in [32, 33, 4096] { #expect(TallyKey((0..<size).map { UInt8($0 % 256) }) != nil, "\(size)") }
    #expect(TallyKey(Array(repeating: 7, count: 64)) == nil)
  }
}
