import Foundation
import Testing

@Suite("Reports beside a register")
struct RegisterReportTests {
  /// Adds two rounds of the sample company by the pack of everybody.
  private static func addCompany(_ program: Program) throws {
    for round in ["2025", "2026"] {
      let sample = URL(filePath: Program.path("Reports/samples/company-\(round).csv"))
      try FileManager.default.copyItem(at: sample, to: program.folder.appending(path: "\(round).csv"))
      let added = try program.run(
        "register", "add", "\(round).csv", "--by", "team", "--round", round, "--date", "\(round)-02-01", "--quiet")
      #expect(added.code <= 1, "\(added.err)")
    }
  }

  /// By state, of all actions that were not rejected.
  private static func states(_ program: Program) throws -> [String: Int] {
    let rows = try program.run("register", "export").out.split(separator: "\n").dropFirst()
    let all = ["proposed", "agreed", "reopened", "done", "confirmed", "closed"]
    return Dictionary(
      rows.flatMap { row in all.filter { row.contains(",\($0),") } }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test("tell HR how far actions are in tenths, and only where every round is on the page")
  func progress() throws {
    try Program.inFolder { program in
      try Self.addCompany(program)
      let open = try program.run("register", "list").out.split(separator: "\n").dropFirst().map {
        String($0.split(separator: " ")[0])
      }
      let half = Array(open.prefix(open.count / 2))
      for start in stride(from: 0, to: half.count, by: 300) {
        let some = Array(half[start..<min(start + 300, half.count)])
        #expect(try program.run(["register", "done"] + some + ["--date", "2026-02-10"]).code == 0)
      }
      func report(_ more: String...) throws -> String {
        let hr = [
          "report", "--for", "hr", "--register", "sitwell-register.sqlite", "--no-ledger", "--date", "2026-03-01",
        ]
        let result = try program.run(hr + more)
        #expect(result.code == 0, "\(result.err)")
        return result.out
      }
      let counts = try Self.states(program)
      let all = counts.values.reduce(0, +)
      func tenths(_ states: String...) -> Int {
        (20 * states.reduce(0) { $0 + counts[$1, default: 0] } + all) / (2 * all)
      }
      let xml = try report("--before", "2025", "--format", "xml")
      let shares =
        "open=\"\(tenths("proposed", "agreed", "reopened"))\" done=\"\(tenths("done"))\" "
        + "finished=\"\(tenths("confirmed", "closed"))\""
      #expect(xml.contains("<progress \(shares) overdue=\"0\""), "\(shares)")
      #expect(try report("--before", "2025", "--format", "html").contains("<h2 id=\"h-progress\">"))
      #expect(!(try report("--format", "xml")).contains("<progress"))
      #expect(!(try report("--round", "2025", "--format", "xml")).contains("<progress"))
    }
  }

  @Test("tell a person what changed and what was agreed, and fill the assessor's record")
  func followUp() throws {
    try Program.inFolder { program in
      let pack = ["--pack", Program.smallPack]
      func write(_ seatHeight: Int, of id: String?, to file: String) throws {
        let named = id.map { #""id": "\#($0)", "# } ?? ""
        try program.write(
          #"{\#(named)"seat_type": "office_chair", "seat_height": "\#(seatHeight)", "knee_height": "42", "has_pain": "yes"}"#,
          to: file)
      }
      try write(50, of: nil, to: "then.json")
      try write(42, of: nil, to: "now.json")
      let added = try program.run(
        ["register", "add", "then.json", "--person", "ann", "--date", "2026-02-01"] + pack)
      #expect(added.code == 0, "\(added.err)")
      let agreed = try program.run("register", "agree", "1", "--owner", "Facilities", "--due", "2026-03-01")
      #expect(agreed.code == 0)
      func report(_ file: String, _ more: String...) throws -> Program.Result {
        try program.run(
          ["report", file, "--register", "sitwell-register.sqlite", "--date", "2026-06-01", "--format", "html"] + pack
            + more)
      }
      let nobody = try report("now.json")
      #expect(nobody.code == 2 && nobody.err.contains("--id"))
      try write(42, of: "ann", to: "now.json")
      let page = try report("now.json").out
      let since = try #require(page.firstMatch(of: #/<section id="since".*?</section>/#.dotMatchesNewlines())).output
      #expect(since.contains("Since 1 February 2026") && since.contains("No longer found"))
      #expect(since.contains("agreed, since") && since.contains("Facilities") && since.contains("1 March 2026"))
      #expect(page.contains("<a href=\"#since\">"))
      try write(50, of: "ann", to: "now.json")
      let record = try report("now.json", "--for", "ergonomist").out
      #expect(
        record.contains("data-k=\"Owner\">Facilities</td>") && record.contains("data-k=\"Due\">1 March 2026</td>"))
      #expect(record.contains("Still there: 1 thing"))
      try write(50, of: "bob", to: "now.json")
      #expect(try report("now.json").err.contains("nobody with the id 'bob'"))
      #expect(try report("now.json", "--card").code == 2)
    }
  }
}
