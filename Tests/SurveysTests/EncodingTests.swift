import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("The encoding of a survey file")
struct EncodingTests {
  private static let name = "J\u{F6}rg"

  /// Rows with a comment that is not read; one of them may hold a byte of another encoding.
  private static func survey(_ count: Int, stray: Int? = nil, names: Set<Int>) -> [UInt8] {
    var bytes = Array("id,team,comment,seat_type\n".utf8)
    for row in 1...count {
      bytes += "\(row),\(names.contains(row) ? Self.name : "Anna"),".utf8
      if row == stray { bytes.append(0xE9) }
      bytes += ",stool\n".utf8
    }
    return bytes
  }

  private static func run(
    _ bytes: [UInt8], _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws -> SurveyRun {
    try await SurveyRun(bytes) {
      $0.keptColumns = ["team"]
      change(&$0)
    }
  }

  @Test(
    "is not that of one byte in a comment: its row is rejected, all other names stay", arguments: [1, 1000, 30_000])
  func stray(line: Int) async throws {
    let run = try await Self.run(Self.survey(60_000, stray: line, names: [59_999]))
    #expect(run.summary.rejected == 1 && run.summary.scored == 59_999 && run.summary.encoding == .utf8)
    #expect(run.results.contains("\n59999,\(Self.name),") && !run.results.contains("JÃ¶rg"))
    #expect(run.rejects.contains("team.csv,\(line + 1),") && run.rejects.contains("the cell is not in UTF-8"))
    #expect(
      run.summary.problems.map(\.description).contains {
        $0.hasPrefix("team.csv:\(line + 1): this is not in UTF-8, but other letters are")
      })
  }

  @Test("is Windows-1252 where hardly anything is UTF-8, and the line of the first such byte is said")
  func windows() async throws {
    let run = try await Self.run(Self.survey(1000, stray: 70, names: []))
    #expect(run.summary.rejected == 0 && run.summary.encoding == .windows1252)
    #expect(
      run.summary.problems.map(\.description) == [
        """
        team.csv:71: this is not in UTF-8, so the file is read as Windows-1252
          help: if letters come out wrong, save the file as 'CSV UTF-8', or name its encoding with --encoding
        """
      ])
    let plain = try await Self.run(Self.survey(1000, names: [5]))
    #expect(plain.summary.problems.isEmpty)
  }

  @Test("is judged by the share of bytes, at any chunk size", arguments: [64, 1000, 1 << 18])
  func share(chunkSize: Int) async throws {
    for (latin, utf8, encoding) in [
      (9, 1, TextEncoding.windows1252), (8, 1, .utf8), (1, 0, .windows1252), (200, 30, .utf8),
    ] {
      var bytes = Array("id,team,seat_type\n".utf8)
      for row in 0..<latin { bytes += "\(row),".utf8 + [0xE9] + ",stool\n".utf8 }
      for row in 0..<utf8 { bytes += "u\(row),é,stool\n".utf8 }
      let run = try await Self.run(bytes) { $0.chunkSize = chunkSize }
      #expect(run.summary.encoding == encoding)
      #expect(run.summary.rejected == (encoding == .utf8 ? latin : 0))
      #expect(run.summary.rows == latin + utf8)
    }
  }

  @Test("can be named, and then nothing is guessed")
  func named() async throws {
    let stray = Self.survey(100, stray: 3, names: [70])
    let latin = try await Self.run(stray) { $0.encoding = .windows1252 }
    #expect(latin.summary.rejected == 0 && latin.results.contains("\n70,JÃ¶rg,") && latin.summary.problems.isEmpty)
    let alone = Self.survey(100, stray: 3, names: [])
    let utf8 = try await Self.run(alone) { $0.encoding = .utf8 }
    #expect(utf8.summary.rejected == 1 && utf8.summary.encoding == .utf8)
    let wide = Array("id,team,seat_type\n1,é,stool\n".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for mark in [[], [0xFE, 0xFF] as [UInt8]] {
      let run = try await Self.run(mark + wide) { $0.encoding = .utf16BigEndian }
      #expect(run.results.contains("\n1,é,"))
    }
    let marked = try await Self.run([0xEF, 0xBB, 0xBF] + Self.survey(3, names: [2])) { $0.encoding = .utf8 }
    #expect(marked.results.contains("\n2,\(Self.name),"))
  }

  @Test("counts characters and broken bytes as RFC 3629 has them")
  func evidence() {
    for (bytes, characters, broken) in [
      ([0x61, 0xC3, 0xA9] as [UInt8], 1, 0), ([0xC3], 0, 1), ([0xC0, 0x80], 0, 2), ([0xE2, 0x82, 0xAC], 1, 0),
      ([0xE0, 0x80, 0x80], 0, 3), ([0xED, 0xA0, 0x80], 0, 3), ([0xF4, 0x90, 0x80, 0x80], 0, 4),
      ([0xF0, 0x9F, 0x98, 0x80], 1, 0), ([0xE9, 0x61], 0, 1), ([0xFF, 0xC3, 0xA9], 1, 1),
    ] {
      let evidence = bytes.withUnsafeBytes { UTF8Evidence($0) }
      #expect(evidence.characters == characters && evidence.broken == broken, "\(bytes)")
      #expect((evidence.broken == 0) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }
}

@Suite("What no standard says of tables")
struct SilentStandardTests {
  private static func cells(_ survey: String) async throws -> [String] {
    try await SurveyRun(survey) { $0.keptColumns = ["team"] }.rows.map { $0["team"] ?? "" }
  }

  @Test(
    "a quotation mark opens a cell at its start only; what is not quoted properly stands as it is",
    arguments: [
      ("d\"e", "\"d\"\"e\""), ("\"b\"c", "\"\"\"b\"\"c\""), ("\"b\" c", "\"\"\"b\"\" c\""),
      ("\"f\"\"g\"", "\"f\"\"g\""),
      ("\"h\" ", "h"), ("\"k\"l\"m\"", "\"k\"\"l\"\"m\""), ("\"\"", ""), ("a\"\"b", "\"a\"\"\"\"b\""),
    ])
  func quotes(cell: String, written: String) async throws {
    let run = try await SurveyRun("id,team,seat_type\n1,\(cell),stool\n2,x,stool\n") { $0.keptColumns = ["team"] }
    #expect(run.results.contains("\n1,\(written),") && run.results.contains("\n2,x,"))
    #expect(run.summary.scored == 2)
  }

  @Test("an answer with text behind its closing mark is not guessed")
  func answers() async throws {
    let run = try await SurveyRun("id,seat_type\n1,\"stool\"x\n2,st\"ool\n3,\"stool\"\n") { $0.acceptsUnread = true }
    #expect(run.summary.scored == 3 && run.rejects.split(separator: "\n").count == 3, "\(run.rejects)")
  }

  @Test("a column without a heading is in no output, but the first one holds ids where nothing else does")
  func blankHeadings() async throws {
    let run = try await SurveyRun("id,,seat_type,,\n1,a,stool,b,c\n2,,stool,,\n3,a,stool\n")
    #expect(run.summary.scored == 3 && run.summary.unusedColumns == ["", "", ""])
    #expect(!run.results.contains(",a,") && !run.results.contains(",b,"))
    let rowNames = try await SurveyRun(",seat_type\nAnna,stool\nBob,stool\n")
    #expect(rowNames.results.contains("\nAnna,") && rowNames.results.contains("\nBob,"))
    let first = try await SurveyRun(",id,seat_type\nAnna,7,stool\n")
    #expect(first.results.contains("\n7,") && !first.results.contains("Anna"))
  }

  @Test("blanks before a mark belong to the cell, so that a separator behind it parts the row")
  func blanks() async throws {
    let run = try await SurveyRun("id,team,seat_type\n1, \"a, b\",stool\n2,\"a, b\" ,stool\n")
    #expect(run.summary.scored == 1 && run.summary.rejected == 1)
    #expect(run.rejects.contains("the row has 4 fields, the header 3"))
  }
}
