import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A survey in a workbook")
struct WorkbookSurveyTests {
  private func workbook(_ rows: String) throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return try ScratchFile.zip([
      "xl/workbook.xml":
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets><sheet name=\"Form1\" r:id=\"a\"/>"
        + "</sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"a\" Type=\"\(relations)/worksheet\" Target=\"a.xml\"/></Relationships>",
      "xl/a.xml": "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>",
    ]).bytes
  }

  /// A row of texts; cells that are empty are not there.
  private func row(_ number: Int, _ cells: String...) -> String {
    let cells = cells.enumerated().filter { !$0.element.isEmpty }.map { place, text in
      "<c r=\"\(Character(UnicodeScalar(65 + place)!))\(number)\" t=\"str\"><v>\(text)</v></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  @Test("gives what the same table gives as CSV")
  func same() async throws {
    let cells = [
      ["id", "seat_type", "team"], ["a", "stool", "x; y"], ["b", "", "\tt|"], ["c", "office_chair", "é"],
    ]
    let rows = cells.enumerated().map { row($0 + 1, $1[0], $1[1], $1[2]) }.joined()
    let csv = cells.map { "\($0[0]),\($0[1]),\"\($0[2])\"\n" }.joined()
    let run = try await SurveyRun(workbook(rows)) { $0.keptColumns = ["team"] }
    let plain = try await SurveyRun(csv) { $0.keptColumns = ["team"] }
    #expect(run.results == plain.results)
    #expect(run.summary.origin == "sheet 'Form1'")
    #expect(plain.summary.origin == nil)
  }

  @Test("has its rows and columns as the places of what is not understood")
  func places() async throws {
    let rows =
      row(3, "id", "team", "seat_type") + row(4, "a", "x", "stool") + row(9, "b", "y", "stol")
      + row(12, "a", "", "stool")
      + row(15, "c", "y", "stool", "", "more")
    let run = try await SurveyRun(workbook(rows))
    let lines = run.rejects.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[1...3].joined(separator: " ")
    }
    #expect(lines.prefix(2) == ["9 3 seat_type", "12 1 id"])
    // The cell beyond the headings makes the first rows as wide as itself: it has a column without a name.
    #expect(run.summary.rows == 4)
  }

  @Test("is said to have formulas without a value, by their first cell")
  func formulas() async throws {
    let rows = row(1, "id", "seat_type") + "<row r=\"2\"><c r=\"A2\"><v>7.0</v></c><c r=\"B2\"><f>A1</f></c></row>"
    let problem = try #require(try await SurveyRun(workbook(rows)).summary.problems.first)
    #expect(
      problem.description == """
        team.csv:2:2: Form1!B2 holds a formula whose value is not in the file; it counts as empty
          help: open the workbook in Excel or LibreOffice, save it and try again
        """)
  }

  @Test("is refused with the row where it is damaged")
  func damaged() async throws {
    let bytes = try workbook(row(1, "id", "seat_type") + row(7, "a", "stool") + row(5, "b", "stool"))
    do {
      _ = try await SurveyRun(bytes)
      Issue.record("it was read")
    } catch SurveyError.refused(let problems) {
      #expect(problems[0].description.hasPrefix("team.csv:7: row 5 of the sheet stands behind row 7"))
      #expect(problems[0].code == .damagedWorkbook)
    }
  }

  @Test("from Microsoft Forms is read as it is downloaded")
  func microsoftForms() async throws {
    let pack = try Pack.shipped("lower-back-hips")
    let run = try await SurveyRun(Fixtures.survey("wild/msforms.xlsx"), packs: [pack])
    #expect(run.summary.platform == .microsoftForms)
    #expect(run.rows.map { $0["id"] } == ["1", "2", "3", "4"])
    #expect(run.rows.allSatisfy { $0["answered"] == "6" })
    #expect(run.summary.cellsLeftOpen == 0)
  }

  @Test("in an archive is read, whatever it is")
  func archive() async throws {
    let csv = try ScratchFile.zip(["a.csv": "id,seat_type\na,stool\n"])
    #expect(try await SurveyRun(csv.bytes).summary.origin == "'a.csv' in the archive")
    let json = try ScratchFile.zip(["a.json": "[{\"id\": \"a\", \"seat_type\": \"stool\"}]"])
    #expect(try await SurveyRun(json.bytes).summary.scored == 1)
    let xml = try ScratchFile.zip([
      "a.xml":
        "<survey xmlns='urn:sitwell:answers:1'><answers id='a'><answer question='seat_type'>stool</answer></answers></survey>"
    ])
    #expect(try await SurveyRun(xml.bytes).summary.scored == 1)
  }

  @Test("and its results as a workbook hold what they hold as CSV")
  func results() async throws {
    let csv = "id,seat_type,note\n007,stool,=1+1\nb,office_chair,\"x, \"\"y\"\"\"\n"
    let plain = try await SurveyRun(csv) { $0.keptColumns = ["note"] }
    let made = try await SurveyRun(csv) {
      $0.keptColumns = ["note"]
      $0.format = .xlsx
    }
    let file = try ScratchFile()
    try file.write(Array(made.results.utf8))
    let book = try ScratchFile()
    try book.write(ResultWorkbook.make(from: file.descriptor, date: "2026-01-31", file: "results.xlsx").bytes)
    var reader = try RecordReader(RawBytes(then: book.descriptor), [], SurveyOptions(file: "results.xlsx"))
    var chunk = RecordChunk(capacity: 1 << 16)
    #expect(try reader.read(into: &chunk))
    let rows = (0..<chunk.recordCount).map {
      String(decoding: chunk.bytes(of: chunk.records[$0]), as: UTF8.self) + "\n"
    }
    #expect(rows.joined() == plain.results.replacing("'=1+1", with: "=1+1"))
  }
}
