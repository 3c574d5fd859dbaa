import Ergonomics
import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
  @Test("tells its version, also as JSON")
  func version() throws {
    try Program.inFolder { program in
      let plain = try program.run("--version")
      #expect(plain.out == "sitwell 0.1.0\n")
      let json = try program.run("--version", "--json")
      let fields = try JSONDecoder().decode([String: String].self, from: Data(json.out.utf8))
      #expect(fields == ["name": "sitwell", "version": "0.1.0", "purpose": IntendedPurpose.statement])
    }
  }

  @Test(
    "has examples first in the help of every command",
    arguments: ["assess", "score", "report", "explain", "verify", "pack"])
  func help(command: String) throws {
    try Program.inFolder { program in
      let result = try program.run("help", command)
      #expect(result.code == 0)
      #expect(result.out.contains("USAGE: sitwell \(command)"))
    }
  }

  @Test("ends in 2 when it is used wrongly", arguments: [["frobnicate"], ["score"], ["assess", "--date", "31.1."]])
  func usage(arguments: [String]) throws {
    try Program.inFolder { program in
      let result = try program.run(arguments[0], arguments.count > 1 ? arguments[1] : "--nonsense", arguments.last!)
      #expect(result.code == 2)
      #expect(result.out.isEmpty && !result.err.isEmpty)
    }
  }

  @Test("explains why, why not, and what would decide")
  func explain() throws {
    try Program.inFolder { program in
      try program.write(
        "{\"seat_type\": \"office_chair\", \"support\": \"none\", \"habits\": [\"none_of_these\"]}", to: "a.json")
      let all = try program.run("explain", "a.json", "--pack", Program.smallPack)
      #expect(all.code == 0)
      #expect(
        all.out == """
          undetermined    no-support: open: sitting_time
          undetermined    seat-too-high: open: seat_height; beside others knee_height
          clear           uneven-sitting: not so: habits has any of (cross_legs, lean)

          """)
      let one = try program.run("explain", "a.json", "no-support", "--pack", Program.smallPack)
      #expect(one.out.contains("Open. An answer to this can decide it:\n    Sitting (sitting_time): not answered\n"))
      let unknown = try program.run("explain", "a.json", "no-suport", "--pack", Program.smallPack)
      #expect(unknown.code == 2)
      #expect(unknown.err.contains("did you mean 'no-support'?"))
    }
  }

  @Test("explains what other answers would change, and the nearest way to a level")
  func whatIf() throws {
    try Program.inFolder { program in
      try program.write(
        "{\"seat_type\": \"office_chair\", \"support\": \"none\", \"sitting_time\": \"7\", \"habits\": [\"lean\"]}",
        to: "a.json")
      func explain(_ more: String...) throws -> Program.Result {
        try program.run(["explain", "a.json", "--pack", Program.smallPack] + more)
      }
      let one = try explain("--what-if", "sitting_time=1 h")
      #expect(one.code == 0 && one.out.contains("No longer found\n  no-support: No support (12 back)\n"), "\(one.out)")
      #expect(one.out.contains("Back: now 15 to 20 (worth changing), then 3 to 8 (fine)\n"), "\(one.out)")
      let two = try explain("--what-if", "seat_type=stool", "--what-if", "habits=none_of_these")
      #expect(two.out.contains("uneven-sitting: Uneven sitting (3 back)") && !two.out.contains("\nFound\n"))
      let rule = try explain("no-support", "--what-if", "support=in_place")
      #expect(rule.out.hasPrefix("no-support: clear\n"))
      let all = try explain().out
      #expect(all.contains("found           no-support: "), "\(all)")
      // What is found first, then what is open.
      let outcomes = all.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
      let order = ["found", "undetermined", "clear", "not-applicable"]
      #expect(
        outcomes == outcomes.sorted { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! } && Set(outcomes).count > 1
      )
      try program.write("id,seat_type,support\nann,office_chair,none\nben,stool,\n", to: "team.csv")
      let ben = try program.run("explain", "team.csv", "no-support", "--id", "ben", "--pack", Program.smallPack)
      #expect(ben.code == 0 && ben.out.hasPrefix("no-support: "), "\(ben.err)")
      let near = try explain("--nearest", "low")
      #expect(near.code == 0, "\(near.out)\(near.err)")
      for (wrong, help) in [
        ("seat_tipe=stool", "did you mean 'seat_type'?"), ("seat_type", "question=answer"),
        ("seat_type=chair", "is not one of the answers"),
      ] {
        let refused = try explain("--what-if", wrong)
        #expect(refused.code == 2 && refused.err.contains(help), "\(refused.err)")
      }
      #expect(try explain("--nearest", "lower").err.contains("use one of: low, high"))
      #expect(try explain("no-support", "--nearest", "low").code == 2)
    }
  }

  @Test("reports one person of a survey, and says whom it did not find")
  func report() throws {
    try Program.inFolder { program in
      try program.write("id,seat_type,sitting_time\nann,stool,6\nben,office_chair,kg\n", to: "team.csv")
      let ann = try program.run("report", "team.csv", "--id", "ann", "--format", "xml", "--pack", Program.smallPack)
      #expect(ann.code == 0)
      #expect(ann.out.contains("An office chair") == false)
      #expect(ann.out.contains("A stool"))
      let ben = try program.run("report", "team.csv", "--id", "ben", "-o", "ben.html", "--pack", Program.smallPack)
      #expect(ben.code == 0)
      #expect(ben.err.contains("warning: team.csv:3:18: "))
      #expect(try program.read("ben.html").hasPrefix("<!DOCTYPE html>"))
      let nobody = try program.run("report", "team.csv", "--id", "bem", "--pack", Program.smallPack)
      #expect(nobody.code == 2)
      #expect(nobody.err.contains("did you mean 'ben'?"))
      #expect(try program.run("report", "team.csv", "--pack", Program.smallPack).err.contains("choose one with --id"))
    }
  }

  @Test("notices a drawing that a pack names and nobody drew, and takes one's own")
  func drawings() throws {
    try Program.inFolder { program in
      #expect(try program.run("pack", "export", Program.smallPack, "copy").code == 0)
      let file = "copy/chair/seat-too-high.xml"
      try program.write(try program.read(file).replacing("seat-too-high.svg", with: "seat-to-high.svg"), to: file)
      let check = try program.run("pack", "check", "copy")
      #expect(check.code == 1)
      #expect(check.out.contains("\(file):2:") && check.out.contains("there is no drawing 'seat-to-high.svg'"))
      #expect(check.out.contains("did you mean 'seat-too-high.svg'?"))
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "mine/figures"), withIntermediateDirectories: true)
      try program.write("<svg/>", to: "mine/figures/seat-to-high.svg")
      #expect(try program.run("pack", "check", "copy", "--templates", "mine").code == 0)
    }
  }

  @Test("checks, shows and copies packs")
  func packs() throws {
    try Program.inFolder { program in
      let check = try program.run("pack", "check", Program.smallPack)
      #expect(check.code == 0)
      #expect(check.err.hasSuffix("3 rules and 10 examples checked, no problems\n"))
      #expect(try program.run("pack", "export", Program.smallPack, "copy").code == 0)
      #expect(try program.run("pack", "export", Program.smallPack, "copy").code == 3)
      let file = "copy/chair/no-support.xml"
      try program.write(
        try program.read(file).replacing("<when>support is none", with: "<when>suport is none"), to: file)
      let broken = try program.run("pack", "check", "copy")
      #expect(broken.code == 1)
      #expect(broken.out.contains("\(file):") && broken.out.contains("did you mean 'support'?"))
      #expect(broken.err == "1 problem\n")
      #expect(try program.run("pack", "show", Program.smallPack).out.contains("  no-support  "))
      #expect(try program.run("pack", "check", "nowhere").code == 2)
    }
  }
}
