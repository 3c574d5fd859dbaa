import Foundation
import Testing

extension Program {
  /// - Parameter first: Of its bytes.
  func writeTallyKey(_ name: String = "tally.key", first: UInt8 = 0, mode: Int = 0o600) throws {
    let path = folder.appending(path: name).path
    let isThere = FileManager.default.createFile(
      atPath: path, contents: Data((0..<32).map { first + $0 }), attributes: [.posixPermissions: mode])
    #expect(isThere)
  }
}

@Suite("Tallies of rounds under a key")
struct TallyRoundsTests {
  private static let pack = ["--pack", Program.smallPack]
  private static let hr = pack + ["--for", "hr", "--date", "2026-01-31", "--no-ledger"]
  private static let header = "id,team,seat_type,support,has_pain,sitting_time\n"
  /// Of a survey that asks so little that nothing is told of scores: then single findings are told to have changed.
  private static let shortHeader = "id,team,habits\n"

  /// In each round some of the people are others, some have moved to another team, and more have a support.
  private static func people(_ people: Range<Int>, round: Int, isShort: Bool = false) -> [String] {
    people.map { person in
      func draw(_ limit: Int, _ salt: Int) -> Int { (person &* 7919 &+ salt &* 104_729) % 1009 % limit }
      let team = ["North", "South", "Caf\u{E9}", "Cafe\u{301}", "Board"][(person + (draw(13, round) == 0 ? 1 : 0)) % 5]
      let seat = ["office_chair", "office_chair", "stool", ""][draw(4, 1)]
      let support = draw(4, 2) < round ? "in_place" : ["none", "in_place", ""][draw(3, 3)]
      let name = person % 17 == 0 ? "zo\(round == 1 ? "e\u{308}" : "\u{EB}")@\(person)" : "p@\(person)"
      let habits = ["lean", "cross_legs", "lean;cross_legs", "none_of_these", "none_of_these"][draw(5 - round, 2)]
      if isShort { return "\(name),\(team),\(habits)\n" }
      return "\(name),\(team),\(seat),\(support),no,\(draw(12, 4 + round))\n"
    }
  }

  /// Surveys 1.csv, 2.csv and 3.csv.
  private static func writeRounds(_ program: Program, isShort: Bool = false) throws -> [[String]] {
    let rounds = [0..<500, 40..<540, 60..<620].enumerated().map { people($1, round: $0, isShort: isShort) }
    for (place, people) in rounds.enumerated() {
      try program.write((isShort ? shortHeader : header) + people.joined(), to: "\(place + 1).csv")
    }
    try program.writeTallyKey()
    return rounds
  }

  private static func tally(_ program: Program, _ name: String, _ more: String...) throws -> Program.Result {
    try program.run(
      ["score", "\(name).csv", "-o", "\(name)-results.csv", "--tally", "\(name).tally", "--by", "team", "--quiet"]
        + pack + (more.isEmpty ? ["--tally-key", "tally.key"] : more))
  }

  @Test("give the pages that the surveys give, byte for byte, from parts in any order", arguments: [false, true])
  func rounds(isShort: Bool) throws {
    try Program.inFolder { program in
      let rounds = try Self.writeRounds(program, isShort: isShort)
      for (place, people) in rounds.enumerated() {
        try FileManager.default.createDirectory(
          at: program.folder.appending(path: "\(place + 1)"), withIntermediateDirectories: false)
        for part in 0..<3 {
          let own = people.indices.filter { ($0 &* 7 + $0 / 5) % 3 == part }.map { people[$0] }
          try program.write((isShort ? Self.shortHeader : Self.header) + own.reversed().joined(), to: "part.csv")
          #expect(try Self.tally(program, "part").code == 0)
          try FileManager.default.moveItem(
            at: program.folder.appending(path: "part.tally"),
            to: program.folder.appending(path: "\(place + 1)/\((part + place) % 3).tally"))
          try FileManager.default.removeItem(at: program.folder.appending(path: "part-results.csv"))
        }
        #expect(try program.run(["tally", "\(place + 1)", "-o", "\(place + 1).tally"] + Self.pack).code == 0)
      }
      let known = isShort ? "[\"uneven-sitting\"]" : "[]"
      #expect(try program.read("3.tally").contains("\"compared\":\(known)"))
      for (format, before) in [("csv", []), ("xml", ["1"]), ("html", ["1", "2"])] as [(String, [String])] {
        func page(_ now: String, _ suffix: String, _ more: [String] = []) throws -> Program.Result {
          try program.run(
            ["report", now, "--format", format] + more + before.flatMap { ["--before", $0 + suffix] } + Self.hr)
        }
        let whole = try page("3.csv", ".csv", ["--by", "team"])
        #expect(whole.code == 0 && whole.out.count > 100)
        if format == "xml" { #expect(whole.out.contains("<steps by=\"") == isShort) }
        #expect(try page("3.tally", ".tally").out == whole.out)
        #expect(try page("3", "").out == whole.out)
      }
    }
  }

  @Test("give the pages that surveys scored together give, where somebody stands in two files of one run")
  func doubles() throws {
    try Program.inFolder { program in
      _ = try Self.writeRounds(program)
      let scored = try program.run(
        ["score", "2.csv", "3.csv", "-o", "r.csv", "--tally", "3.tally", "--by", "team", "--tally-key", "tally.key"]
          + Self.pack)
      #expect(scored.code == 0 && scored.err.contains("rows have an id that stands in an earlier file too"))
      #expect(try Self.tally(program, "1").code == 0)
      let whole = try program.run(["report", "2.csv", "3.csv", "--before", "1.csv", "--by", "team"] + Self.hr)
      #expect(whole.code == 0)
      #expect(try program.run(["report", "3.tally", "--before", "1.tally"] + Self.hr).out == whole.out)
    }
  }

  @Test("know the heading that a question had before")
  func headings() throws {
    try Program.inFolder { program in
      try program.writeTallyKey()
      let wild = Program.path("Tests/Fixtures/surveys/wild")
      let hr = ["--for", "hr", "--date", "2026-01-31", "--no-ledger"]
      for year in ["2025", "2026"] {
        let scored = try program.run([
          "score", "\(wild)/hr_wording_\(year).csv", "-o", "\(year).csv", "--tally", "hr_wording_\(year).tally",
          "--by", "team", "--tally-key", "tally.key",
        ])
        #expect(scored.code == 0)
      }
      for (now, before) in [("2026", "2025"), ("2025", "2026")] {
        let (survey, tally) = ("hr_wording_\(now)", "hr_wording_\(before)")
        let whole = try program.run(
          ["report", "\(wild)/\(survey).csv", "--before", "\(wild)/\(tally).csv", "--by", "team"] + hr)
        let told = try program.run(["report", "\(survey).tally", "--before", "\(tally).tally"] + hr)
        #expect(whole.code == 0 && told.out == whole.out)
        #expect(whole.out.contains("was not taken for it") == (now == "2026"))
      }
    }
  }

  @Test("hold no ids and no key, say that they hold people, and are for their owner alone")
  func kept() throws {
    try Program.inFolder { program in
      _ = try Self.writeRounds(program)
      let scored = try Self.tally(program, "1")
      #expect(scored.code == 0)
      #expect(
        scored.err.contains(
          "'1.tally' holds exact numbers of people by team, and records of people under a key: keep it to "
            + "yourself, keep the key apart from it, and give on the report alone"))
      let text = try program.read("1.tally")
      #expect(text.contains("\"holds\":\"records of people under a key"))
      #expect(!text.contains("@") && !text.contains(Data((0..<32).map { UInt8($0) }).base64EncodedString()))
      let path = program.folder.appending(path: "1.tally").path
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("are refused by name where they are of other keys, of people in two parts, or of this round")
  func refused() throws {
    try Program.inFolder { program in
      let rounds = try Self.writeRounds(program)
      for name in ["1", "2", "3"] { #expect(try Self.tally(program, name).code == 0) }
      for (name, key) in [("plain", []), ("other", ["--tally-key", "other.key"])] as [(String, [String])] {
        try program.write(Self.header + rounds[0][..<30].joined(), to: "\(name).csv")
        try program.writeTallyKey("other.key", first: 9)
        let scored = try program.run(
          ["score", "\(name).csv", "-o", "\(name)-r.csv", "--tally", "\(name).tally", "--by", "team"] + Self.pack + key)
        #expect(scored.code == 0)
      }
      func refusal(_ files: String...) throws -> Program.Result { try program.run(["report"] + files + Self.hr) }
      let cases: [(Program.Result, [String])] = [
        (try refusal("1.tally", "2.tally"), ["'2.tally' counts people whom '1.tally' counts too: 460 have an id"]),
        (try program.run(["tally", "1.tally", "2.tally"] + Self.pack), ["whom '1.tally' counts too", "--id-column"]),
        (try refusal("1.tally", "plain.tally"), ["'1.tally' holds people under the key", "'plain.tally' nobody"]),
        (try refusal("plain.tally", "1.tally"), ["'plain.tally' holds nobody", "the same --tally-key"]),
        (
          try refusal("1.tally", "other.tally"), ["'1.tally' holds people under the key", "'other.tally' people under"]
        ),
        (try refusal("2.tally", "--before", "other.tally"), ["'other.tally' holds people under the key", "'2.tally'"]),
        (try refusal("2.tally", "--before", "plain.tally"), ["'plain.tally' holds nobody", "'2.tally' people under"]),
        (try refusal("2.tally", "--before", "2.tally"), ["'2.tally' is a part of this round"]),
        (try refusal("2.tally", "--before", "1.csv"), ["'2.tally' is a tally, and the other round is a survey"]),
      ]
      for (result, words) in cases {
        #expect(result.code != 0 && result.out.isEmpty, "\(words)")
        for word in words { #expect(result.err.contains(word), "\(word): \(result.err)") }
      }
    }
  }

  @Test("need a key that is one, and that nobody else can read, and a column of ids")
  func keys() throws {
    try Program.inFolder { program in
      _ = try Self.writeRounds(program)
      try program.write(String(repeating: "x", count: 31), to: "short.key")
      try program.write(String(repeating: "x", count: 64), to: "alike.key")
      for name in ["short.key", "alike.key"] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o600], ofItemAtPath: program.folder.appending(path: name).path)
      }
      try program.writeTallyKey("open.key", mode: 0o640)
      try program.write("team,seat_type\nNorth,stool\n", to: "nobody.csv")
      for (name, key, words) in [
        ("1", "short.key", "'short.key' is no key: that is 32 to 4096 random bytes"),
        ("1", "alike.key", "head -c 32 /dev/urandom > tally.key) makes one"),
        ("1", "open.key", "chmod 600 open.key"),
        ("1", "none.key", "cannot read 'none.key'"), ("1", "-", "a key is not read from standard input"),
        ("nobody", "tally.key", "no column of ids"),
      ] {
        let refused = try Self.tally(program, name, "--tally-key", key)
        #expect(refused.code != 0 && refused.err.contains(words), "\(key): \(refused.err)")
        #expect(!program.exists("\(name).tally") && !program.exists("\(name)-results.csv"))
      }
      let over = try program.run(
        [
          "score", "1.csv", "-o", "tally.key", "--tally", "1.tally", "--by", "team", "--tally-key", "tally.key",
          "--force",
        ]
          + Self.pack)
      #expect(over.code == 3 && over.err.contains("'tally.key' is read by this command"))
    }
  }
}
