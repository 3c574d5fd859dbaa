import Foundation
import Testing

@Suite("Tallies of parts of a survey")
struct TallyCommandTests {
  private static let pack = ["--pack", Program.smallPack]
  private static let hr = pack + ["--for", "hr", "--date", "2026-01-31", "--no-ledger"]
  private static let header = "id,team,seat_type,support,has_pain,sitting_time\n"

  /// People of four teams, with cells that are not understood, rows too short and answers left out.
  private static func people(_ count: Int, seed: UInt64, pain: String = "no") -> [String] {
    var state = seed
    func draw(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    return (0..<count).map { person in
      if person % 97 == 0 { return "p\(person),A\n" }
      let team = ["North", "South", "Caf\u{E9}", "Cafe\u{301}", "Board"][Int(draw(5))]
      let seat = ["office_chair", "stool", "", "-"][Int(draw(4))]
      let support = ["none", "in_place", ""][Int(draw(3))]
      return "p\(person),\(team),\(seat),\(support),\(pain),\(person % 89 == 0 ? "much" : "\(draw(12))")\n"
    }
  }

  private static func score(_ program: Program, _ name: String, _ options: String...) throws -> Program.Result {
    try program.run(
      ["score", "\(name).csv", "-o", "\(name)-results.csv", "--tally", "\(name).tally", "--by", "team", "--quiet"]
        + pack
        + options)
  }

  @Test("give the pages, and the count of rows, that the whole survey gives, in any order and number", arguments: 1...4)
  func split(seed: UInt64) throws {
    try Program.inFolder { program in
      let people = Self.people(600, seed: seed)
      try program.write(Self.header + people.joined(), to: "whole.csv")
      let scored = try program.run(["score", "whole.csv", "-o", "plain.csv", "--quiet"] + Self.pack)
      let parts = Int(seed) * 2 - 1
      for part in 0..<parts {
        let own = people.indices.filter { ($0 &* 7 + $0 / 5) % parts == part }.map { people[$0] }
        try program.write(Self.header + own.reversed().joined(), to: "part\(part).csv")
        #expect(try Self.score(program, "part\(part)", "--accept-unread").code == 1)
      }
      let tallies = (0..<parts).map { "part\($0).tally" }
      #expect(try program.run(["tally", "-o", "all.tally"] + tallies + Self.pack).code == 0)
      #expect(try program.run(["tally", "-o", "back.tally"] + tallies.reversed() + Self.pack).code == 0)
      #expect(try program.read("all.tally") == program.read("back.tally"))
      for format in ["html", "xml", "csv"] {
        let whole = try program.run(["report", "whole.csv", "--by", "team", "--format", format] + Self.hr)
        #expect(whole.code == 0 && whole.out.count > 100)
        for input in [tallies, tallies.reversed(), ["all.tally"]] {
          let told = try program.run(["report", "--format", format] + input + Self.hr)
          #expect(told.code == 0 && told.out == whole.out)
          #expect(told.err.hasSuffix(scored.err.split(separator: "\n").last! + "\n"))
        }
      }
    }
  }

  @Test("are for their owner alone, and leave the results as they are")
  func kept() throws {
    try Program.inFolder { program in
      try program.write(Self.header + Self.people(300, seed: 5).joined(), to: "a.csv")
      let plain = try program.run(
        ["score", "a.csv", "-o", "plain.csv", "--keep", "team", "--rejects", "plain-rejects"] + Self.pack)
      let tallied = try program.run(
        [
          "score", "a.csv", "-o", "a-results.csv", "--keep", "team", "--rejects", "rejects", "--tally", "a.tally",
          "--by", "team",
        ]
          + Self.pack)
      #expect(plain.code == 1 && tallied.code == 1)
      #expect(tallied.err.contains("'a.tally' holds exact numbers of people by team: keep it to yourself"))
      #expect(try program.read("plain.csv") == program.read("a-results.csv"))
      #expect(try program.read("plain-rejects") == program.read("rejects"))
      let path = program.folder.appending(path: "a.tally").path
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      let exists = try Self.score(program, "a")
      #expect(exists.code == 3 && exists.err.contains("exists"))
    }
  }

  @Test(
    "are the same bytes whatever is answered about health, and hold no word of it",
    arguments: [[], ["--tally-key", "tally.key"]])
  func health(_ key: [String]) throws {
    var told: [[String]] = []
    for pain in ["no", "yes", "", "canary"] {
      try Program.inFolder { program in
        try program.write(Self.header + Self.people(300, seed: 6, pain: pain).joined(), to: "a.csv")
        try program.writeTallyKey()
        var outcome: [String] = []
        for strict in [[], ["--strict"]] {
          let scored = try program.run(
            ["score", "a.csv", "--accept-unread", "-o", "r.csv", "--tally", "a.tally", "--by", "team", "--force"]
              + Self.pack + key + strict)
          let tally = try program.read("a.tally")
          #expect(!tally.contains("canary") && !tally.contains("pain"))
          outcome += [tally, "\(scored.code)", scored.err]
        }
        told.append(outcome)
      }
    }
    #expect(told.count == 4)
    for other in told.dropFirst() { #expect(other == told[0]) }
  }

  @Test("of other things, doubled or spoilt are refused by name")
  func refused() throws {
    try Program.inFolder { program in
      for name in ["a", "b"] { try program.write(Self.header + Self.people(90, seed: 7).joined(), to: "\(name).csv") }
      for name in ["a", "b"] { #expect(try Self.score(program, name).code == 1) }
      #expect(try program.run(["report", "a.tally", "b.tally"] + Self.hr).code == 0)  // two files alike are two
      func refusal(_ files: String..., more: [String] = []) throws -> Program.Result {
        try program.run(["report"] + files + Self.hr + more)
      }
      try FileManager.default.copyItem(
        at: program.folder.appending(path: "a.tally"), to: program.folder.appending(path: "copy.tally"))
      #expect(try program.run(["tally", "a.tally", "b.tally", "-o", "all.tally"] + Self.pack).code == 0)
      #expect(try Self.score(program, "b", "--round", "2027", "--force").code == 1)
      let site = try program.run(
        ["score", "a.csv", "-o", "s.csv", "--tally", "site.tally", "--by", "file", "--quiet"] + Self.pack)
      #expect(site.code == 1)
      let text = try program.read("a.tally")
      try program.write(text.replacing("\"people\":", with: "\"people\": "), to: "edited.tally")
      try program.write(String(text.dropLast(40)), to: "cut.tally")
      let cases: [(Program.Result, [String])] = [
        (try refusal("a.tally", "a.tally"), ["'a.tally' is named twice"]),
        (try refusal("a.tally", "./a.tally"), ["is named twice"]),
        (try refusal("a.tally", "copy.tally"), ["'copy.tally'", "'a.tally'", "one is a copy of the other"]),
        (try refusal("all.tally", "a.tally"), ["'a.tally' counts people whom 'all.tally' counts already"]),
        (
          try refusal("a.tally", "b.tally"),
          ["'a.tally' is of a round without a name", "'b.tally' of the round '2027'"]
        ),
        (try refusal("a.tally", "site.tally"), ["'a.tally' counts by 'team', and 'site.tally' by 'file'"]),
        (try refusal("a.tally", more: ["--by", "site"]), ["'a.tally' counts by 'team', not by 'site'"]),
        (try refusal("a.tally", "a.csv"), ["'a.tally' is a tally, and 'a.csv' is none"]),
        (try refusal("edited.tally"), ["'edited.tally'", "the checksum at its end is another"]),
        (try refusal("cut.tally"), ["'cut.tally'", "its end is missing"]),
        (try refusal("a.tally", more: ["--include-health"]), ["a tally holds nothing about health"]),
        (
          try refusal("a.tally", more: ["--before", "a.csv"]), ["'a.tally' is a tally, and the other round is a survey"]
        ),
        (
          try refusal("a.csv", more: ["--by", "team", "--before", "a.tally"]),
          ["'a.tally' is a tally, and the other round is a survey"]
        ),
        (
          try refusal("a.tally", more: ["--before", "b.tally"]),
          ["nobody is in 'a.tally' and 'b.tally'", "without a key", "the same --tally-key"]
        ),
        (try refusal("a.tally", more: ["--strict"]), ["leave out --strict"]),
        (
          try program.run(["report", "a.tally", "--for", "hr"] + Self.pack),
          ["no ledger can tell", "add --no-ledger"]
        ),
        (
          try program.run(["report", "a.tally", "--for", "hr", "--no-ledger", "--pack", "lower-back-hips"]),
          ["'a.tally' was counted by the pack small", "lower-back-hips"]
        ),
        (try program.run(["tally", "a.csv"] + Self.pack), ["'a.csv' is no tally"]),
        (try Self.score(program, "a", "--include-health", "--force"), ["a tally holds nothing about health"]),
        (try program.run(["score", "a.csv", "--tally", "x.tally"]), ["--tally needs --by"]),
        (try program.run(["score", "a.csv", "--by", "team"]), ["--by goes with --tally"]),
        (try program.run(["score", "a.csv", "--tally-key", "k"]), ["--tally-key goes with --tally"]),
      ]
      for (result, words) in cases {
        #expect(result.code != 0 && result.out.isEmpty, "\(words)")
        for word in words { #expect(result.err.contains(word), "\(word): \(result.err)") }
      }
      #expect(!program.exists("x.tally"))
    }
  }
}
