import Foundation
import Testing

@Suite("sitwell register")
struct RegisterCommandTests {
  private static let survey = """
    id,team,email,seat_type,support,sitting_time,seat_height,knee_height,habits,has_pain,remark
    ann,Sales,canary@example.org,office_chair,none,7,50,42,none_of_these,yes,canary remark
    ben,=Ops,canary@example.org,stool,,6,,42,lean,no,canary remark
    ben,=Ops,canary@example.org,stool,,6,,42,lean,no,canary remark
    cleo,Sales,canary@example.org,stool,,6,,42,lean,no,canary remark,one too many

    """

  private func run(_ program: Program, _ arguments: String...) throws -> Program.Result {
    try program.run(["register"] + arguments)
  }

  private func add(_ program: Program, _ file: String, _ more: String...) throws -> Program.Result {
    try program.run(
      ["register", "add", file, "--by", "team", "--pack", Program.smallPack, "--as", "eva", "--quiet"] + more)
  }

  @Test("accounts for every row, whether filed, there already, rejected or set aside")
  func rows() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      let first = try add(program, "team.csv", "--date", "2026-01-31")
      #expect(first.code == 1 && first.out.isEmpty)
      #expect(first.err.hasSuffix("rows 4 = filed 2 + already there 0 + rejected 2 + set aside 0; 0 cells left open\n"))
      let again = try add(program, "team.csv", "--date", "2026-01-31")
      #expect(again.err == "rows 4 = filed 0 + already there 2 + rejected 2 + set aside 0; 0 cells left open\n")
      let later = try add(program, "team.csv", "--date", "2026-06-30")
      #expect(later.err.contains("rows 4 = filed 2"))
      #expect(try run(program, "check").err == "2 people, 4 assessments, \(actions(program)) actions: no problems\n")
    }
  }

  private func actions(_ program: Program) throws -> Int {
    try run(program, "export").out.split(separator: "\n").count - 1
  }

  /// What somebody answered about health, in free text and about themselves is in no byte of the file, and changes no other.
  @Test("keeps no answer about health, no name, e-mail nor free text unless asked to, and shows none ever")
  func canaries() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      try program.write(Self.survey.replacing(",yes,canary", with: ",no,another"), to: "other.csv")
      var told: [String] = []
      for (file, health) in [("team.csv", []), ("other.csv", []), ("team.csv", ["--include-health"])] {
        try? FileManager.default.removeItem(at: program.folder.appending(path: "r"))
        let added = try program.run(
          [
            "register", "add", file, "--by", "team", "--pack", Program.smallPack, "--date", "2026-01-31", "--register",
            "r", "--as", "eva",
          ] + health)
        #expect(added.code == 1)
        let bytes = try Data(contentsOf: program.folder.appending(path: "r"))
        #expect(bytes.range(of: Data("canary".utf8)) == nil)
        #expect((bytes.range(of: Data("has_pain\t".utf8)) != nil) == !health.isEmpty)
        var out = ""
        for verb in [["people"], ["show", "ann"], ["list"], ["due"], ["export"], ["check"]] {
          let result = try program.run(["register"] + verb + ["--register", "r"])
          out += result.out + result.err
        }
        told.append(out)
      }
      #expect(told[0] == told[1] && told[0] == told[2])
      #expect(told[0].contains("seat-too-high") && !told[0].contains("pain"))
    }
  }

  @Test("takes the answers of one person too, who is named in them or by an option")
  func onePerson() throws {
    try Program.inFolder { program in
      try program.write(#"{"support": "none", "seat_type": "office_chair"}"#, to: "a.json")
      let nobody = try add(program, "a.json")
      #expect(nobody.code == 2 && nobody.err.contains("--person"))
      #expect(!program.exists("sitwell-register.sqlite"))
      let added = try add(program, "a.json", "--person", "ann", "--workstation", "home")
      #expect(added.code == 0)
      #expect(added.err.hasSuffix("rows 1 = filed 1 + already there 0 + rejected 0 + set aside 0; 0 cells left open\n"))
      #expect(try run(program, "people").out.contains(/ann +home/))
    }
  }

  @Test("says what is wrong in a line, what to do in the next, and changes nothing")
  func mistakes() throws {
    try Program.inFolder { program in
      let none = try run(program, "list")
      #expect(none.code == 3)
      #expect(none.err.hasPrefix("error: there is no register 'sitwell-register.sqlite'\n  help: "))
      try program.write(Self.survey, to: "team.csv")
      _ = try add(program, "team.csv")
      let before = try run(program, "export").out
      for (arguments, message) in [
        (
          ["confirm", "1"],
          "error: cannot confirm: action 1 is proposed; nothing was changed\n  help: that takes one that is done\n"
        ),
        (
          ["done", "99"], "error: the register has no action 99\n  help: 'sitwell register list' shows their numbers\n"
        ),
        (["reject", "1"], "error: to reject an action takes a reason\n  help: give it with --note\n"),
        (["show", "anne"], "error: the register has nobody with the id 'anne'\n  help: did you mean 'ann'?\n"),
        (["assign", "1"], "error: nothing is to be changed\n  help: give --owner, --due, --cost or --note\n"),
        (
          ["list", "--register", "team.csv"],
          "error: 'team.csv' is no register\n  help: name another file with --register\n"
        ),
        (
          ["agree", "1", "--due", "1.2.26"],
          "error: --due '1.2.26' is no date\n  help: write it as YYYY-MM-DD, such as 2026-01-31\n"
        ),
      ] {
        let result = try program.run(["register"] + arguments)
        #expect(result.err == message)
        #expect(result.code == (message.contains("is no register") ? 3 : 2))
      }
      #expect(try run(program, "export").out == before)
      #expect(try program.read("team.csv") == Self.survey)
    }
  }

  @Test("gives the same tables for the same responses and dates")
  func determinism() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      var told: [String] = []
      for register in ["a", "b"] {
        _ = try add(program, "team.csv", "--date", "2026-01-31", "--register", register)
        _ = try run(program, "agree", "1", "2", "--owner", "=cmd", "--date", "2026-02-01", "--register", register)
        for format in ["csv", "json", "xml"] {
          told.append(
            try run(program, "export", "--format", format, "--register", register, "--date", "2026-02-01").out)
        }
        #expect(
          try run(program, "export", "-o", "\(register).xlsx", "--register", register, "--date", "2026-02-01").code == 0
        )
      }
      #expect(told[..<3] == told[3...])
      #expect(
        try Data(contentsOf: program.folder.appending(path: "a.xlsx"))
          == Data(contentsOf: program.folder.appending(path: "b.xlsx")))
      for table in ["a.xlsx", "-"] {
        let back = try program.run(["register", "import", table, "--register", "b"], input: told[0])
        #expect(back.code == 0 && back.err.contains("changed 0"))
      }
    }
  }
}
