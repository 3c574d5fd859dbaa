import Spreadsheets
import TestSupport
import Testing

@testable import Ergonomics

@Suite("A file that is no table itself")
struct ContainerTests {
  private func file(_ bytes: [UInt8]) throws -> ScratchFile {
    let file = try ScratchFile()
    try file.write(bytes)
    return file
  }

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  @Test(
    "is told by its first bytes",
    arguments: [
      (compound, "the file is an old Excel workbook (.xls)"), ([0x1F, 0x8B, 8], "the file is packed with gzip"),
      (Array("%PDF-1.7".utf8), "the file is a PDF document"),
      (Array("\u{FEFF}\r\n <HTML><table>".utf8), "the file is a web page under the name of a workbook"),
      (Array("<table border=1>".utf8), "the file is a web page under the name of a workbook"),
      (Array("MIME-Version: 1.0\r\n".utf8), "the file is a web page under the name of a workbook"),
      (
        [0xFF, 0xFE] + "<html>".utf16.flatMap { [UInt8($0), 0] }, "the file is a web page under the name of a workbook"
      ),
      (
        Array("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".utf8),
        "the file is an Excel workbook of 2003 in XML"
      ), (Array("Rar!\u{1A}\u{7}".utf8), "the file is a packed archive"),
    ] as [([UInt8], String)])
  func foreign(bytes: [UInt8], summary: String) throws {
    let refusal = refusal(of: try file(bytes))
    #expect(refusal?.summary == summary)
    #expect(refusal?.code == .otherContainer)
  }

  @Test("has a password where its envelope says so, wherever")
  func encrypted() throws {
    let envelope = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    for gap in [100, 65_530, 200_000] {
      let refusal = refusal(of: try file(Self.compound + Array(repeating: 0, count: gap) + envelope))
      #expect(refusal?.summary == "the workbook is protected by a password")
    }
  }

  @Test(
    "is no container where it is text",
    arguments: ["", "P", "PK", "id,seat\n1,2\n", "<answers/>", "<?xml version=\"1.0\"?><survey/>", "{}", "%PDX"])
  func plain(text: String) throws {
    let bytes = Array(text.utf8)
    let container = try TableContainer(bytes, fileDescriptor: file(bytes).descriptor, sheet: nil) { _ in true }
    #expect(container == nil)
  }

  @Test("is an archive of one file, whatever else its program packs")
  func archive() throws {
    let zip = try ScratchFile.zip([
      "export/": "", "export/a.csv": "id\n1\n", "__MACOSX/export/._a.csv": "x", ".DS_Store": "y",
    ])
    #expect(try TableText(zip).text == "id\n1\n")
    let two = refusal(of: try ScratchFile.zip(["a.csv": "1", "../../b.csv": "2"]))
    #expect(two?.summary == "the archive holds several files: 'a.csv', '../../b.csv'")
    #expect(refusal(of: try ScratchFile.zip(["x/": ""]))?.summary == "the archive is empty")
  }

  @Test("is an archive that holds no cells")
  func documents() throws {
    func summary(_ name: String) throws -> String? { refusal(of: try ScratchFile.zip([(name, [])]))?.summary }
    #expect(try summary("xl/workbook.bin") == "the file is a binary Excel workbook (.xlsb)")
    #expect(try summary("Index/Document.iwa") == "the file is a Numbers spreadsheet")
    #expect(try summary("[Content_Types].xml") == "the file is a document without cells")
  }
}

@Suite("An OpenDocument spreadsheet")
struct OpenDocumentTests {
  private func file(_ tables: String, manifest: String = "") throws -> ScratchFile {
    let spaces = ["office", "table", "text", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    return try ScratchFile.zip([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest,
      "content.xml": "<office:document-content \(spaces)><style:style style:name=\"ta2\"><style:table-properties "
        + "table:display=\"false\"/></style:style><office:spreadsheet>\(tables)</office:spreadsheet></office:document-content>",
    ])
  }

  private func cell(_ kind: String, _ value: String) -> String {
    "<table:table-cell office:value-type=\"\(kind)\" office:\(kind == "date" || kind == "time" || kind == "boolean" ? kind + "-" : "")value=\"\(value)\"><text:p>shown</text:p></table:table-cell>"
  }

  @Test("gives its cells by their kinds")
  func kinds() throws {
    let cells =
      cell("float", "1.0") + cell("percentage", "0.5") + cell("currency", "2.50")
      + cell("date", "2026-01-31T09:01:12.000")
      + cell("date", "2026-01-31") + cell("time", "PT08H30M00S") + cell("time", "PT26H05M09S") + cell("boolean", "true")
    let table = try TableText(
      file("<table:table table:name=\"A\"><table:table-row>\(cells)</table:table-row></table:table>"))
    #expect(table.text == "1,50%,2.5,2026-01-31 09:01:12,2026-01-31,8:30,26:05:09,TRUE\n")
  }

  @Test("gives texts with their blanks and line ends, and without notes")
  func texts() throws {
    let rows = """
      <table:table-row table:number-rows-repeated="2"/><table:table-row><table:table-cell><text:p>a<text:s text:c="2"/>\
      <text:span>b</text:span><text:line-break/>c</text:p><office:annotation><text:p>no</text:p></office:annotation>\
      <text:p>d</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>\
      <table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>\
      <table:table-cell table:number-columns-repeated="16000"/></table:table-row>\
      <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>\
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      """
    let table = try TableText(file("<table:table>\(rows)</table:table>"))
    #expect(table.text == "\"a  b\nc\nd\",,,x,x\ny,,,,\ny,,,,\n")
    #expect(table.numbers == [3, 4, 5])
  }

  @Test("has sheets that are chosen as those of Excel are")
  func sheets() throws {
    func table(_ name: String, _ style: String, _ text: String) -> String {
      "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\"><table:table-row><table:table-cell><text:p>\(text)"
        + "</text:p></table:table-cell></table:table-row></table:table>"
    }
    let book = try file(table("Notes", "ta1", "x") + table("Old", "ta2", "a") + table("Answers", "ta1", "a"))
    #expect(try TableText(book, known: ["a"]).sheet?.name == "Answers")
    #expect(try TableText(book, sheet: "Old").text == "a\n")
  }

  @Test("that repeats a row or a cell without end is refused")
  func repeated() throws {
    func refused(_ row: String) throws -> Problem.Code? {
      refusal(of: try file("<table:table>\(row)</table:table>"))?.code
    }
    let text = "<text:p>\(String(repeating: "x", count: 1000))</text:p>"
    let cell = "<table:table-cell>\(text)</table:table-cell>"
    #expect(
      try refused("<table:table-row table:number-rows-repeated=\"1000000\">\(cell)</table:table-row>")
        == .workbookTooLarge)
    #expect(
      try refused("<table:table-row table:number-rows-repeated=\"2000000\">\(cell)</table:table-row>")
        == .damagedWorkbook)
    let wide = "<table:table-cell table:number-columns-repeated=\"999999999\">\(text)</table:table-cell>"
    #expect(try refused("<table:table-row>\(wide)</table:table-row>") == .damagedWorkbook)
  }

  @Test("with a password is refused")
  func encrypted() throws {
    #expect(refusal(of: try file("", manifest: "<manifest:encryption-data/>"))?.code == .encryptedWorkbook)
  }
}

@Suite("A workbook of another program")
struct OtherProgramTests {
  /// Each holds the same cells, on its second sheet.
  private static let (head, end) = (
    "id,seat_type,sitting_time,team,when,day,start,spell,share,ok,wrong,sum,note\n"
      + "p-01,office_chair,1,0.3,2026-01-31 09:01:12,2026-01-31,8:30,26:05,50%,",
    "12345678901234600000,\"stool \",,,,,,,,,,,日本語 ü\n"
  )

  @Test(
    "is read as people see it",
    arguments: [
      ("openpyxl.xlsx", "TRUE,#N/A,", "1900-02-29,1900-02-28"),
      ("openpyxl-1904.xlsx", "TRUE,#N/A,", "1904-03-01,1904-02-29"),
      ("libreoffice.xlsx", "TRUE,#N/A,2", "1900-02-29,1900-02-28"),
      ("libreoffice.ods", "1,#N/A,2", "1900-02-28,1900-02-27"),
    ])
  func same(name: String, last: String, early: String) throws {
    let file = try ScratchFile()
    try file.write(Fixtures.survey("workbooks/\(name)"))
    let known: Set = ["id", "seat_type", "sitting_time", "team"]
    let middle = "007,kitchen_chair,7.25,,\(early),,,,,,,=cmd|' /C calc'!A0\n"
    #expect(try TableText(file, known: known).text == Self.head + last + ",\"a, \"\"b\"\"\nc\"\n" + middle + Self.end)
  }
}
