import Foundation
import Testing

@Suite("What is typed by mistake")
struct UsageTests {
  @Test(
    "is answered by the command that was meant",
    arguments: [(["asses"], "assess"), (["help", "asses"], "assess"), (["pack", "chek"], "check")])
  func command(arguments: [String], meant: String) throws {
    try Program.inFolder { program in
      let result = try program.run(arguments)
      #expect(result.code == 2)
      #expect(result.out.isEmpty && result.err.contains("help: did you mean '\(meant)'?"))
    }
  }

  @Test("ends in 2 where it names a pack that there is not", arguments: [["show"], ["check"], ["export"]])
  func pack(verb: [String]) throws {
    try Program.inFolder { program in
      let folder = verb == ["export"] ? ["new"] : []
      let result = try program.run(["pack"] + verb + ["lower-back-hip"] + folder)
      #expect(result.code == 2)
      #expect(result.out.isEmpty && result.err.contains("there is no pack 'lower-back-hip'"))
    }
  }

  @Test("counts nobody twice where it names a file twice, by whatever name")
  func doubleFile() throws {
    try Program.inFolder { program in
      try program.write("id,seat_type\n1,stool\n", to: "team.csv")
      for other in ["team.csv", "./team.csv"] {
        let result = try program.run(
          ["score", "team.csv", other, "--pack", Program.smallPack, "-o", "results.csv"])
        #expect(result.code == 2)
        #expect(result.err == "error: '\(other)' is named twice\n  help: name each file once\n")
        #expect(!program.exists("results.csv"))
      }
    }
  }

  @Test("writes nothing to standard output where a survey is refused")
  func refused() throws {
    try Program.inFolder { program in
      try program.write("id,nonsense\n1,2\n", to: "team.csv")
      let result = try program.run(["score", "team.csv", "--pack", Program.smallPack, "-o", "-"])
      #expect(result.code == 1 && result.out.isEmpty)
    }
  }

  @Test("gives the ergonomist the same list of a survey in JSON as of one in CSV")
  func list() throws {
    try Program.inFolder { program in
      try program.write("id,seat_type,support\na,stool,none\nb,office_chair,none\n", to: "team.csv")
      try program.write(
        #"[{"id": "a", "seat_type": "stool", "support": "none"}, {"id": "b", "seat_type": "office_chair", "support": "none"}]"#,
        to: "team.json")
      let lists = try ["csv", "json"].map { ending in
        try program.run([
          "report", "team.\(ending)", "--for", "ergonomist", "--pack", Program.smallPack, "--date", "2026-01-31", "-o",
          "-", "--format", "csv",
        ])
      }
      #expect(lists[0].code == 0 && lists[0].out.contains(",a,"))
      #expect(lists[0].out == lists[1].out)
    }
  }
}
