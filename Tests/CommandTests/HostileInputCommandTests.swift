import Foundation
import Testing

@Suite("Inputs that are small to write and dear to read")
struct HostileInputCommandTests {
  private static let small = "--pack " + Program.smallPack

  /// Runs with so many seconds of processor time; beyond them the program is killed, and the code is above 128.
  private func run(_ program: Program, _ command: String, seconds: Int) throws -> Program.Result {
    try program.shell("ulimit -t \(seconds); $S \(command)")
  }

  private static func bomb(_ mark: String) -> String {
    let names = "abcdefghij".map(String.init)
    let declare = mark == "%" ? "% " : ""
    let entities = zip(["z"] + names, names).map { before, name in
      "<!ENTITY \(declare)\(name) \"\(String(repeating: "\(mark)\(before);", count: 10))\">"
    }
    return "<!DOCTYPE survey [<!ENTITY \(declare)z \"lol\">\(entities.joined())\(mark == "%" ? "%j;" : "")]>"
      + "<survey xmlns=\"urn:sitwell:answers:1\">\(mark == "&" ? "&j;" : "")</survey>"
  }

  @Test(
    "a DOCTYPE ends a document, whoever reads it",
    arguments: [
      "score x.xml -o o.csv", "report x.xml --for hr --by team -o o.html", "report x.xml -o o.html",
      "report x.xml --id 1 -o o.html",
      "report x.xml --for ergonomist -o o.html", "explain x.xml", "assess --answers x.xml -o o.html",
      "score x.xml --dry-run",
      "score - -o o.csv <x.xml", "score y.csv x.xml -o o.csv",
      "report y.csv --for hr --by team --before x.xml -o o.html",
    ])
  func bombs(command: String) throws {
    try Program.inFolder { program in
      try program.write("id,team,seat_type\n1,a,stool\n", to: "y.csv")
      for mark in ["%", "&"] {
        try program.write(Self.bomb(mark), to: "x.xml")
        let result = try run(
          program, "\(command.replacing(" <", with: " \(Self.small) <")) \(command.contains("<") ? "" : Self.small)",
          seconds: 10)
        #expect(result.code == 1, "\(command), \(mark): \(result.code) \(result.err)")
        #expect((result.err + result.out).contains("DOCTYPE"), "\(result.err)\(result.out)")
        #expect(!program.exists("o.html") && !program.exists("o.csv"))
      }
    }
  }

  private func change(_ program: Program, _ file: String, _ old: String, _ new: String) throws {
    let text = try program.read("p/\(file)")
    #expect(text.contains(old))
    try program.write(text.replacing(old, with: new, maxReplacements: 1), to: "p/\(file)")
  }

  @Test(
    "a condition is read in proportion to its length, or refused with the limit",
    arguments: [
      "\(Array(repeating: "seat_type is stool", count: 40_000).joined(separator: " and "))",
      "seat_type in (\(Array(repeating: "stool", count: 50_000).joined(separator: ", ")))",
      "\(String(repeating: "(", count: 50_000))seat_type is stool\(String(repeating: ")", count: 50_000))",
    ])
  func conditions(condition: String) throws {
    try Program.inFolder { program in
      try FileManager.default.copyItem(atPath: Program.smallPack, toPath: program.folder.path + "/p")
      try change(program, "chair/no-support.xml", "<when>", "<when>\(condition) and ")
      let result = try run(program, "pack check p", seconds: 20)
      #expect(
        result.code == 1 && result.out.contains("the text has more than 2000 words and signs"),
        "\(result.code) \(result.out)")
      #expect(result.out.utf8.count < 10_000)
    }
  }

  @Test("a chain of measures, many options, a long comment and attributes without end are in proportion or refused")
  func packs() throws {
    let chain = (0..<22).map { "<measure id=\"m\($0)\" unit=\"h\" title=\"x\">m\($0 + 1) + m\($0 + 1)</measure>" }
      .joined()
    let changes: [(file: String, old: String, new: String, code: Int32)] = [
      (
        "questions.xml", "<option id=\"stool\"",
        (0..<100_000).map { "<option id=\"o\($0)\">O \($0)</option>" }.joined() + "<option id=\"stool\"", 1
      ),
      ("questions.xml", "<section", "<!--\(String(repeating: "x", count: 20_000_000))--><section", 1),
      ("questions.xml", "<section", "<section \((0..<200_000).map { "a\($0)=\"1\"" }.joined(separator: " "))", 1),
      ("chair/no-support.xml", "<when>", "<when>m0 at least 1 h and ", 0),
    ]
    for (file, old, new, code) in changes {
      try Program.inFolder { program in
        try FileManager.default.copyItem(atPath: Program.smallPack, toPath: program.folder.path + "/p")
        try change(program, file, old, new)
        if file.hasPrefix("chair") {
          try program.write(
            "<measures xmlns=\"urn:sitwell:pack:1\">\(chain)<measure id=\"m22\" unit=\"h\" title=\"x\">sitting_time</measure></measures>",
            to: "p/more.xml")
        }
        let result = try run(program, "pack check p", seconds: 20)
        #expect(result.code == code, "\(file): \(result.code) \(result.out.prefix(500)) \(result.err.prefix(500))")
        #expect(result.out.utf8.count < 20_000)
      }
    }
  }

  @Test("a person is found in a survey on one line in a time that grows with its length")
  func oneLine() throws {
    try Program.inFolder { program in
      let people = (1...8000).map { "{\"id\":\"\($0)\",\"seat_type\":\"stool\",\"sitting_time\":\"9 h\"}" }
      try program.write("[\(people.joined(separator: ","))]", to: "line.json")
      let xml = (1...4000).map { "<answers id=\"\($0)\"><answer question=\"seat_type\">stool</answer></answers>" }
      try program.write("<survey xmlns=\"urn:sitwell:answers:1\">\(xml.joined())</survey>", to: "line.xml")
      for file in ["line.json", "line.xml"] {
        let result = try run(program, "report \(file) --id 5 -o r-\(file).html \(Self.small)", seconds: 20)
        #expect(result.code == 0, "\(file): \(result.code) \(result.err)")
      }
    }
  }
}
