import Testing

@Suite("sitwell form")
struct FormCommandTests {
  @Test("writes a form, and says on standard error what it lacks")
  func whole() throws {
    try Program.inFolder { program in
      let result = try program.run(
        "form", "--for", "redcap", "--pack", Program.smallPack, "--keep", "Team=Your team", "-o", "form.csv")
      #expect(result.code == 0)
      #expect(result.out.isEmpty)
      #expect(result.err.contains("note: the form does not say who keeps the answers"))
      #expect(result.err.contains("note: the column 'Team' is called 'team' there: --keep team keeps it"))
      let form = try program.read("form.csv")
      #expect(form.contains("\nteam,workstation,,text,Your team,"))
      #expect(form.contains("\nseat_type,workstation,"))
    }
  }

  @Test("takes a notice, and writes data alone to standard output")
  func notice() throws {
    try Program.inFolder { program in
      try program.write("Kept by nobody.\n\nFor no time.\n", to: "notice.txt")
      let result = try program.run(
        "form", "--for", "surveyjs", "--pack", Program.smallPack, "--notice", "notice.txt")
      #expect(result.err.isEmpty)
      #expect(result.out.contains("<p>Kept by nobody.</p><p>For no time.</p>"))
    }
  }

  @Test(
    "refuses what it cannot write, or what no file could keep",
    arguments: [
      (["-o", "form.csv"], 2, "end it in .json"), (["-o", "there.json"], 3, "exists"),
      (["-o", "notice.json", "--notice", "notice.json", "--force"], 3, "is read by this command"),
      (["--keep", "seat_type=Seat"], 2, "there is a column 'seat_type' already"),
      (["--keep", "a team"], 2, "is no name of a column"), (["--notice", "nowhere"], 3, "cannot read"),
    ] as [([String], Int32, String)])
  func refused(options: [String], code: Int32, message: String) throws {
    try Program.inFolder { program in
      try program.write("{}", to: "there.json")
      try program.write("{}", to: "notice.json")
      let result = try program.run(["form", "--for", "surveyjs", "--pack", Program.smallPack] + options)
      #expect(result.code == code)
      #expect(result.out.isEmpty)
      #expect(result.err.contains(message))
    }
  }

  @Test("has words of options and help texts beside it, in pack show, also as JSON")
  func show() throws {
    try Program.inFolder { program in
      let text = try program.run("pack", "show", Program.smallPack).out
      #expect(text.contains("      stool  "))
      let json = try program.run("pack", "show", Program.smallPack, "--format", "json").out
      #expect(json.hasPrefix("{\n  \"id\": \"small\""))
      #expect(json.contains("\"kind\": \"choice\""))
    }
  }
}
