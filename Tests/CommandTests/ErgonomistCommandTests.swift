import Foundation
import Testing

@Suite("sitwell report --for ergonomist")
struct ErgonomistCommandTests {
  private static let survey = """
    id,team,email,name,seat_type,support,sitting_time,seat_height,knee_height,habits,has_pain,remark
    ann,Sales,canary@example.org,Canary Name,office_chair,none,7,50,42,none_of_these,yes,canary remark
    ben,=Ops,canary@example.org,Canary Name,stool,,6,,42,lean,no,canary remark
    ann,Sales,canary@example.org,Canary Name,office_chair,none,7,50,42,none_of_these,yes,canary remark

    """

  private func run(_ program: Program, _ arguments: String...) throws -> Program.Result {
    try program.run(
      ["report"] + arguments + ["--for", "ergonomist", "--pack", Program.smallPack, "--date", "2026-01-31"])
  }

  @Test("shows one person without health, names, e-mails and free text; health when it is asked for, free text never")
  func canaries() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      for format in ["html", "xml"] {
        let told = try run(program, "team.csv", "--id", "ann", "--format", format)
        #expect(told.code == 0)
        #expect(!told.out.lowercased().contains("canary"))
        #expect(told.out.contains("ann") && told.out.contains("seat-too-high") == (format == "xml"))
        let other = try run(program, "other.csv", "--id", "ann", "--format", format)
        #expect(other.code == 3)
        try program.write(Self.survey.replacing(",yes,canary", with: ",no,another"), to: "other.csv")
        #expect(try run(program, "other.csv", "--id", "ann", "--format", format).out == told.out)
        try FileManager.default.removeItem(at: program.folder.appending(path: "other.csv"))
        let health = try run(program, "team.csv", "--id", "ann", "--format", format, "--include-health")
        #expect(health.out != told.out && !health.out.lowercased().contains("canary"))
        #expect(health.out.contains(format == "xml" ? "tells=\"health\"" : "Holds answers about health."))
      }
    }
  }

  @Test("says which answers are not understood, but nothing of those about health unless asked for")
  func misread() throws {
    try Program.inFolder { program in
      try program.write("id,support,has_pain\nann,canary support,canary pain\n", to: "team.csv")
      let told = try run(program, "team.csv", "--id", "ann")
      #expect(
        told.err.contains("canary support") && !told.err.contains("has_pain") && !told.err.contains("canary pain"))
      let health = try run(program, "team.csv", "--id", "ann", "--include-health")
      #expect(health.err.contains("canary support") && health.err.contains("canary pain"))
    }
  }

  @Test("lists what to do for the people of a survey, readable for nobody else, with no formula in it")
  func list() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      let made = try run(program, "team.csv", "--by", "team", "-o", "list.csv")
      #expect(made.code == 0 && made.err.contains("warning: 1 rows were left out"))
      let csv = try program.read("list.csv")
      #expect(csv.hasPrefix("distribution,id,team,item,action,"))
      #expect(csv.contains(",ann,Sales,") && csv.contains(",ben,'=Ops,"))
      #expect(!csv.lowercased().contains("canary"))
      let mode = try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: "list.csv").path)
      #expect(mode[.posixPermissions] as? Int == 0o600)
      let page = try run(program, "team.csv", "--by", "team")
      #expect(
        page.out.contains("not for HR or managers")
          && page.out.contains("The row was left out: its id stands in another row too"))
      #expect(!page.out.lowercased().contains("canary"))
    }
  }

  @Test("says which form there is of what")
  func refusals() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      let list = try run(program, "team.csv", "--format", "xml")
      #expect(list.code == 2 && list.err.contains("the list of a survey is html, csv or xlsx\n  help: --id chooses"))
      let one = try run(program, "team.csv", "--id", "ann", "--format", "csv")
      #expect(one.code == 2 && one.err.contains("the view of one person is html, pdf or xml\n  help: without --id"))
      let health = try run(program, "team.csv", "--include-health")
      #expect(health.code == 2 && health.err.contains("the list of a survey never tells of health"))
      #expect(list.out.isEmpty && one.out.isEmpty && health.out.isEmpty)
    }
  }

  @Test("is a record of the published checklist: all its questions, the action, done, and the check that it worked")
  func checklist() throws {
    try Program.inFolder { program in
      let table = try String(
        contentsOfFile: Program.path("Tests/Fixtures/checklists/checklist-hse-ck1.csv"), encoding: .utf8)
      let questions = table.matches(of: #/,([A-Z][^,"?]*\?)/#).map { String($0.output.1) }
      #expect(questions.count > 20)
      try program.write("{\"hse_k1\": \"no\", \"hse_q2\": \"yes\", \"hse_k2\": \"yes\"}", to: "answers.json")
      let made = try program.run(
        "report", "answers.json", "--for", "ergonomist", "--pack", "hse-workstation", "--date", "2026-01-31")
      #expect(made.code == 0)
      for question in questions { #expect(made.out.contains(question.replacing("'", with: "&#39;"))) }
      #expect(made.out.contains("Use a separate keyboard"))
      #expect(made.out.contains(">Done<") && made.out.contains("check that it solved the problem"))
      #expect(made.out.contains("Contains public sector information published by the Health and Safety Executive"))
      #expect(!made.out.lowercased().contains("complian") && !made.out.lowercased().contains("complies"))
    }
  }
}
