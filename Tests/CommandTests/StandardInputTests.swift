import Foundation
import Testing

@Suite("Standard input")
struct StandardInputTests {
  private static let pack = Program.path("Tests/Fixtures/packs/survey-fixtures")
  private static let people: [(name: String, text: String)] = [
    ("team.csv", "id,lumbar,sitting_hours\na,no,9\nb,partly,2\n"),
    (
      "team.json",
      "[{\"id\": \"a\", \"lumbar\": \"no\", \"sitting_hours\": 9}, {\"id\": \"b\", \"lumbar\": \"partly\"}]"
    ),
    (
      "team.xml",
      "<survey xmlns=\"urn:sitwell:answers:1\"><answers id=\"a\"><answer question=\"lumbar\">no</answer></answers>"
        + "<answers id=\"b\"/></survey>"
    ),
  ]

  @Test("is scored and reported as the same file is", arguments: people.indices)
  func same(place: Int) throws {
    let (name, text) = Self.people[place]
    try Program.inFolder { program in
      try program.write(text, to: name)
      let score = ["--pack", Self.pack, "--quiet"]
      let scored = try program.run(["score", name] + score)
      let piped = try program.run(["score", "-"] + score, input: text)
      #expect(scored.code == 0 && scored.out.split(separator: "\n").count == 3)
      #expect(piped.out == scored.out && piped.err == scored.err)
      let report = ["--id", "a", "--pack", Self.pack, "--date", "2026-01-31", "--format", "xml"]
      let told = try program.run(["report", name] + report)
      let toldOfPipe = try program.run(["report", "-"] + report, input: text)
      #expect(told.code == 0 && told.out.contains("<assessment"))
      #expect(toldOfPipe.out == told.out && toldOfPipe.err == told.err)
    }
  }

  @Test("holds a team for hr as well, but not two")
  func team() throws {
    try Program.inFolder { program in
      let survey = "id,team,lumbar\n" + (0..<40).map { "\($0),north,\($0 % 2 == 0 ? "no" : "yes")\n" }.joined()
      try program.write(survey, to: "team.csv")
      let options = ["--for", "hr", "--by", "team", "--pack", Self.pack, "--date", "2026-01-31", "--format", "xml"]
      let told = try program.run(["report", "team.csv"] + options)
      #expect(told.code == 0 && told.out.contains("<team"))
      #expect(try program.run(["report", "-"] + options, input: survey).out == told.out)
      let list = [
        "--for", "ergonomist", "--by", "team", "--pack", Self.pack, "--date", "2026-01-31", "--format", "csv",
      ]
      let listed = try program.run(["report", "team.csv"] + list)
      #expect(listed.code == 0 && listed.out.split(separator: "\n").count > 20)
      #expect(try program.run(["report", "-"] + list, input: survey).out == listed.out)
      let twice = try program.run(["report", "-", "--before", "-"] + options, input: survey)
      #expect(twice.code == 2)
      #expect(twice.err == "error: standard input can be read once only\n  help: name a file\n")
    }
  }
}

@Suite("A named pipe")
struct NamedPipeTests {
  private static let environment = ["P": "--pack \(Program.smallPack)", "T": "timeout 60 "]
  private static let survey =
    "id,team,seat_type,support\n"
    + (0..<400).map { "p\($0),\($0 % 3),stool,\($0 % 2 == 0 ? "none" : "in_place")\n" }.joined()

  /// What a command makes of a file, and of a pipe that it comes through.
  private static func outputs(_ program: Program, _ command: String, of file: String) throws -> [Program.Result] {
    let ofFile = try program.shell(command.replacing("INPUT", with: file), environment)
    let piped = "rm -f pipe; mkfifo pipe; cat \(file) >pipe & $T\(command.replacing("INPUT", with: "pipe"))"
    return [ofFile, try program.shell(piped, environment)]
  }

  @Test(
    "is read as the same file is, though it is looked at first",
    arguments: [
      "$S score INPUT $P", "$S report INPUT --id p7 --format xml --date 2026-01-31 $P", "$S explain INPUT --id p7 $P",
      "$S report INPUT --for hr --by team --no-ledger --format xml --date 2026-01-31 $P",
      "$S report INPUT --for ergonomist --by team --format csv --date 2026-01-31 $P",
    ])
  func survey(command: String) throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      let results = try Self.outputs(program, command, of: "team.csv")
      #expect(results[0].code == 0 && results[0].out.count > 100)
      #expect(results[1].out == results[0].out && results[1].code == 0)
    }
  }

  @Test("holds the answers of one person")
  func person() throws {
    try Program.inFolder { program in
      try program.write("{\"seat_type\": \"stool\", \"support\": \"none\"}", to: "answers.json")
      let command = "$S report INPUT --format xml --date 2026-01-31 $P"
      let results = try Self.outputs(program, command, of: "answers.json")
      #expect(results[0].code == 0 && results[1].out == results[0].out && results[1].code == 0)
    }
  }

  @Test("takes a tally and gives it, and one is told from a survey")
  func tally() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      let scored = "$S score team.csv -o r.csv --by team --quiet $P --force --tally"
      #expect(try program.shell("\(scored) a.tally", Self.environment).code == 0)
      let given = try program.shell("mkfifo out; cat out >given & $T\(scored) out; wait", Self.environment)
      #expect(given.code == 0)
      #expect(try program.read("given") == program.read("a.tally"))
      for command in ["$S report INPUT --for hr --no-ledger --date 2026-01-31 $P", "$S tally INPUT $P"] {
        let results = try Self.outputs(program, command, of: "a.tally")
        #expect(results[0].code == 0 && results[1].out == results[0].out && results[1].code == 0)
      }
      let refused = try Self.outputs(program, "$S score INPUT $P", of: "a.tally")[1]
      #expect(refused.code == 2 && refused.err.contains("'pipe' is a tally"))
    }
  }
}

@Suite("sitwell score when things go wrong")
struct BadMomentTests {
  private static let pack = Program.path("Tests/Fixtures/packs/survey-fixtures")
  private static let survey = "id,lumbar\n" + (0..<4000).map { "\($0),\($0 % 7 == 0 ? "what" : "no")\n" }.joined()

  private static func process(_ program: Program, _ arguments: String...) -> Process {
    let process = Process()
    process.executableURL = Program.executable
    process.currentDirectoryURL = program.folder
    process.arguments = ["score"] + arguments + ["--pack", pack]
    process.standardError = FileHandle.nullDevice
    return process
  }

  @Test("ends like other programs where nobody reads its output, and leaves no file behind")
  func closedPipe() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "team.csv")
      let process = Self.process(program, "team.csv", "--rejects", "rejects.csv")
      let output = Pipe()
      process.standardOutput = output
      try output.fileHandleForReading.close()
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGPIPE)
      #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path) == ["team.csv"])
    }
  }

  @Test("leaves no results behind when it is killed")
  func killed() throws {
    try Program.inFolder { program in
      let process = Self.process(program, "-", "-o", "results.csv")
      let input = Pipe()
      process.standardInput = input
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(Self.survey.utf8))
      let file = try #require(program.fileOpened(by: process))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(!program.exists("results.csv"))
      let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      #expect(left == [] || !file.hasSuffix("(deleted)"))  // not every file system has files without a name
    }
  }

  @Test("says nothing of its own where an XML file is in a broken encoding")
  func encoding() throws {
    try Program.inFolder { program in
      let start = "<?xml version=\"1.0\"?><survey xmlns=\"urn:sitwell:answers:1\"><answers id=\"1\"/>"
      var bytes = Data([0xFF, 0xFE]) + start.data(using: .utf16LittleEndian)!
      bytes += [0x00, 0xD9] + ";</survey>".data(using: .utf16LittleEndian)!
      try bytes.write(to: program.folder.appending(path: "team.xml"))
      let result = try program.run("score", "team.xml", "--pack", Self.pack)
      #expect(result.code == 1)
      #expect(
        result.err.split(separator: "\n").allSatisfy { $0.hasPrefix("error: team.xml:") || $0.hasPrefix("  help") })
    }
  }

  @Test("says how many ids stand in several files, and loses nobody")
  func sameIDs() throws {
    try Program.inFolder { program in
      try program.write("id,lumbar\n1,no\n2,no\n2,no\n", to: "a.csv")
      try program.write("id,lumbar\n2,yes\n3,no\n2,no\n", to: "b.csv")
      let result = try program.run("score", "a.csv", "b.csv", "--pack", Self.pack)
      #expect(result.err.contains("\n1 rows have an id that stands in an earlier file too: each of them counts\n"))
      #expect(result.err.hasSuffix("rows 6 = scored 4 + rejected 2 + set aside 0; 0 cells left open\n"))
      #expect(result.out.split(separator: "\n").map { $0.prefix(2) } == ["id", "1,", "2,", "2,", "3,"])
    }
  }
}
