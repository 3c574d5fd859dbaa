import Markup

/// The texts that the cells of an Excel workbook share, as fields of a table, one behind the other in one memory.
final class SharedTexts: MarkupListener {
  /// They are kept in memory; the rest of a workbook never is.
  static let mostBytes = 256 << 20
  static let mostTexts = 16 << 20

  private enum Name: Int {
    case text = 0
    case item, phonetic
  }
  static let names = ["t", "si", "rPh"]

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var item: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false
  private(set) var isTooMuch = false

  var count: Int { ends.count }

  func write(_ place: Int, to text: inout [UInt8]) { text.append(contentsOf: bytes[range(place)]) }

  private func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) }

  func isEmpty(_ place: Int) -> Bool { range(place).isEmpty }

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    switch Name(rawValue: name) {
    case .text: isInText = true
    case .phonetic: isInPhonetic = true
    case .item, nil: break
    }
  }

  func closed(_ name: Int) {
    switch Name(rawValue: name) {
    case .text: isInText = false
    case .phonetic: isInPhonetic = false
    case .item: endItem()
    case nil: break
    }
  }

  func text(_ text: Span<UInt8>) {
    if isInText, !isInPhonetic { item.append(text) }
  }

  private func endItem() {
    if bytes.count + 2 * item.count > Self.mostBytes || ends.count >= Self.mostTexts { isTooMuch = true }
    if !isTooMuch {
      item.replaceEscapes()
      bytes.append(field: item[...])
      ends.append(UInt32(bytes.count))
    }
    item.removeAll(keepingCapacity: true)
  }

  func read(_ part: ArchivePart) throws(WorkbookRefusal) {
    let reading = PartReading(part, names: Self.names, namespaces: ExcelNames.namespaces, listener: self)
    while !reading.isAtEnd {
      try reading.step()
      if isTooMuch || item.count > Self.mostBytes {
        throw .tooLarge("the texts of the workbook are more than \(Self.mostBytes >> 20) MiB")
      }
    }
  }
}

extension [UInt8] {
  mutating func append(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Excel writes characters that XML cannot hold as `_x000D_` (ECMA-376, part 1, 22.9.2.19, ST_Xstring).
  mutating func replaceEscapes() {
    guard hasEscape else { return }
    let text = String(decoding: self, as: UTF8.self)
    self = Array(
      text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
        let scalar = UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init)
        // A control character has no place in an answer; line ends have.
        return scalar.map { $0.value >= 32 || "\t\n\r".unicodeScalars.contains($0) ? String($0) : "" } ?? "\u{FFFD}"
      }.utf8)
  }

  /// Whether one of them may be there: texts with `_` are many, and looking in characters takes its time.
  private var hasEscape: Bool {
    guard count >= 7 else { return false }
    return (0...count - 7).contains {
      self[$0] == UInt8(ascii: "_") && self[$0 + 1] == UInt8(ascii: "x") && self[$0 + 6] == UInt8(ascii: "_")
    }
  }
}

/// What the XML of Excel workbooks calls itself, in ECMA-376 and in its strict form (ISO/IEC 29500).
enum ExcelNames {
  static let namespaces: [String?] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]
}
