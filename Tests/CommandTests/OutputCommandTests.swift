import Foundation
import Testing

@Suite("What commands write")
struct OutputCommandTests {
  private static let pack = ["--pack", Program.path("Tests/Fixtures/packs/survey-fixtures")]
  private static let environment = ["P": pack.joined(separator: " ")]
  private static let survey = "id,team,lumbar,sitting_hours\na,north,no,9\nb,south,yes,2\n"

  @Test("is refused where it would replace what is read, or go twice to one place", arguments: [false, true])
  func clashes(force: Bool) throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "in.csv")
      try program.write("question,option,wording\n", to: "map.csv")
      let commands = [
        ["score", "in.csv", "-o", "in.csv"], ["score", "in.csv", "-o", "o.csv", "--rejects", "in.csv"],
        ["score", "in.csv", "-o", "o.csv", "--save-mapping", "./in.csv"],
        ["score", "in.csv", "-o", "o.csv", "--mapping", "map.csv", "--save-mapping", "map.csv"],
        ["score", "in.csv", "--dry-run", "--save-mapping", "in.csv"],
        ["score", "in.csv", "--dry-run", "--save-mapping", "-"],
        ["score", "in.csv", "-o", "-", "--rejects", "-"], ["score", "in.csv", "-o", "o.csv", "--rejects", "o.csv"],
        ["score", "in.csv", "-o", "o.csv", "--save-mapping", "o.csv"],
        ["score", "in.csv", "-o", "r/people.csv", "--reports", "r"],
        ["report", "in.csv", "--for", "hr", "--by", "team", "-o", "in.csv"],
        ["report", "in.csv", "--for", "hr", "--by", "team", "--before", "map.csv", "-o", "map.csv"],
        ["report", "in.csv", "--id", "a", "-o", "in.csv"],
        ["score", "in.csv", "-o", "map.csv", "--team-key", "map.csv"],
        ["score", "in.csv", "-o", "o.csv", "--by", "team", "--tally", "map.csv", "--tally-key", "map.csv"],
        ["report", "in.csv", "--for", "hr", "--by", "team", "-o", "map.csv", "--team-key", "map.csv"],
      ]
      for command in commands {
        let result = try program.run(command + Self.pack + (force ? ["--force"] : []))
        #expect(result.code == 3 && result.out.isEmpty, "\(command): \(result.err)")
        #expect(result.err.contains("is read by this command") || result.err.contains("two outputs"), "\(result.err)")
        #expect(!result.err.contains("--force"))
      }
      #expect(try program.read("in.csv") == Self.survey)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.first != "." }.count == 2)
    }
  }

  @Test("is refused before any of three files of a report is touched")
  func threeFiles() throws {
    for name in ["answers.json", "report.xml", "report.html"] {
      try Program.inFolder { program in
        try FileManager.default.createDirectory(
          at: program.folder.appending(path: "d"), withIntermediateDirectories: true)
        try program.write("mine", to: "d/\(name)")
        try program.write("{\"lumbar\": \"no\"}", to: "a.json")
        let result = try program.run(["assess", "--answers", "a.json", "-o", "d"] + Self.pack)
        #expect(result.code == 3 && result.err.contains("'d/\(name)' exists"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/d") == [name])
        #expect(try program.read("d/\(name)") == "mine")
      }
    }
  }

  @Test("ends in 3 whenever standard output cannot be written")
  func fullOutput() throws {
    try Program.inFolder { program in
      try program.write(Self.survey.replacing("south", with: "north"), to: "in.csv")
      try program.write("{\"lumbar\": \"no\"}", to: "a.json")
      let commands = [
        "explain a.json $P", "score in.csv $P", "score in.csv --dry-run $P", "report a.json $P", "pack list",
        "pack show rosa", "help score", "--help", "--version", "score --help",
        "report in.csv --for hr --by team --format csv $P",
      ]
      for command in commands {
        #expect(try program.shell("$S \(command) >/dev/full", Self.environment).code == 3, "\(command)")
        #expect(try program.shell("$S \(command) >&-", Self.environment).code == 3, "\(command), closed")
      }
      #expect(try program.shell("$S score in.csv $P -o o.csv 2>&-", Self.environment).code == 0)
      #expect(try program.read("o.csv").hasPrefix("id,"), "nothing that was said got into the file")
    }
  }

  @Test("goes through a pipe, and is for its owner alone in a file")
  func streamsAndModes() throws {
    try Program.inFolder { program in
      try program.write(Self.survey, to: "in.csv")
      #expect(
        try program.shell("mkfifo pipe; cat pipe >got & $S score in.csv $P -o pipe --force; wait", Self.environment)
          .code == 0)
      #expect(try program.read("got").hasPrefix("id,"))
      #expect(
        try program.shell("test -p pipe && $S score in.csv $P -o /dev/null --rejects /dev/null", Self.environment).code
          == 0)
      let fifo =
        "mkfifo fi; cat in.csv >fi & timeout 20 $S score fi $P -o x.csv --reports r; code=$?; kill $!; exit $code"
      #expect(try program.shell(fifo, Self.environment).code == 2)
      let names = ["o.csv", "rejects.csv", "r/people.csv", "r/a.html", "r/a.xml"]
      _ = try program.run(["score", "in.csv", "-o", "o.csv", "--rejects", "rejects.csv", "--reports", "r"] + Self.pack)
      for name in names {
        let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.path + "/" + name)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
      }
    }
  }

  @Test("is warned of where it holds health, by wish or in a column that is kept")
  func health() throws {
    try Program.inFolder { program in
      try program.write("id,seat_type,has_pain\na,stool,yes\n", to: "in.csv")
      for (options, warns) in [(["--include-health"], true), (["--keep", "has_pain"], true), ([], false)] {
        let result = try program.run(["score", "in.csv", "--pack", Program.smallPack] + options)
        #expect(result.err.contains("hold answers about health") == warns, "\(options)")
      }
    }
  }

  @Test("bears nobody else's id: whoever else is in the survey, a file's name is the same")
  func names() throws {
    try Program.inFolder { program in
      try program.write("id,lumbar\nAnna,no\nanna,yes\nanna-2,no\n", to: "in.csv")
      #expect(try program.run(["score", "in.csv", "-o", "o.csv", "--reports", "r"] + Self.pack).code == 0)
      for id in ["anna", "anna-2"] { #expect(try program.read("r/\(id).xml").contains("<person>\(id)</person>")) }
      let index = try program.read("r/people.csv").split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
      #expect(index.map { String($0[0]) } == ["Anna", "anna", "anna-2"])
      for row in index {
        let record = "r/\(row[1])".replacing(".html", with: ".xml")
        #expect(try program.read(record).contains("<person>\(row[0])</person>"))
      }
    }
  }

  @Test("stops in the middle of reports when it is told to end", arguments: [SIGINT, SIGTERM, SIGHUP])
  func stopped(signal: Int32) throws {
    try Program.inFolder { program in
      try program.write("id,lumbar\n" + (0..<3000).map { "p\($0),no\n" }.joined(), to: "in.csv")
      let process = Process()
      process.executableURL = Program.executable
      process.currentDirectoryURL = program.folder
      process.arguments = ["score", "in.csv", "-o", "o.csv", "--reports", "r"] + Self.pack
      process.standardError = FileHandle.nullDevice
      try process.run()
      while process.isRunning, !program.exists("r/p40.xml") { Thread.sleep(forTimeInterval: 0.01) }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 130)
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/r")
      #expect(names.count > 40 && names.count < 6000)
      for name in names.filter({ $0.hasSuffix(".xml") }) {
        #expect(try program.read("r/\(name)").hasSuffix("</assessment>\n"), "\(name) is whole")
      }
    }
  }
}
