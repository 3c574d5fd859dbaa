import Foundation
import Testing

@Suite("What was told of a survey, on the command line")
struct LedgerCommandTests {
  private static let pack = Program.path("Tests/Fixtures/packs/survey-fixtures")

  /// Forty people in two teams and on two sites.
  private static func survey(_ people: Range<Int>) -> String {
    "id,team,site,lumbar\n"
      + people.map {
        "\($0),\($0 % 3 == 0 ? "A" : "B"),\($0 % 2 == 0 ? "north" : "south"),\($0 % 5 == 0 ? "no" : "yes")\n"
      }
      .joined()
  }

  private static func report(_ program: Program, _ survey: String, _ options: String...) throws -> Program.Result {
    try program.run(["report", survey, "--for", "hr", "--pack", pack, "--date", "2026-01-31"] + options)
  }

  @Test("is kept beside it for its owner alone, and lets the same report be made again in other forms")
  func kept() throws {
    try Program.inFolder { program in
      try program.write(Self.survey(0..<40), to: "team.csv")
      let first = try Self.report(program, "team.csv", "--by", "team")
      #expect(first.code == 0 && first.out.contains("No other report of these people is on record."))
      let path = program.folder.appending(path: "sitwell.ledger").path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try Self.report(program, "team.csv", "--by", "team").out == first.out)
      #expect(try Self.report(program, "team.csv", "--by", "team", "--format", "csv").code == 0)
      let report = try Self.report(program, "team.csv", "--by", "team", "-o", "team.html")
      #expect(report.code == 0 && report.out.isEmpty)
      let written = try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: "team.html").path)
      #expect(written[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("refuses two cuts, two widths, a late answer and one withdrawn, each with what can be done instead")
  func refused() throws {
    try Program.inFolder { program in
      try program.write(Self.survey(0..<40), to: "team.csv")
      try program.write(Self.survey(0..<41), to: "late.csv")
      try program.write(Self.survey(1..<40), to: "withdrawn.csv")
      #expect(try Self.report(program, "team.csv", "--by", "team").code == 0)
      let few = "fewer than 10 people are new or changed"
      let refused = [
        (try Self.report(program, "team.csv", "--by", "site"), "by other groups", "use --by 'team' as then"),
        (
          try Self.report(program, "team.csv", "--by", "team", "--min-group", "10"), "with --min-group 5",
          "use --min-group 5 as then"
        ),
        (try Self.report(program, "late.csv", "--by", "team"), few, "when at least 10 people"),
        (try Self.report(program, "withdrawn.csv", "--by", "team"), few, "use the report of that day"),
        (
          try Self.report(program, "team.csv", "--by", "team", "--before", "late.csv"), few,
          "use the report of that day"
        ),
      ]
      let rejects = try Self.report(program, "late.csv", "--by", "team", "--rejects", "rejects.csv")
      #expect(rejects.code == 2 && !program.exists("rejects.csv"))
      for (result, why, help) in refused {
        #expect(result.code == 2 && result.out.isEmpty)
        #expect(result.err.contains(why) && result.err.contains(help))
        #expect(result.err.contains("side by side, two such reports would show what single people answered"))
      }
      let odd = try Self.report(program, "team.csv", "--by", "team", "--min-group", "7")
      #expect(odd.code == 2 && odd.err.contains("multiple of 5"))
    }
  }

  @Test("is said to be unknown where nobody looks, or where the file is gone")
  func unchecked() throws {
    try Program.inFolder { program in
      try program.write(Self.survey(0..<40), to: "team.csv")
      let unchecked = try Self.report(program, "team.csv", "--by", "team", "--no-ledger")
      #expect(unchecked.out.contains("was not checked against other reports of this survey"))
      #expect(!program.exists("sitwell.ledger"))
      #expect(try Self.report(program, "team.csv", "--by", "team", "--ledger", "kept").code == 0)
      #expect(program.exists("kept") && !program.exists("sitwell.ledger"))
      #expect(try Self.report(program, "team.csv", "--by", "site", "--ledger", "kept").code == 2)
      try FileManager.default.removeItem(at: program.folder.appending(path: "kept"))
      let gone = try Self.report(program, "team.csv", "--by", "site", "--ledger", "kept")
      #expect(gone.code == 0 && gone.out.contains("No other report of these people is on record."))
      #expect(gone.out.contains("there may be an earlier report that this one was not checked against"))
      try program.write("something else\n", to: "kept")
      let unreadable = try Self.report(program, "team.csv", "--by", "site", "--ledger", "kept")
      #expect(unreadable.code == 3 && unreadable.err.contains("'kept' line 1: this is no ledger"))
    }
  }

  @Test("has no groups of one person, and no groups by answers or by what says who somebody is")
  func groups() throws {
    try Program.inFolder { program in
      let people = (0..<40).map { "\($0),\($0)@example.org,r\($0),\($0 % 2 == 0 ? "no" : "yes")\n" }.joined()
      try program.write("id,email,room,lumbar\n" + people, to: "team.csv")
      for audience in ["hr", "ergonomist"] {
        for column in ["email", "lumbar"] {
          let refused = try program.run(["report", "team.csv", "--for", audience, "--pack", Self.pack, "--by", column])
          #expect(refused.code == 1 && refused.out.isEmpty && refused.err.contains("cannot be grouped by '\(column)'"))
        }
      }
      let single = try Self.report(program, "team.csv", "--by", "room")
      #expect(single.code == 2 && single.err.contains("most groups under 'room' are of one person"))
      #expect(!program.exists("sitwell.ledger"))
    }
  }
}
