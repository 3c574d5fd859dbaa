import Foundation
import Testing

@Suite("Reports of many people")
struct ReportBatchCommandTests {
  private static let pack = ["--pack", Program.path("Tests/Fixtures/packs/survey-fixtures")]
  private static let command = ["score", "in.csv", "-o", "o.csv", "--reports", "r", "--date", "2026-01-31"] + pack

  private func survey(_ count: Int) -> String { "id,lumbar\n" + (0..<count).map { "p\($0),no\n" }.joined() }

  private func reports(_ program: Program) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/r")) ?? []).sorted()
  }

  @Test("are whole after a kill, and the next run tells how many there are, or goes on")
  func killed() throws {
    try Program.inFolder { program in
      try program.write(survey(400), to: "in.csv")
      let process = Process()
      process.executableURL = Program.executable
      process.currentDirectoryURL = program.folder
      process.arguments = Self.command
      process.standardError = FileHandle.nullDevice
      try process.run()
      while process.isRunning, !program.exists("r/p40.xml") { Thread.sleep(forTimeInterval: 0.01) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let written = reports(program)
      #expect(written.count > 80 && written.count < 800 && !program.exists("r/people.csv"))
      for name in written {
        #expect(
          try program.read("r/\(name)").hasSuffix(
            name.hasSuffix("l") && name.contains(".html") ? "</html>\n" : "</assessment>\n"))
      }
      let pages = written.count { $0.hasSuffix(".html") }
      let refused = try program.run(Self.command)
      #expect(refused.code == 3 && refused.err.contains("'r' holds \(pages) reports already"), "\(refused.err)")
      #expect(refused.err.contains("--resume-reports") && reports(program) == written)
      let resumed = try program.run(Self.command + ["--resume-reports"])
      #expect(resumed.code == 0, "\(resumed.err)")
      #expect(
        resumed.err.contains("'r' held the reports of \(written.count { $0.hasSuffix(".xml") }) of 400 people already"))
      #expect(reports(program).count == 801)
      #expect(try program.run(Self.command + ["--resume-reports"]).err.contains("400 of 400"))
    }
  }

  @Test("are not taken for those of another survey, day or result")
  func others() throws {
    try Program.inFolder { program in
      try program.write(survey(3), to: "in.csv")
      #expect(try program.run(Self.command).code == 0)
      let before = try program.read("r/p1.xml")
      let otherDay = try program.run(Self.command.map { $0 == "2026-01-31" ? "2026-02-01" : $0 } + ["--resume-reports"])
      #expect(
        otherDay.code == 3 && otherDay.err.contains("/r/p0.html' exists, and holds something else"), "\(otherDay.err)")
      try program.write(survey(3).replacing("p1,no", with: "p1,yes"), to: "in.csv")
      let otherAnswer = try program.run(Self.command + ["--resume-reports"])
      #expect(
        otherAnswer.code == 3 && otherAnswer.err.contains("/o.csv' exists, and holds something else"),
        "\(otherAnswer.err)")
      #expect(try program.read("r/p1.xml") == before)
      for extra in [["--resume-reports", "--force"], ["--resume-reports", "--dry-run"]] {
        #expect(try program.run(Self.command + extra).code == 2)
      }
    }
  }

  @Test("have files of their own, however alike or odd their ids are")
  func ids() throws {
    let ids = [
      "Anna", "anna", "ANNA", "anna-2", "anna~2", "\u{E9}va", "e\u{301}va", "con", "CON", "nul.html", "..", ".", "a/b",
      "a\\b", "a:b",
      "people", String(repeating: "x", count: 300), String(repeating: "x", count: 301),
      String(repeating: "é", count: 150),
      "-o", "~", "a b", "a\tb", "$(id)", "*", "com1", "\u{202E}x", "ﬀ", "ff", "ſ", "s", "ß", "ss", "K", "k", "İ",
      "i\u{307}",
    ]
    try Program.inFolder { program in
      let rows = ids.map { "\"\($0)\",no\n" }.joined()
      try program.write("id,lumbar\n" + rows, to: "in.csv")
      let scored = try program.run(Self.command)
      #expect(scored.code == 0, "\(scored.err)")
      let files = reports(program)
      #expect(files.count == 2 * ids.count + 1)
      #expect(Set(files.map { $0.lowercased().decomposedStringWithCompatibilityMapping }).count == files.count)
      #expect(
        files.allSatisfy {
          $0.utf8.count <= 100 && $0.utf8.allSatisfy { $0 < 128 } && $0.first != "." && $0.first != "-"
        })
      let index = try program.read("r/people.csv").split(separator: "\n").dropFirst()
      #expect(index.count == ids.count)
      for (id, row) in zip(ids, index) {
        let record = try program.read("r/" + row.split(separator: ",").last!.replacing(".html", with: ".xml"))
        let written = id.replacing("&", with: "&amp;")
        #expect(record.contains("<person>\(written)</person>") || id.contains("\t"), "\(id)")
      }
    }
  }
}
