import Foundation
import Testing

@Suite("Whoever writes a pack")
struct PackAuthorCommandTests {
  private let rules = ["--rules", Program.path("Rules")]

  @Test("gets one to begin with that checks clean, lets nothing pass, is laid out, and can be used and copied")
  func new() throws {
    try Program.inFolder { program in
      let made = try program.run(
        ["pack", "new", "front-desk", "--prefix", "fd", "--title", "Front <desk> & co", "-o", "packs/mine"] + rules)
      #expect(made.code == 3 && made.err.contains("packs/mine"))  // no folder to put it in
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "packs"), withIntermediateDirectories: false)
      #expect(
        try program.run(
          ["pack", "new", "front-desk", "--prefix", "fd", "--title", "Front <desk> & co", "-o", "packs/mine"] + rules
        ).code == 0)
      let check = try program.run(["pack", "check", "packs/mine"] + rules)
      #expect(check.code == 0 && check.err.contains("front-desk@0.1.0+") && check.err.contains("no problems"))
      let test = try program.run(["pack", "test", "packs/mine", "--min-mutation", "100"] + rules)
      #expect(test.code == 0, "\(test.out)")
      let format = try program.run(["pack", "format", "packs/mine", "--check"] + rules)
      #expect(format.code == 0 && format.out.isEmpty, "\(format.out)")
      try program.write("id,fd_floor,fd_standing,fd_seat\na,hard,4 h,none\n", to: "team.csv")
      let score = try program.run(["score", "team.csv", "--pack", "packs/mine", "--quiet"] + rules)
      #expect(score.code == 0 && score.out.contains("a,12,12,high,high"), "\(score.out)")
      #expect(try program.run(["pack", "export", "packs/mine", "copy"] + rules).code == 0)
      #expect(try program.run(["pack", "check", "copy"] + rules).code == 0)
      let shown = try program.run(["pack", "show", "copy"] + rules).out
      #expect(shown.contains("Front <desk> & co (front-desk@0.1.0+") && !shown.contains("np_"))
    }
  }

  @Test("gets ids and columns after the id of the pack where nothing else is said")
  func names() throws {
    try Program.inFolder { program in
      #expect(try program.run(["pack", "new", "front-desk"] + rules).code == 0)
      let text = try program.read("front-desk/pack.xml") + program.read("front-desk/rules/hard-floor.xml")
      #expect(text.contains("<title>Front desk</title>") && text.contains("front_desk_floor is hard"))
      #expect(!text.contains("new-pack") && !text.contains("New pack") && !text.contains("np_"))
      #expect(try program.run(["pack", "check", "front-desk"] + rules).code == 0)
    }
  }

  @Test(
    "is told what cannot be the id of a pack, or is there already",
    arguments: [
      (["Front-Desk"], 2, "cannot be the id"), (["front_desk"], 2, "cannot be the id"), ([""], 2, "cannot be the id"),
      (["../up"], 2, "cannot be the id"), (["rosa"], 2, "there is a pack 'rosa' already"),
      (["there"], 3, "'there' exists"),
      (["other", "-o", "there"], 3, "'there' exists"), (["other", "--prefix", "a-b"], 2, "cannot begin an id"),
      (["other", "--title", " "], 2, "the title is empty"),
    ])
  func refused(arguments: [String], code: Int32, words: String) throws {
    try Program.inFolder { program in
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "there"), withIntermediateDirectories: false)
      let result = try program.run(["pack", "new"] + arguments + rules)
      #expect(result.code == code && result.err.contains(words) && result.err.contains("help: "), "\(result.err)")
      #expect(!program.exists("other") && !program.exists("rosa"))
    }
  }

  @Test("sees with --check which files are laid out otherwise, and then has them laid out")
  func format() throws {
    try Program.inFolder { program in
      #expect(try program.run(["pack", "new", "mine"] + rules).code == 0)
      let file = "mine/rules/seat-not-used.xml"
      let whole = try program.read(file)
      try program.write(whole.replacing("\n  <", with: "\n\t<").replacing("\n", with: "\r\n"), to: file)
      let other = try program.read(file)
      let check = try program.run(["pack", "format", "mine", "--check"] + rules)
      #expect(check.code == 1 && check.out == "\(file)\n" && check.err == "1 of 8 files are laid out otherwise\n")
      #expect(try program.read(file) == other)
      let done = try program.run(["pack", "format", "mine"] + rules)
      #expect(done.code == 0 && done.out == "\(file)\n" && done.err == "1 of 8 files were laid out anew\n")
      #expect(try program.read(file) == whole)
      #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/mine/rules").count == 3)
    }
  }

  @Test("has nothing written where a file cannot be read, and is told of it")
  func broken() throws {
    try Program.inFolder { program in
      #expect(try program.run(["pack", "new", "mine"] + rules).code == 0)
      let text = try program.read("mine/sources.xml").replacing("\n  <", with: "\n<")
      try program.write(text, to: "mine/sources.xml")
      try program.write("<questionnaire>", to: "mine/questions.xml")
      let result = try program.run(["pack", "format", "mine"] + rules)
      #expect(result.code == 1 && result.err.contains("mine/questions.xml:1"))
      #expect(try program.read("mine/sources.xml") == text)
    }
  }

  @Test(
    "is told which folder to name in place of a file, or of a part of a pack", arguments: ["check", "format", "test"])
  func wrongPlace(command: String) throws {
    try Program.inFolder { program in
      #expect(try program.run(["pack", "new", "mine"] + rules).code == 0)
      let file = try program.run(["pack", command, "mine/pack.xml"] + rules)
      #expect(file.code == 2 && file.err.contains("this is a file") && file.err.contains("'mine'"), "\(file.err)")
      let part = try program.run(["pack", command, "mine/rules"] + rules)
      let told = part.out + part.err
      #expect(part.code == 1 && told.contains("it is part of the pack in 'mine': name that folder"), "\(told)")
      #expect(!told.contains("unknown"))
    }
  }
}
