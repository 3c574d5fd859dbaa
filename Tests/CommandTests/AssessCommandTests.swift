import Foundation
import Testing

@Suite("sitwell assess")
struct AssessCommandTests {
  private let answers = """
    {"seat_type": "office_chair", "support": "none", "sitting_time": "6 h", "seat_height": 60, "knee_height": "45 cm"}
    """

  @Test("takes the answers from a file, and writes the same bytes each time")
  func fromFile() throws {
    try Program.inFolder { program in
      try program.write(answers, to: "answers.json")
      for folder in ["one", "two"] {
        let result = try program.run(
          "assess", "--answers", "answers.json", "--pack", Program.smallPack, "-o", folder, "--date", "2026-01-31")
        #expect(result.code == 0)
        #expect(result.out.isEmpty)
        #expect(result.err.contains("Your report: \(folder)/report.html"))
      }
      for file in ["report.html", "report.xml", "answers.json"] {
        #expect(try program.read("one/\(file)") == program.read("two/\(file)"))
      }
      let again = try program.run(
        "assess", "--answers", "one/answers.json", "--pack", Program.smallPack, "-o", "three", "--date", "2026-01-31")
      #expect(again.code == 0)
      #expect(try program.read("one/report.xml") == program.read("three/report.xml"))
    }
  }

  @Test("keeps the files to their owner")
  func permissions() throws {
    try Program.inFolder { program in
      _ = try program.run("assess", "--answers", "-", "--pack", Program.smallPack, "-o", "mine", input: answers)
      for (name, mode) in [("mine", 0o700), ("mine/report.html", 0o600), ("mine/answers.json", 0o600)] {
        let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: name).path)
        #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
      }
    }
  }

  @Test("never hangs without a terminal: it lists what is missing")
  func noTerminal() throws {
    try Program.inFolder { program in
      let result = try program.run("assess", "--pack", Program.smallPack)
      #expect(result.code == 2)
      #expect(result.err.contains("  sitting_time  Sitting\n"))
      #expect(result.err.contains("help: give these and all other answers in one file, with --answers FILE"))
    }
  }

  @Test("says everything that is wrong with an answers file")
  func mistakes() throws {
    try Program.inFolder { program in
      try program.write("{\n  \"seat_typ\": \"stool\",\n  \"sitting_time\": \"6 kg\"\n}\n", to: "answers.json")
      let result = try program.run("assess", "--answers", "answers.json", "--pack", Program.smallPack)
      #expect(result.code == 1)
      #expect(result.err.contains("answers.json:2:3: "))
      #expect(result.err.contains("did you mean 'seat_type'?"))
      #expect(result.err.contains("answers.json:3:"))
      #expect(!program.exists("sitwell-2026-01-31"))
    }
  }

  @Test("does not overwrite a report unless told to")
  func existing() throws {
    try Program.inFolder { program in
      let arguments = ["assess", "--answers", "-", "--pack", Program.smallPack, "-o", "mine"]
      func run(_ more: String...) throws -> Program.Result {
        try program.run(
          arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5], arguments[6],
          more.first ?? "--date=2026-01-31", input: answers)
      }
      #expect(try run().code == 0)
      let refused = try run()
      #expect(refused.code == 3)
      #expect(refused.err.contains("'mine/report.html' exists"))
      #expect(try run("--force").code == 0)
    }
  }
}
