#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something that people take for a table, or send as one, and that is not read: told by its first bytes.
enum ForeignContainer {
  /// An old `.xls`, or a workbook with a password, in the same envelope.
  case compoundFile
  case html, excelXML, gzip, pdf, numbers, binaryWorkbook, document, otherArchive

  init?(_ start: [UInt8]) {
    let marks: [([UInt8], ForeignContainer)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile), ([0x1F, 0x8B], .gzip),
      (Array("%PDF-".utf8), .pdf), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive),
      (Array("Rar!\u{1A}".utf8), .otherArchive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .otherArchive),
      ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive), (Array("BZh9".utf8), .otherArchive),
    ]
    if let mark = marks.first(where: { start.starts(with: $0.0) }) {
      self = mark.1
    } else if let kind = Self.markup(start) {
      self = kind
    } else {
      return nil
    }
  }

  /// Pages and old XML that programs save under the name of a workbook.
  private static func markup(_ start: [UInt8]) -> ForeignContainer? {
    let text = String(decoding: start.prefix(1024).filter { $0 != 0 && $0 < 128 }, as: UTF8.self).lowercased()
    let words = text.drop { $0.isWhitespace }
    if words.hasPrefix("mime-version:") { return .html }
    guard words.hasPrefix("<") else { return nil }
    if words.contains("urn:schemas-microsoft-com:office:spreadsheet") || words.contains("progid=\"excel.sheet\"") {
      return .excelXML
    }
    return ["<!doctype html", "<html", "<table", "<meta", "<style", "<head", "<body"].contains { words.hasPrefix($0) }
      ? .html : nil
  }

  /// An archive that is neither a workbook nor one of files.
  init?(namesIn archive: Archive) {
    let names = Set(archive.names.map { $0.lowercased() })
    if names.contains("xl/workbook.bin") {
      self = .binaryWorkbook
    } else if names.contains("index.zip") || names.contains(where: { $0.hasSuffix(".iwa") }) {
      self = .numbers
    } else if names.contains("[content_types].xml") || names.contains("mimetype") {
      self = .document
    } else {
      return nil
    }
  }

  func refusal(_ start: [UInt8], fileDescriptor: Int32) -> WorkbookRefusal {
    let save = "in Excel choose File, Save As, Excel Workbook (.xlsx)"
    return switch self {
    case .compoundFile: Self.compoundFile(start, fileDescriptor: fileDescriptor)
    case .html: Self.other("a web page under the name of a workbook", help: "open it, and \(save)")
    case .excelXML: Self.other("an Excel workbook of 2003 in XML", help: "open it, and \(save)")
    case .gzip: Self.other("packed with gzip", help: "unpack it: gunzip FILE")
    case .pdf: Self.other("a PDF document", help: "export the answers as CSV or Excel where they were asked")
    case .numbers: Self.other("a Numbers spreadsheet", help: "in Numbers choose File, Export To, CSV or Excel")
    case .binaryWorkbook: Self.other("a binary Excel workbook (.xlsb)", help: "open it, and \(save)")
    case .document: Self.other("a document without cells", help: "export the answers as CSV or Excel")
    case .otherArchive: Self.other("a packed archive", help: "unpack it, and name the file with the answers")
    }
  }

  private static func other(_ what: String, help: String) -> WorkbookRefusal {
    WorkbookRefusal(.otherContainer, "the file is \(what)", help: help)
  }

  private static func compoundFile(_ start: [UInt8], fileDescriptor: Int32) -> WorkbookRefusal {
    let envelope = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    if contains(envelope, start, fileDescriptor: fileDescriptor) { return .encrypted("the workbook") }
    return other(
      "an old Excel workbook (.xls)", help: "open it in Excel, choose File, Save As, Excel Workbook (.xlsx)")
  }

  private static let mostSearched = 64 << 20

  /// Whether a file has these bytes anywhere; of a pipe only the start is looked at.
  private static func contains(_ wanted: [UInt8], _ start: [UInt8], fileDescriptor: Int32) -> Bool {
    var (text, offset) = (start, 0)
    while true {
      if text.holds(wanted) { return true }
      var block = Array(repeating: UInt8(0), count: 1 << 16)
      let count = pread(fileDescriptor, &block, block.count, off_t(offset))
      guard count > 0, offset < mostSearched else { return false }
      text = text.suffix(wanted.count) + block[..<count]
      if offset == 0 { text = Array(block[..<count]) }
      offset += count
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains {
      self[$0] == first && self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
