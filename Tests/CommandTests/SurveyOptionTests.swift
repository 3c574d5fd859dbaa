import Foundation
import Testing

@Suite("Options of commands that read a survey")
struct SurveyOptionTests {
  private static let hr = ["--for", "hr", "--by", "team", "--date", "2026-01-31", "--pack", Program.smallPack]

  @Test("let --strict reject the rows of which something is not understood, and stop at headings that are only near")
  func strict() throws {
    try Program.inFolder { program in
      let good = (2..<40).map { "\($0),stool,6\n" }.joined()
      try program.write("id,seat_type,sitting_time\n1,sofa,6\n" + good, to: "team.csv")
      let score = ["score", "team.csv", "--pack", Program.smallPack, "--quiet", "-o", "results.csv", "--force"]
      let open = try program.run(score)
      #expect(
        open.code == 1 && open.err.hasSuffix("rows 39 = scored 39 + rejected 0 + set aside 0; 1 cells left open\n"))
      let strict = try program.run(score + ["--strict", "--rejects", "rejects.csv"])
      #expect(strict.code == 1 && strict.err.contains("rows 39 = scored 38 + rejected 1 + set aside 0"))
      #expect(try program.read("rejects.csv").contains("team.csv,2,3,seat_type,sofa,"))
      #expect(try program.read("rejects.csv").contains(",row rejected\n"))
      try program.write("id,seat_type,sitting_tme\n1,stool,6\n", to: "team.csv")
      let near = try program.run(score + ["--strict"])
      #expect(near.code == 1 && near.err.contains("did you mean 'sitting_time'?"))
      #expect(near.err.contains("error: team.csv:1: the column 'sitting_tme' is not read"))
    }
  }

  @Test("let --invited stand beside those who answered")
  func invited() throws {
    try Program.inFolder { program in
      try program.write(
        "id,team,seat_type\n" + (0..<40).map { "p\($0),\($0 % 2 == 0 ? "north" : "south"),stool\n" }.joined(),
        to: "team.csv")
      let report = ["report", "team.csv", "--no-ledger"] + Self.hr
      #expect(try program.run(report + ["--format", "xml", "--invited", "60"]).out.contains(" invited=\"60\">"))
      #expect(try !program.run(report + ["--format", "xml"]).out.contains("invited"))
      #expect(try program.run(report + ["--invited", "60"]).out.contains("of 60 who were asked"))
    }
  }

  @Test("list the packs there are, a line each")
  func list() throws {
    try Program.inFolder { program in
      let result = try program.run("pack", "list")
      let lines = result.out.split(separator: "\n")
      #expect(result.code == 0 && result.err.isEmpty && lines.count == 4)
      #expect(
        lines.map { $0.prefix { $0 != "@" } } == ["hse-workstation", "lower-back-hips", "osha-workstation", "rosa"])
      for line in lines {
        #expect(line.wholeMatch(of: /\S+@\d+\.\d+\.\d+\+\w{8}\t[^\t]+\t\d+ questions, \d+ rules/) != nil)
      }
    }
  }

  @Test("match the people of two rounds by the ids of their platform, whatever stands in other columns")
  func before() throws {
    try Program.inFolder { program in
      func round(_ first: Int, _ habit: String, id: String = "R") -> String {
        let people = (first..<first + 60).map {
          "day \($0 % 9),\(id)_\($0),\($0 % 2 == 0 ? "north" : "south"),\(habit)\n"
        }
        return """
          StartDate,ResponseId,team,habits
          Start Date,Response ID,Team,What do you often do?
          "{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}",x,y

          """ + people.joined()
      }
      try program.write(round(0, "Cross my legs"), to: "before.csv")
      try program.write(round(20, "None of these"), to: "now.csv")
      try program.write(round(20, "None of these", id: "S"), to: "others.csv")
      let changes = try ["now.csv", "others.csv"].map { now in
        let told = try program.run(
          ["report", now, "--before", "before.csv", "--no-ledger", "--format", "xml"] + Self.hr)
        #expect(told.code == 0)
        return told.out.contains("<steps by=\"-")
      }
      #expect(changes == [true, false])
    }
  }
}
