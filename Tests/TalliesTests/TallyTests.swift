import Ergonomics
import Foundation
import Testing

@testable import Tallies

@Suite("A tally")
struct TallyTests {
  private static let tally: Tally = {
    var tally = Tally(
      program: "0.1.0", pack: .init(id: "office", version: "1.0.0", hash: "abc"), grouping: "team \"x\"", round: nil,
      counts: TeamTally(
        rows: ["chair", "load:high"],
        teams: [
          .init(name: "", people: 1, counts: [0, 1]), .init(name: "A\n", people: 7, counts: [7, 0]),
          .init(name: "Ä", people: 3, counts: [1, 2]),
        ]))
    (tally.rows.all, tally.rows.scored, tally.rows.rejected, tally.rows.setAside) = (
      16, 12, 1, ["empty": 1, "test": 2]
    )
    (tally.notAsked, tally.nearHeadings) = (["desk", "chair"], ["desk": "Dsek"])
    (tally.leftOut, tally.notUnderstood, tally.parts) = (["ragged"], ["lamp"], ["00ff"])
    return tally
  }()

  /// With the checksum that belongs to it.
  private static func sealed(_ content: String) -> [UInt8] {
    Array((content + Tally.checksum(of: Data(content.utf8))).utf8)
  }

  private static func refusal(_ bytes: [UInt8]) -> TallyRefused? {
    do throws(TallyRefused) {
      _ = try Tally(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("is read as it was written, with names of any letters")
  func whole() throws {
    #expect(try Tally(Self.tally.bytes) == Self.tally)
    var named = Self.tally
    (named.round, named.counts.teams) = ("2026", [])
    #expect(try Tally(named.bytes) == named)
    let lines = String(decoding: Self.tally.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 5 && lines[2] == #"{"team":"A\n","people":7,"counts":[7,0]}"#)
  }

  @Test("is refused wherever a byte is changed, or where it is cut")
  func changed() {
    let bytes = Self.tally.bytes
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(Self.refusal(other) != nil, "\(place)")
      #expect(Self.refusal(Array(bytes[..<place])) != nil, "\(place)")
    }
    #expect(Self.refusal(bytes + bytes) != nil && Self.refusal([]) != nil)
  }

  @Test(
    "is refused with what cannot be, whoever made a checksum for it",
    arguments: [
      ("\"people\":7", "\"people\":-7"), ("\"people\":7", "\"people\":6"), ("\"people\":7", "\"people\":7.0"),
      ("\"people\":7", "\"people\":9223372036854775808"), ("\"people\":7", "\"people\":1000000000001"),
      ("\"people\":7", "\"people\":9223372036854775807"), ("\"people\":7", "\"people\":7,\"more\":1"),
      ("[7,0]", "[7]"), ("[7,0]", "[7,0,0]"), ("[7,0]", "[7,-1]"), ("[7,0]", "[7,\"0\"]"), ("[7,0]", "[7, 0]"),
      ("\"A\\n\"", "\"\""), ("\"A\\n\"", "\"Z\\u00e4\""), ("\"rows\":16", "\"rows\":17"),
      ("\"scored\":12", "\"scored\":-12"), ("\"scored\":12,\"rejected\":1", "\"scored\":9,\"rejected\":4"),
      ("\"test\":2", "\"test\":2,\"test\":2"), ("\"round\":null", "\"round\":null,\"names\":[]"),
      ("\"chair\",\"desk\"", "\"desk\",\"chair\""), ("\"sitwell-tally\":1", "\"sitwell-tally\":2"),
      ("[\"ragged\"]", String(repeating: "[", count: 100_000)),
    ])
  func impossible(_ part: String, _ other: String) {
    let content = Self.tally.content
    #expect(content.contains(part))
    #expect(Self.refusal(Self.sealed(content)) == nil)
    #expect(Self.refusal(Self.sealed(content.replacingOccurrences(of: part, with: other))) != nil)
  }

  @Test("is refused with more reasons, or more teams, than there can be")
  func tooMuch() {
    var tally = Self.tally
    tally.rows.setAside = Dictionary(uniqueKeysWithValues: (0..<101).map { ("reason \($0)", 0) })
    tally.rows.all = 13
    #expect(Self.refusal(tally.bytes)?.summary == "these cannot be numbers of people")
    let lines = String(repeating: "{\"team\":\"A\"}\n", count: Tally.mostTeams + 1)
    let head = Self.tally.content.prefix { $0 != "\n" }
    #expect(Self.refusal(Self.sealed("\(head)\n\(lines)"))?.summary == "there are more than 100000 teams")
    #expect(Self.refusal(Array(repeating: 0x7B, count: Tally.longest + 1)) != nil)
  }

  @Test("is known as a part by its numbers and the names of its files")
  func parts() {
    var other = Self.tally
    other.parts = []
    #expect(Self.tally.part(of: ["a"]) == other.part(of: ["a"]))
    #expect(
      Self.tally.part(of: ["a"]) != other.part(of: ["b"]) && Self.tally.part(of: ["a", "b"]) != other.part(of: ["ab"]))
    other.rows.cellsLeftOpen = 1
    #expect(Self.tally.part(of: ["a"]) != other.part(of: ["a"]))
  }
}
