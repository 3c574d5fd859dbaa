import TestSupport

@testable import Spreadsheets

/// The parts of a small Excel workbook, to be spoilt.
struct ExcelParts {
  var parts: [(name: String, text: String)]

  /// A sheet with this in its `sheetData`.
  init(
    _ rows: String, texts: [String] = [], styles: [String] = [], sheet: String = "Sheet1", from1904: Bool = false
  ) {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    func relation(_ id: Int, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
    }
    let formats = styles.enumerated().map { "<numFmt numFmtId=\"\(170 + $0)\" formatCode=\"\($1)\"/>" }.joined()
    let xfs = (0...styles.count).map { "<xf numFmtId=\"\($0 == 0 ? 0 : 169 + $0)\"/>" }.joined()
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", package + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>"),
      (
        "xl/workbook.xml",
        "<workbook \(main) xmlns:r=\"\(relations)\"><workbookPr date1904=\"\(from1904 ? 1 : 0)\"/>"
          + "<sheets><sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        package + relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")
          + relation(3, "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>"
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet \(main)><sheetData>\(rows)</sheetData></worksheet>"),
      ("xl/sharedStrings.xml", "<sst \(main)>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet \(main)><numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs>\(xfs)</cellXfs></styleSheet>"
      ),
    ]
  }

  /// Replaces a text wherever it stands in a part.
  func replacing(_ text: String, with other: String, in name: String) -> Self {
    var copy = self
    copy.parts = parts.map { $0.name == name ? ($0.name, $0.text.replacing(text, with: other)) : $0 }
    return copy
  }

  func without(_ name: String) -> Self {
    var copy = self
    copy.parts = parts.filter { $0.name != name }
    return copy
  }

  var file: ScratchFile {
    get throws { try ScratchFile.zip(parts.map { ($0.name, Array($0.text.utf8)) }) }
  }
}

/// What a file gives, read as a container of tables.
struct TableText {
  let text: String
  let numbers: [Int]
  let sheet: SheetReader?

  init(_ file: ScratchFile, sheet name: String? = nil, known: Set<String> = []) throws {
    let start = Array(try file.bytes.prefix(TableContainer.startSize))
    try self.init(
      TableContainer(start, fileDescriptor: file.descriptor, sheet: name) { known.contains($0) })
  }

  init(_ container: TableContainer?) throws {
    var (bytes, memory) = ([UInt8](), [UInt8](repeating: 0, count: 100))
    func read(_ body: (UnsafeMutableRawBufferPointer) throws -> Int) throws {
      while case let count = try memory.withUnsafeMutableBytes(body), count > 0 { bytes += memory[..<count] }
    }
    switch container {
    case .sheet(let reader, _):
      try read { try reader.read(into: $0) }
      (numbers, sheet) = (reader.takeAllNumbers(), reader)
    case .file(let file):
      try read { try file.read(into: $0) }
      (numbers, sheet) = ([], nil)
    case nil: (numbers, sheet) = ([], nil)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// What is said of a file that is not read.
func refusal(of file: ScratchFile, sheet: String? = nil, known: Set<String> = []) -> WorkbookRefusal? {
  do {
    _ = try TableText(file, sheet: sheet, known: known)
    return nil
  } catch {
    return error as? WorkbookRefusal
  }
}
