import Foundation
import Testing

@Suite("sitwell score of what a survey platform exported")
struct ScorePlatformTests {
  private static let pack = Program.path("Tests/Fixtures/packs/survey-fixtures")
  private static let spanish = Program.path("Tests/Fixtures/surveys/msforms_es_semicolon_cp1252.csv")
  private static let limeSurvey = Program.path("Tests/Fixtures/surveys/limesurvey_code_semicolon_bom.csv")

  @Test("makes one table of several files, and says how it read them")
  func severalFiles() throws {
    try Program.inFolder { program in
      let result = try program.run("score", Self.spanish, Self.limeSurvey, "--pack", Self.pack, "--format", "ndjson")
      #expect(result.code == 0)
      #expect(result.out.split(separator: "\n").count == 6)
      #expect(result.err.hasPrefix("\(Self.spanish): read as Microsoft Forms, Windows-1252\n"))
      #expect(result.err.contains("\n\(Self.limeSurvey): set aside: 1 incomplete (line 6: '4')\n"))
      #expect(result.err.hasSuffix("rows 7 = scored 6 + rejected 0 + set aside 1; 0 cells left open\n"))
    }
  }

  @Test("shows how a file would be read, and keeps it as a mapping that works")
  func dryRun() throws {
    try Program.inFolder { program in
      let shown = try program.run("score", Self.spanish, "--pack", Self.pack, "--dry-run", "--save-mapping", "map.csv")
      #expect(shown.code == 0)
      #expect(
        shown.out.hasPrefix("read as Microsoft Forms, Windows-1252\nrows 3 = scored 3 + rejected 0 + set aside 0; "))
      #expect(shown.out.contains("'Correo electrónico'"))
      #expect(!shown.out.contains("anonymous"))
      #expect(try program.read("map.csv").hasPrefix("question,option,wording\nlumbar,,¿Su silla sujeta"))
      let scored = try program.run("score", Self.spanish, "--pack", Self.pack, "--mapping", "map.csv", "--quiet")
      #expect(scored.code == 0)
      #expect(scored.err == "rows 3 = scored 3 + rejected 0 + set aside 0; 0 cells left open\n")
    }
  }

  @Test("writes a report for everyone who is scored, under a safe name")
  func reports() throws {
    try Program.inFolder { program in
      let survey = "id,lumbar,sitting_hours\n../x,no,9\nCON,no,9\na b,no,9\nA_B,yes,2\na b,yes,2\n"
      try program.write(survey, to: "team.csv")
      let result = try program.run(
        "score", "team.csv", "--pack", Self.pack, "-o", "results.csv", "--reports", "people", "--date", "2026-01-31")
      #expect(result.code == 1)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/people").sorted() == [
          "___x~d6b96a97d147daaae49e.html", "___x~d6b96a97d147daaae49e.xml", "a_b~6c1908f93f8dee443140.html",
          "a_b~6c1908f93f8dee443140.xml", "a_b~c8687a08aa5d6ed20443.html", "a_b~c8687a08aa5d6ed20443.xml",
          "con~a3dbc4b644a9a2c51e74.html", "con~a3dbc4b644a9a2c51e74.xml", "people.csv",
        ])
      #expect(try program.read("people/con~a3dbc4b644a9a2c51e74.xml").contains("2026-01-31"))
      #expect(
        try program.read("people/people.csv").hasPrefix(
          "id,file\n../x,___x~d6b96a97d147daaae49e.html\nCON,con~a3dbc4b644a9a2c51e74.html\n"))
    }
  }

  @Test("writes pages below 100 KB for everyone of the sample, the same on any number of cores")
  func sampleReports() throws {
    try Program.inFolder { program in
      for jobs in ["1", "3"] {
        _ = try program.run(
          "score", Program.path("Reports/samples/team.csv"), "-o", "results-\(jobs).csv", "--reports", "people-\(jobs)",
          "--date", "2026-01-31", "--jobs", jobs)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/people-1")
      #expect(names.count { $0.hasSuffix(".html") } == 24)
      for name in names {
        let text = try program.read("people-1/\(name)")
        #expect(text.utf8.count < 100_000 || name.hasSuffix(".xml"), "\(name)")
        #expect(try program.read("people-3/\(name)") == text)
      }
    }
  }

  @Test("leaves no file behind when it is told to end while it waits for more", arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupted(signal: Int32) throws {
    try Program.inFolder { program in
      let process = Process()
      process.executableURL = Program.executable
      process.currentDirectoryURL = program.folder
      process.arguments = ["score", "-", "--pack", Self.pack, "-o", "results.csv"]
      let (input, errors) = (Pipe(), Pipe())
      (process.standardInput, process.standardError) = (input, errors)
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data("id,lumbar\n1,no\n".utf8))
      _ = try #require(program.fileOpened(by: process))
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path) == [])
      let said = try errors.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) }
      #expect(said == "interrupted: no file was left half written\n")
    }
  }
}
