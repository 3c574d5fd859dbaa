import TestSupport
import Testing

@testable import Spreadsheets

@Suite("A workbook that is written")
struct WorkbookWriterTests {
  private func workbook(_ rows: [[String]], numbers: Set<Int> = [], date: String = "2026-01-31") throws -> ScratchFile {
    let columns = (0..<(rows.first?.count ?? 1)).map {
      WorkbookWriter.Column("head \($0)", isNumber: numbers.contains($0))
    }
    let writer = try WorkbookWriter(sheet: "Results", columns: columns, date: date)
    for row in rows { try writer.add(row) }
    let file = try ScratchFile()
    try file.write(writer.finish().bytes)
    return file
  }

  private func part(_ name: String, of file: ScratchFile) throws -> String {
    let part = try #require(try Archive(fileDescriptor: file.descriptor).part(name))
    return String(decoding: try part.whole(most: 1 << 20), as: UTF8.self)
  }

  @Test("is read back as it was")
  func roundTrip() throws {
    let rows = [["p-01", "4", "a, \"b\"\nc"], ["007", "x", ""], ["", "", ""], ["=1+1", "-2.5", "_x0041_ é\t日本"]]
    let table = try TableText(workbook(rows, numbers: [1]))
    #expect(
      table.text == "head 0,head 1,head 2\np-01,4,\"a, \"\"b\"\"\nc\"\n007,x,\n=1+1,-2.5,\"_x0041_ é\t日本\"\n")
    #expect(table.numbers == [1, 2, 3, 5])
  }

  @Test("holds numbers as numbers, and whatever a text looks like as text")
  func types() throws {
    let rows = [
      ["=1+1", "5"], ["http://example.org", "n/a"], ["{=1}", "1e3"], ["+1", "6"], ["@x", ""], ["12", "7"],
    ]
    let sheet = try part("xl/worksheets/sheet1.xml", of: workbook(rows, numbers: [1]))
    #expect(sheet.contains("<c r=\"B2\"><v>5</v></c>"))
    #expect(sheet.contains("<c r=\"A7\" t=\"inlineStr\"><is><t>12</t></is></c>"))
    #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink"))
    #expect(sheet.contains("<autoFilter ref=\"A1:B7\"/>"))
    #expect(sheet.contains("state=\"frozen\""))
  }

  @Test("is the same bytes for the same rows and date, and carries that date")
  func deterministic() throws {
    let rows = [["a", "1"], ["b", "2"]]
    let first = try workbook(rows)
    #expect(try first.bytes == workbook(rows).bytes)
    #expect(try part("docProps/core.xml", of: first).contains("2026-01-31T12:00:00Z"))
    #expect(try first.bytes != workbook(rows, date: "2026-02-01").bytes)
  }

  @Test("has no characters that XML cannot hold")
  func controls() throws {
    #expect(try TableText(workbook([["a\u{1}\u{1B}[0mb\u{FFFF}"]])).text == "head 0\na\u{FFFD}\u{FFFD}[0mb\u{FFFD}\n")
  }

  @Test("refuses what a cell or a sheet cannot hold")
  func limits() throws {
    #expect(throws: WorkbookRefusal.self) { try workbook([[String(repeating: "x", count: 32_768)]]) }
    #expect(try TableText(workbook([[String(repeating: "x", count: 32_767)]])).text.utf8.count == 32_775)
    #expect(throws: WorkbookRefusal.self) { try workbook([Array(repeating: "x", count: 16_385)]) }
  }

  @Test("of no rows has its headings")
  func empty() throws {
    #expect(try TableText(workbook([])).text == "head 0\n")
  }
}
