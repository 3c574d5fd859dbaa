import Foundation
import Testing

@Suite("sitwell score")
struct ScoreCommandTests {
  private let survey = """
    id,team,email,seat_type,support,sitting_time,has_pain
    a,north,a@example.org,office_chair,none,6 h,yes
    b,north,b@example.org,stool,,3,no
    c,south,c@example.org,office_chair,nnone,6,no
    d,south,d@example.org,stool,,2,no,and more
    e,south,e@example.org,office_chair,none,90,no
    f,south,f@example.org,office_chair,in_place,2,no
    g,south,g@example.org,office_chair,in_place,2,no
    h,south,h@example.org,office_chair,in_place,2,no
    i,south,i@example.org,office_chair,in_place,2,no
    j,south,j@example.org,office_chair,in_place,2,no
    k,south,k@example.org,office_chair,in_place,2,no

    """

  @Test("writes a row for each person, what could not be read, and the count of all rows")
  func whole() throws {
    try Program.inFolder { program in
      try program.write(survey, to: "team.csv")
      let result = try program.run(
        "score", "team.csv", "--pack", Program.smallPack, "--keep", "team", "-o", "results.csv", "--rejects",
        "rejects.csv")
      #expect(result.code == 1)
      #expect(result.out.isEmpty)
      #expect(result.err.hasSuffix("rows 11 = scored 10 + rejected 1 + set aside 0; 2 cells left open\n"))
      let results = try program.read("results.csv").split(separator: "\n")
      #expect(results.count == 11)
      #expect(results[0].hasPrefix("id,team,"))
      #expect(results[1].hasPrefix("a,north,"))
      let rejects = try program.read("rejects.csv").split(separator: "\n")
      #expect(rejects[0] == "file,line,column,field,value,problem,help,effect")
      #expect(rejects.count == 4)
      #expect(rejects[1].hasPrefix("team.csv,4,"))
      #expect(rejects[1].hasSuffix(",did you mean 'none'?,answer left open"))
    }
  }

  @Test("lets no e-mail and no health answer into a file")
  func privacy() throws {
    try Program.inFolder { program in
      try program.write(survey, to: "team.csv")
      let result = try program.run("score", "team.csv", "--pack", Program.smallPack, "--rejects", "rejects.csv")
      #expect(result.err.contains("not read, and in no output: team, email\n"))
      let everything = result.out + (try program.read("rejects.csv"))
      #expect(!everything.contains("example.org") && !everything.contains("pain"))
    }
  }

  @Test("makes text of what a spreadsheet would run, however it begins, and nothing is lost on reading back")
  func formulas() throws {
    let starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    let names = ["", "\n", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}"].flatMap { blank in
      starts.map { "\(blank)\($0)SUM(1)" }
    }
    try Program.inFolder { program in
      let rows = names.enumerated().map { "\"\($0)\",\"\($1)\",\"stool\"\r\n" }
      try program.write("id,name,seat_type\r\n" + rows.joined(), to: "in.csv")
      let score = "--pack \(Program.smallPack) --keep name"
      _ = try program.shell(
        "$S score in.csv \(score) -o once.csv; $S score in.csv \(score) --format ndjson -o names.ndjson")
      let results = try program.read("once.csv")
      let names = try program.read("names.ndjson")
      for (place, name) in Self.cells(results).enumerated() {
        #expect(name.hasPrefix("'"), "row \(place): \(name.debugDescription)")
      }
      #expect(Self.cells(results).count == 48)
      for start in starts { #expect(names.contains("\"\(start)SUM(1)\"")) }
      #expect(names.contains("\"\\n=SUM(1)\"") && !names.contains("'"))
    }
  }

  /// The second cells of all rows but the headings; each row ends with the hash of the pack.
  private static func cells(_ table: String) -> [String] {
    table.matches(of: /(?m)^[0-9]+,("(?:[^"]|"")*"|[^,"]*),/).map { $0.output.1.trimmingPrefix("\"").description }
  }

  @Test("gives the same bytes on one core and on several, and from standard input")
  func sameBytes() throws {
    try Program.inFolder { program in
      try program.write(survey, to: "team.csv")
      let one = try program.run("score", "team.csv", "--pack", Program.smallPack, "--jobs", "1")
      let three = try program.run("score", "team.csv", "--pack", Program.smallPack, "--jobs", "3")
      let piped = try program.run("score", "-", "--pack", Program.smallPack, input: survey)
      #expect(!one.out.isEmpty)
      #expect(one.out == three.out)
      #expect(one.out == piped.out)
    }
  }

  @Test("leaves nothing behind when it cannot score")
  func nothingHalfWritten() throws {
    try Program.inFolder { program in
      try program.write("id,seat_type\n1,sofa\n2,sofa\n3,stool\n", to: "team.csv")
      let result = try program.run("score", "team.csv", "--pack", Program.smallPack, "-o", "results.csv")
      #expect(result.code == 1)
      #expect(result.err.contains("seat_type"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted() == [
          ".err", ".out", "team.csv",
        ])
    }
  }

  @Test("refuses what exists, and what does not")
  func files() throws {
    try Program.inFolder { program in
      try program.write(survey, to: "team.csv")
      try program.write("precious", to: "results.csv")
      let existing = try program.run("score", "team.csv", "--pack", Program.smallPack, "-o", "results.csv")
      #expect(existing.code == 3)
      #expect(try program.read("results.csv") == "precious")
      let missing = try program.run("score", "tame.csv", "--pack", Program.smallPack)
      #expect(missing.code == 3)
      #expect(missing.err == "error: cannot read 'tame.csv': No such file or directory\n")
    }
  }
}
