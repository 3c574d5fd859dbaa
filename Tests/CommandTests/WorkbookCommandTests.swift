import Foundation
import Testing

@Suite("Workbooks at the command line")
struct WorkbookCommandTests {
  private static let book = Program.path("Tests/Fixtures/surveys/workbooks/openpyxl.xlsx")
  private static let shipped = ["--rules", Program.path("Rules"), "--pack", "lower-back-hips", "--date", "2026-01-31"]
  private static let options = ["--force"] + shipped

  private func isWorkbook(_ name: String, in program: Program) throws -> Bool {
    let data = try Data(contentsOf: program.folder.appending(path: name))
    return data.starts(with: [0x50, 0x4B, 0x03, 0x04]) && data.range(of: Data("xl/worksheets/sheet1.xml".utf8)) != nil
  }

  @Test("are read, and written where the name of the output or the format says so")
  func score() throws {
    try Program.inFolder { program in
      let csv = try program.run(["score", Self.book, "-o", "a.csv"] + Self.options)
      #expect(csv.err.contains("read as Sitwell, sheet 'Answers' of 3, UTF-8\n"))
      #expect(try program.read("a.csv").split(separator: "\n").count == 4)
      for arguments in [["-o", "a.XLSX"], ["-o", "b.csv", "--format", "xlsx"]] {
        let run = try program.run(["score", Self.book] + arguments + Self.options)
        #expect(run.code == csv.code)
        #expect(try isWorkbook(arguments[1], in: program))
      }
      // What was made is read again.
      #expect(try program.run(["score", "a.XLSX", "-o", "-"] + Self.options).err.contains("no heading is a question"))
    }
  }

  @Test("come in by a pipe too, and go out by one")
  func pipes() throws {
    try Program.inFolder { program in
      let command = "cat '\(Self.book)' | '\(Program.executable.path)' score - -o - --format xlsx "
      let options = Self.shipped.map { "'\($0)'" }.joined(separator: " ")
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "\(command) \(options) > out.xlsx 2> err"]
      shell.currentDirectoryURL = program.folder
      try shell.run()
      shell.waitUntilExit()
      #expect(try program.read("err").contains("rows 3 = scored 3"))
      #expect(try isWorkbook("out.xlsx", in: program))
    }
  }

  @Test("have the sheet that is named")
  func sheet() throws {
    try Program.inFolder { program in
      let run = try program.run(["score", Self.book, "--sheet", "Old", "-o", "-"] + Self.options)
      #expect(run.err.contains("sheet 'Old' of 3"))
      let none = try program.run(["score", Self.book, "--sheet", "New", "-o", "-"] + Self.options)
      #expect(none.code == 1)
      #expect(
        none.err.contains("the workbook has no sheet 'New'\n  help: its sheets are 'Read me', 'Answers', 'Old'\n"))
    }
  }

  @Test("hold the action register and the ergonomist's list")
  func reports() throws {
    try Program.inFolder { program in
      let team = Program.path("Reports/samples/team.csv")
      for audience in ["hr", "ergonomist"] {
        let arguments = ["report", team, "--for", audience, "--by", "team", "--no-ledger", "-o", "\(audience).xlsx"]
        #expect(try program.run(arguments + Self.options).code == 0)
        #expect(try isWorkbook("\(audience).xlsx", in: program))
      }
      let person = try program.run(["report", team, "--id", "p-07", "-o", "x.xlsx"] + Self.options)
      #expect(person.code == 2)
      #expect(!program.exists("x.xlsx"))
    }
  }

  @Test("are refused as outputs by a name that no format has", arguments: ["a.doc", "a", "a.csv.txt", ".csv/a"])
  func names(name: String) throws {
    try Program.inFolder { program in
      let run = try program.run(["score", Self.book, "-o", name] + Self.options)
      #expect(run.code == 2)
      #expect(run.err.contains("the name '\(name)' tells no format\n  help: end it in .csv, .ndjson, .xml or .xlsx"))
    }
  }

  @Test("leave nothing behind where they cannot be put in place")
  func nothingLeft() throws {
    try Program.inFolder { program in
      try program.write("mine", to: "a.xlsx")
      let run = try program.run(["score", Self.book, "-o", "a.xlsx"] + Self.shipped)
      #expect(run.code == 3)
      #expect(try program.read("a.xlsx") == "mine")
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      #expect(Set(names) == ["a.xlsx", ".out", ".err"])
    }
  }
}
