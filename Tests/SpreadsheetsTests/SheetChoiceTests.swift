import TestSupport
import Testing

@testable import Spreadsheets

@Suite("The sheet of a workbook")
struct SheetChoiceTests {
  /// Several sheets by their names and first headings; those with a `!` are hidden.
  private func book(_ sheets: KeyValuePairs<String, String>) throws -> ScratchFile {
    var book = ExcelParts("")
    let relation = "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
    var (list, targets) = ("", "")
    for (place, (name, headings)) in sheets.enumerated() {
      let state = name.hasPrefix("!") ? "veryHidden" : "visible"
      list +=
        "<sheet name=\"\(name.replacing("!", with: ""))\" sheetId=\"\(place)\" state=\"\(state)\" r:id=\"s\(place)\"/>"
      targets += "<Relationship Id=\"s\(place)\" \(relation) Target=\"worksheets/s\(place).xml\"/>"
      let cells = headings.split(separator: " ").map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
      let sheet = book.parts[4].text.replacing("<sheetData>", with: "<sheetData><row>\(cells)</row>")
      book.parts.append(("xl/worksheets/s\(place).xml", sheet))
    }
    return try book.replacing("<sheets>", with: "<sheets>" + list, in: "xl/workbook.xml")
      .replacing("<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>", with: "", in: "xl/workbook.xml")
      .replacing("</Relationships>", with: targets + "</Relationships>", in: "xl/_rels/workbook.xml.rels").file
  }

  @Test("is the one with the most headings that are known, wherever it stands")
  func headings() throws {
    let file = try book(["Notes": "read me", "Some": "a x", "Answers": "id a b", "!Old": "a b c"])
    #expect(try TableText(file, known: ["a", "b", "c"]).sheet?.name == "Answers")
  }

  @Test("is the first with anything in it where no heading is known")
  func none() throws {
    let file = try book(["Empty": "", "Notes": "read me"])
    #expect(try TableText(file).sheet?.name == "Notes")
  }

  @Test("is asked for where two are alike, and where only a hidden one serves")
  func doubtful() throws {
    let alike = refusal(of: try book(["Form1": "a b", "Copy": "a b"]), known: ["a", "b"])
    #expect(alike?.summary == "several sheets have the same number of headings that are questions: 'Form1', 'Copy'")
    #expect(alike?.help == "say which one: --sheet 'Form1'")
    let hidden = refusal(of: try book(["Notes": "x", "!Old": "a b"]), known: ["a", "b"])
    #expect(hidden?.summary == "only a hidden sheet has headings that are questions: 'Old'")
  }

  @Test("is the one that is named, also where it is hidden")
  func named() throws {
    let file = try book(["Form1": "a b", "!Old": "a b c"])
    #expect(try TableText(file, sheet: "Old").text == "a,b,c\n")
    #expect(try TableText(file, sheet: "form1").text == "a,b\n")
    #expect(refusal(of: file, sheet: "New")?.summary == "the workbook has no sheet 'New'")
    #expect(refusal(of: file, sheet: "New")?.help == "its sheets are 'Form1', 'Old'")
  }
}
