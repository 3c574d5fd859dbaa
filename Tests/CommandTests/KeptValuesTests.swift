import Foundation
import Testing

@Suite("What is kept of packs and templates")
struct KeptValuesTests {
  /// Runs with a cache below the folder, and gives back the report.
  private func report(_ program: Program, _ more: String = "") throws -> String {
    let line =
      "$S assess --answers a.json -o out --force --date 2026-01-31 --pack rosa --rules \(Program.path("Rules")) \(more)"
    let result = try program.shell(line, ["XDG_CACHE_HOME": program.folder.path + "/cache"])
    #expect(result.code == 0, "\(result.err)")
    return try program.read("out/report.html") + program.read("out/report.xml") + result.err
  }

  private func files(_ program: Program) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: program.folder.appending(path: "cache/sitwell"), includingPropertiesForKeys: nil)
  }

  @Test("changes no byte of a report, whether it is new, kept, damaged or cannot be written")
  func sameReport() throws {
    try Program.inFolder { program in
      try program.write("{}", to: "a.json")
      let first = try report(program)
      #expect(try files(program).count == 2)
      #expect(try report(program) == first)
      for damage in [Data(), Data("no pack".utf8)] {
        for file in try files(program) { try damage.write(to: file) }
        #expect(try report(program) == first)
      }
      // What was damaged is whole again.
      for file in try files(program) { #expect(try Data(contentsOf: file).count > 1000) }
      try FileManager.default.removeItem(at: program.folder.appending(path: "cache"))
      try program.write("a file in its place", to: "cache")
      #expect(try report(program) == first)
      #expect(try program.read("cache") == "a file in its place")
    }
  }

  @Test("leaves HR what to decide, to manage and to tell, which comes of examples in the pack")
  func actionsForHR() throws {
    try Program.inFolder { program in
      let sample = Program.path("Reports/samples/company-2026.csv")
      func page(_ name: String) throws -> String {
        let line = "$S report \(sample) --for hr --by team --no-ledger --rules \(Program.path("Rules")) -o \(name)"
        let result = try program.shell(line, ["XDG_CACHE_HOME": program.folder.path + "/cache"])
        #expect([0, 1].contains(result.code), "\(result.err)")
        return try program.read(name)
      }
      let first = try page("a.html")
      for part in ["decide", "manage", "tell"] { #expect(first.contains("<section id=\"\(part)\""), "\(part)") }
      #expect(try page("b.html") == first)
    }
  }
}
