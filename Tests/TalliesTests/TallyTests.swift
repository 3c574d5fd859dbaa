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

  /// The same, with people who can be found again; ten rows are compared, so that the last byte of each has bits to spare.
  private static let keyed: Tally = {
    let key = TallyKey(Array(0..<32))!
    var tally = Self.tally
    let rows = (0..<10).map { "rule \($0)" }
    (tally.counts.rows, tally.counts.compared) = (rows + ["load:high"], rows)
    func people(_ ids: String...) -> [TeamTally.Person] {
      ids.map { TeamTally.Person(code: key.code(of: $0), found: [5, 2]) }.sorted { $0.code < $1.code }
    }
    let counts = [1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    for place in tally.counts.teams.indices {
      tally.counts.teams[place].counts = counts.map { $0 * (place == 1 ? 7 : 1) }
    }
    (tally.counts.teams[0].known, tally.counts.teams[2].known) = (people("a"), people("b"))
    tally.matching = Tally.Matching(key: key.name)
    tally.matching?.headings = ["lamp": ["Your lamp?", "Lamp"]]
    tally.matching?.unread = ["Dsek"]
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
    #expect(try Tally(Self.keyed.bytes) == Self.keyed)
    #expect(Self.keyed.content.contains("\"holds\":\"records of people under a key: keep this file to yourself"))
  }

  @Test("is refused wherever a byte is changed, or where it is cut", arguments: [Self.tally, Self.keyed])
  func changed(_ tally: Tally) {
    let bytes = tally.bytes
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

  @Test("is refused with people who cannot be, whoever made a checksum for it")
  func impossiblePeople() throws {
    #expect(Self.refusal(Self.keyed.bytes) == nil)
    let (first, second) = (Self.keyed.counts.teams[0].known[0], Self.keyed.counts.teams[2].known[0])
    let wrong: [(inout Tally) -> Void] = [
      { $0.counts.compared = nil },
      { $0.counts.compared?[0] = "another" },
      { $0.counts.compared?.removeLast() },
      { $0.counts.teams[0].known = [first, second].sorted { $0.code < $1.code } },
      { $0.counts.teams[1].known = [first, second].sorted { $0.code > $1.code } },
      { $0.counts.teams[1].known = [first, first] },
      { $0.counts.teams[0].known[0].found = [7, 2] },
      { $0.counts.teams[0].known[0].found = [5, 6] },
      { $0.counts.teams[0].known[0].found = [5] },
    ]
    for (place, change) in wrong.enumerated() {
      var tally = Self.keyed
      change(&tally)
      #expect(Self.refusal(tally.bytes) != nil, "\(place)")
    }
    let content = Self.keyed.content
    for (part, other) in [("\"key\":", "\"kee\":"), ("to yourself", "for all"), ("[\"Lamp\",", "[\"Zamp\",")] {
      #expect(content.contains(part))
      #expect(Self.refusal(Self.sealed(content.replacingOccurrences(of: part, with: other))) != nil, "\(part)")
    }
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
