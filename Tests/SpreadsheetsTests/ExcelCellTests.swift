import Testing

@testable import Spreadsheets

@Suite("A cell of an Excel workbook")
struct ExcelCellTests {
  @Test(
    "is a number as people see it",
    arguments: [
      ("1", "1"), ("1.0", "1"), ("0", "0"), ("-0", "0"), ("007", "7"), ("0.30000000000000004", "0.3"), ("7.25", "7.25"),
      ("1E-3", "0.001"), ("4.5717E4", "45717"), ("12345678901234567890", "12345678901234600000"),
      ("99.9999999999999999", "100"),
      ("1e300", "1e300"), ("-2.50", "-2.5"), (".5", "0.5"), ("1.2.3", "1.2.3"), ("", ""), ("1e", "1e"), ("-", "-"),
    ])
  func number(written: String, seen: String) {
    var text: [UInt8] = []
    CellNumber.write(Array(written.utf8), to: &text)
    #expect(String(decoding: text, as: UTF8.self) == seen)
  }

  @Test(
    "says by its format what a number stands for",
    arguments: [
      ("General", .number), ("0.00", .number), ("0%", .percent), ("yyyy-mm-dd", .date), ("[$-407]d. mmm yy;@", .date),
      ("mmm", .date), ("h:mm", .time), ("mm:ss", .time), ("h:mm AM/PM", .time), ("[h]:mm", .duration),
      ("[mm]:ss", .duration), ("m/d/yy h:mm", .dateAndTime), ("0 \"days\"", .number), ("0\\d", .number),
      ("[Red]0;yyyy", .number), ("_-* #,##0", .number), ("[Red]0", .number),
    ] as [(String, NumberFormat)])
  func format(code: String, format: NumberFormat) {
    #expect(NumberFormat(code) == format)
  }

  @Test(
    "is a date, a time or a duration",
    arguments: [
      ("46346.37583333333", .dateAndTime, "2026-11-20 09:01:12"), ("46053", .date, "2026-01-31"),
      ("1", .date, "1900-01-01"),
      ("59", .date, "1900-02-28"), ("60", .date, "1900-02-29"), ("61", .date, "1900-03-01"),
      ("2958465", .date, "9999-12-31"),
      ("36585", .date, "2000-02-29"), ("0.354166666666667", .time, "8:30"), ("1.0868055555555556", .duration, "26:05"),
      ("0.999999999", .time, "0:00"), ("0.5", .dateAndTime, "12:00"),
    ] as [(String, NumberFormat, String)])
  func date(number: String, format: NumberFormat, text: String) {
    #expect(SheetDate(Array(number.utf8), .from1900)?.text(format) == text)
  }

  @Test("has a date of its own where days count from 1904")
  func macDate() {
    #expect(SheetDate(Array("44591".utf8), .from1904)?.text(.date) == "2026-01-31")
    #expect(SheetDate(Array("0.5".utf8), .from1904)?.text(.duration) == "12:00")
  }

  @Test("is no date beyond the last that is shown", arguments: ["2958466", "-1", "x", "", "1e99", "nan"])
  func noDate(number: String) {
    #expect(SheetDate(Array(number.utf8), .from1900) == nil)
  }

  @Test("is read by its type")
  func types() throws {
    let row = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in</t><r><t>line</t></r><rPh><t>no</t></rPh></is></c>\
      <c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1"><v>1.0</v></c>\
      <c r="G1" s="1"><v>46053</v></c><c r="H1" t="str"><f>A1</f><v>out &amp; in</v></c><c r="I1" t="d"><v>2026-01-31T00:00:00</v></c>\
      <c r="J1" s="2"><v>0.5</v></c></row>
      """
    let rich = "<r><t>rich </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">text</t></r><rPh><t>no</t></rPh>"
    let book = ExcelParts(row, texts: [rich], styles: ["d/m/yy", "0%"])
    #expect(
      try TableText(book.file).text
        == "rich text,inline,TRUE,FALSE,#N/A,1,2026-01-31,out & in,2026-01-31,50%\n")
  }

  @Test("stands where it says, and empty ones before it are there")
  func sparse() throws {
    let rows = """
      <row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row><row r="3"/><row r="7"><c><v>1</v></c><c><v>2</v></c></row>
      <row><c r="B8" t="str"><v></v></c></row>
      """
    let table = try TableText(ExcelParts(rows).file)
    #expect(table.text == "1,,3\n1,2,\n")
    #expect(table.numbers == [2, 7])
  }

  @Test("keeps commas, quotation marks and line ends, and what Excel writes for a line end")
  func quoted() throws {
    let rows =
      "<row><c t=\"inlineStr\"><is><t>a, \"b\"_x000D_\nc_x0041__x0007_</t></is></c><c t=\"s\"><v>0</v></c></row>"
    #expect(try TableText(ExcelParts(rows, texts: ["<t> x </t>"]).file).text == "\"a, \"\"b\"\"\r\ncA\",\" x \"\n")
  }

  @Test("with a formula and no value is empty, and told")
  func formula() throws {
    let rows =
      "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"C4\"><f>1+1</f><v></v></c><c r=\"D4\" t=\"str\"><f>A1</f><v></v></c></row>"
    let table = try TableText(ExcelParts(rows).file)
    #expect(table.text == "1\n")
    #expect(table.sheet?.unknownFormulas.count == 1)
    #expect(table.sheet?.unknownFormulas.first?.description == "C4")
  }

  @Test("is read in the strict form of the standard")
  func strict() throws {
    var book = ExcelParts(
      "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>1</v></c></row>", texts: ["<t>x</t>"], styles: ["d/m/yy"])
    for part in book.parts.map(\.name) {
      book =
        book
        .replacing(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          with: "http://purl.oclc.org/ooxml/spreadsheetml/main", in: part
        )
        .replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006", with: "http://purl.oclc.org/ooxml/officeDocument",
          in: part)
    }
    #expect(try TableText(book.file).text == "x,1900-01-01\n")
  }

  @Test(
    "has letters as its column",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func letters(column: Int, letters: String) {
    #expect(CellReference(column: column, row: 9).description == letters + "9")
  }
}
