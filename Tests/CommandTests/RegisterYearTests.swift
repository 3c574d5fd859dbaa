import Foundation
import Testing

/// A safety officer's year, from an empty folder to the second round.
@Suite("A year with a register")
struct RegisterYearTests {
  /// 30 people in two teams; who is a multiple of five does not answer.
  private static let everyone = (1...30).map { (id: "p\($0 + 100)", team: $0 % 2 == 0 ? "North" : "South", number: $0) }
  private static let answering = everyone.filter { !$0.number.isMultiple(of: 5) }

  /// All sit on office chairs; the first half has no support at the back.
  private static func survey(_ support: (Int) -> String) -> String {
    let rows = answering.map { "\($0.id),\($0.team),office_chair,\(support($0.number)),7,42,42,none_of_these,no" }
    return (["id,team,seat_type,support,sitting_time,seat_height,knee_height,habits,has_pain"] + rows).map { $0 + "\n" }
      .joined()
  }

  @Test(
    "adds up at every step: invite, assess, agree, do, confirm, assess again, forget, export, import, back up, restore")
  func year() throws {
    try Program.inFolder { program in
      func run(
        _ arguments: String..., on day: String? = nil, code: Int32 = 0, input: String = ""
      ) throws -> Program.Result {
        let result = try program.run(["register"] + arguments + (day.map { ["--date", $0] } ?? []), input: input)
        #expect(result.code == code, "\(arguments): \(result.err)")
        return result
      }
      func states() throws -> [String: Int] {
        let rows = try run("export").out.split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows[0].firstIndex(of: "state"))
        return Dictionary(grouping: rows.dropFirst(), by: { String($0[column]) }).mapValues(\.count)
      }
      func add(_ file: String, _ round: String, on day: String) throws -> String {
        try run(
          "add", file, "--by", "team", "--round", round, "--pack", Program.smallPack, "--as", "eva", on: day
        ).err.split(separator: "\n").suffix(2).joined(separator: "\n")
      }

      // Thirty are invited, twenty-four answer.
      let people = ["id,team,contact"] + Self.everyone.map { "\($0.id),\($0.team),\($0.id)@example.org" }
      try program.write(people.joined(separator: "\n") + "\n", to: "people.csv")
      #expect(
        try run("invite", "people.csv", "--round", "2026", on: "2026-01-05").err.hasSuffix(
          "rows 30 = invited 30 + invited before 0; round 2026\n"))
      try program.write(Self.survey { $0 <= 15 ? "none" : "in_place" }, to: "first.csv")
      #expect(
        try add("first.csv", "2026", on: "2026-02-01").hasSuffix(
          "rows 24 = filed 24 + already there 0 + rejected 0 + set aside 0; 0 cells left open"))
      #expect(try run("people").err == "round 2026: invited 30, answered 24\n")

      // Twelve have no support: each gets one action, the others none.
      #expect(try states() == ["proposed": 12])
      let numbers = (1...12).map(String.init)
      let agreed = try program.run(
        ["register", "agree"] + numbers + ["--owner", "Facilities", "--due", "2026-03-01", "--date", "2026-02-02"])
      #expect(agreed.code == 0)
      #expect(try run("list", "--due", "14d", on: "2026-02-14").err == "0 actions, 0 of them overdue\n")
      #expect(try run("list", "--due", "14d", on: "2026-02-20").err == "12 actions, 0 of them overdue\n")
      // Six have not answered, and twelve have something to do; nobody is told of anybody else.
      #expect(
        try run("remind", "--from", "safety@example.org", "-o", "mail", on: "2026-02-20").err
          == "reminders 18 = written 18 + without an address 0\n")
      #expect(try program.read("mail/p105.eml").contains("round 2026") && !program.exists("mail/p105.ics"))
      #expect(try program.read("mail/p101.ics").contains("DTSTART;VALUE=DATE:20260301"))
      for other in ["p103", "p105"] { #expect(try !program.read("mail/p101.eml").contains(other)) }
      _ = try run("worklist", "--pack", Program.smallPack, "-o", "list.html", on: "2026-03-02")
      #expect(try program.read("list.html").contains("12 overdue"))
      #expect(try program.run(["register", "done"] + numbers.prefix(9) + ["--date", "2026-02-25"]).code == 0)
      #expect(try program.run(["register", "confirm"] + numbers.prefix(6) + ["--date", "2026-02-26"]).code == 0)
      #expect(try run("reject", "12", "--note", "moves out", on: "2026-02-26").code == 0)
      #expect(try states() == ["confirmed": 6, "done": 3, "agreed": 2, "rejected": 1])
      #expect(try run("list", on: "2026-03-02").err == "11 actions, 2 of them overdue\n")
      let first = try #require(try run("list", "--state", "confirmed").out.split(separator: "\n").dropFirst().first)
      let confirmed = try #require(first.split(separator: " ").first { $0.hasPrefix("p1") }.map(String.init))
      #expect(
        try run("review", confirmed, "--as", "eva", on: "2026-03-02").err
          == "signed off by eva; 1 confirmed actions closed\n")
      #expect(try states() == ["confirmed": 5, "closed": 1, "done": 3, "agreed": 2, "rejected": 1])

      // In the second round, those with a number over six have no fault any more, and two have new ones.
      try program.write(Self.survey { $0 <= 4 || $0 == 16 || $0 == 17 ? "none" : "in_place" }, to: "second.csv")
      let second = try add("second.csv", "2027", on: "2027-02-01")
      #expect(
        second == """
          since the assessments before, of 24 people: 8 findings solved, 2 new, 4 still there, 0 left open
          rows 24 = filed 24 + already there 0 + rejected 0 + set aside 0; 0 cells left open
          """)
      #expect(try states() == ["reopened": 4, "closed": 7, "rejected": 1, "proposed": 2])
      #expect(
        try add("second.csv", "2027", on: "2027-02-01").hasSuffix(
          "already there 24 + rejected 0 + set aside 0; 0 cells left open"))

      // One is forgotten; the table goes out, comes back, and what is restored is what was backed up.
      #expect(try run("forget", "p101", on: "2027-02-02").code == 0)
      #expect(try run("check").err == "29 people, 46 assessments, 13 actions: no problems\n")
      let table = try run("export", on: "2027-02-03").out
      #expect(!table.contains("p101"))
      let filledIn = table.replacing(",reopened,", with: ",done,")
      #expect(
        try run("import", "-", "--as", "hr", on: "2027-02-04", input: filledIn).err
          == "rows 13 = changed 3 + as they were 10\n")
      #expect(
        try run("import", "-", code: 1, input: table.replacing(",reopened,", with: ",agreed,")).err.contains(
          "has changed since this table was exported"))
      #expect(try states() == ["done": 3, "closed": 7, "rejected": 1, "proposed": 2])
      #expect(try run("backup", "copy.sqlite").code == 0)
      #expect(try run("backup", "copy.sqlite", code: 3).err.contains("exists"))
      let kept = try run("export").out
      _ = try run("retain", "--older", "1d", on: "2028-01-01")
      #expect(try run("check").err == "29 people, 23 assessments, 5 actions: no problems\n")
      for file in ["sitwell-register.sqlite", "sitwell-register.sqlite-wal", "sitwell-register.sqlite-shm"] {
        try? FileManager.default.removeItem(at: program.folder.appending(path: file))
      }
      try FileManager.default.copyItem(
        at: program.folder.appending(path: "copy.sqlite"), to: program.folder.appending(path: "sitwell-register.sqlite")
      )
      #expect(try run("export").out == kept)

      try Self.checkReport(program)
    }
  }

  /// HR gets from a register what it gets from the same surveys.
  private static func checkReport(_ program: Program) throws {
    // The one who was forgotten is in neither.
    for file in ["first.csv", "second.csv"] {
      let text = try program.read(file).split(separator: "\n").filter { !$0.hasPrefix("p101,") }
      try program.write(text.map { $0 + "\n" }.joined(), to: "\(file == "first.csv" ? "2026" : "2027").csv")
    }
    func report(_ arguments: String...) throws -> String {
      let result = try program.run(
        [
          "report", "--for", "hr", "--format", "xml", "--no-ledger", "--date", "2027-03-01", "--pack",
          Program.smallPack,
        ]
          + arguments)
      #expect(result.code == 0, "\(result.err)")
      return result.out
    }
    let fromFiles = try report("2027.csv", "--by", "team", "--before", "2026.csv", "--invited", "29")
    let fromRegister = try report(
      "--register", "sitwell-register.sqlite", "--round", "2027", "--before", "2026", "--invited", "29")
    // Of the round before, the register knows besides how many were invited: of them one was forgotten.
    #expect(fromRegister.contains("<round name=\"2026\" invited=\"29\">"))
    #expect(fromRegister.replacing(" invited=\"29\">", with: ">") == fromFiles.replacing(" invited=\"29\">", with: ">"))
    let health = try program.run(
      ["report", "--for", "hr", "--register", "sitwell-register.sqlite", "--include-health"])
    #expect(health.code == 2 && health.err.contains("never told of health"))
  }
}
