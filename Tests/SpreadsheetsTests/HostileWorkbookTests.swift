import TestSupport
import Testing

@testable import Spreadsheets

@Suite("A workbook that is damaged or made to harm")
struct HostileWorkbookTests {
  private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test(
    "is refused with its row",
    arguments: [
      ("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"3\"/>", "row 3 of the sheet stands behind row 5"),
      (
        "<row r=\"5\"><c r=\"A6\"><v>1</v></c></row>",
        "a cell of row 5 says that it stands elsewhere, or beyond column XFD"
      ),
      (
        "<row r=\"5\"><c r=\"XFE5\"><v>1</v></c></row>",
        "a cell of row 5 says that it stands elsewhere, or beyond column XFD"
      ),
      (
        "<row r=\"5\"><c r=\"AAAAAAAAAAAAA5\"><v>1</v></c></row>",
        "a cell of row 5 says that it stands elsewhere, or beyond column XFD"
      ),
      ("<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"A5\"><v>2</v></c></row>", "the cell A5 is there a second time"),
      (
        "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>1</v></c></row>",
        "the cell A5 refers to a text that the workbook does not hold"
      ),
      ("<row r=\"5\"/><row r=\"1048577\"/>", "the sheet has a row 1048577, and no sheet has more than 1048576"),
      (
        "<row r=\"5\"><c t=\"str\"><v>\(String(repeating: "x", count: 200_001))</v></c></row>",
        "row 5 of the sheet holds more than 200000 bytes"
      ),
    ])
  func row(rows: String, summary: String) throws {
    let refusal = refusal(of: try ExcelParts(rows).file)
    #expect(refusal?.summary == summary)
    #expect(refusal?.row == 5)
  }

  @Test("with 16,385 columns is refused")
  func columns() throws {
    let cells = String(repeating: "<c><v>1</v></c>", count: 16_385)
    #expect(refusal(of: try ExcelParts("<row>\(cells)</row>").file)?.code == .damagedWorkbook)
  }

  @Test(
    "is refused where a part is no XML as it is read here",
    arguments: [
      "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
    ])
  func parts(name: String) throws {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
    for spoilt in [bomb + "<x>&b;</x>", "<x", "", String(repeating: "<x>", count: 300), "<x>&#0;</x>"] {
      let book = ExcelParts(Self.row)
      let text = book.parts.first { $0.name == name }!.text
      let refusal = refusal(of: try book.replacing(text, with: spoilt, in: name).file)
      #expect(refusal?.code == .damagedWorkbook, "\(spoilt.prefix(20))")
      #expect(refusal?.summary.hasPrefix("the part \(name) of the workbook cannot be read") == true)
    }
  }

  @Test("says of a DOCTYPE that it has one")
  func doctype() throws {
    let book = ExcelParts(Self.row).replacing(
      "<worksheet", with: "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet", in: "xl/worksheets/sheet1.xml"
    )
    #expect(refusal(of: try book.file)?.summary.hasSuffix("a DOCTYPE is not allowed") == true)
  }

  @Test("is read without the parts that it can do without, and refused without its sheet")
  func missingParts() throws {
    for name in ["xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml", "_rels/.rels"] {
      #expect(try TableText(ExcelParts(Self.row).without(name).file).text == "1\n")
    }
    #expect(
      refusal(of: try ExcelParts(Self.row).without("xl/worksheets/sheet1.xml").file)?.summary
        == "the workbook does not hold its sheet 'Sheet1'")
    #expect(
      refusal(of: try ExcelParts(Self.row).without("xl/_rels/workbook.xml.rels").file)?.summary
        == "the workbook has no sheet with cells")
  }

  @Test("never leads out of its archive", arguments: ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
  func traversal(target: String) throws {
    let book = ExcelParts(Self.row).replacing("worksheets/sheet1.xml", with: target, in: "xl/_rels/workbook.xml.rels")
    #expect(refusal(of: try book.file)?.summary == "the workbook does not hold its sheet 'Sheet1'")
  }

  @Test("that is cut off anywhere is refused or read whole, and never ends the program")
  func cut() throws {
    let bytes = try ExcelParts(Self.row, texts: ["<t>x</t>"]).file.bytes
    for length in stride(from: 4, to: bytes.count, by: 7) {
      let file = try ScratchFile()
      try file.write(Array(bytes[..<length]))
      #expect(refusal(of: file)?.code == .damagedWorkbook)
    }
  }

  @Test("with a byte changed anywhere is refused, or gives rows")
  func damaged() throws {
    let bytes = try ExcelParts(Self.row, texts: ["<t>x</t>"]).file.bytes
    for place in stride(from: 4, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[place] ^= 0x55
      let file = try ScratchFile()
      try file.write(damaged)
      let refusal = refusal(of: file)
      #expect(try refusal != nil || TableText(file).text.hasSuffix("\n"))
    }
  }

  @Test("that unpacks to far more than it is, is not unpacked to its end")
  func bomb() throws {
    let spaces = String(repeating: " ", count: 80 << 20)
    let refusal = refusal(of: try ExcelParts(spaces + Self.row).file)
    #expect(refusal?.code == .workbookTooLarge)
    #expect(refusal?.summary.hasPrefix("the part xl/worksheets/sheet1.xml") == true)
  }

  @Test("with a password is refused with what to click")
  func password() throws {
    let parts = ExcelParts(Self.row).parts.map { ($0.name, Array($0.text.utf8)) }
    let refusal = refusal(of: try ScratchFile.zip(parts, password: "x"))
    #expect(refusal?.code == .encryptedWorkbook)
  }

  @Test("with too many parts is refused")
  func manyParts() throws {
    let parts = (0...10_000).map { ("\($0)", [UInt8]()) }
    #expect(refusal(of: try ScratchFile.zip(parts))?.summary == "the file holds more than 10000 parts")
  }
}
