import Spreadsheets

/// What a file holds, told by its first characters and never by its name.
package enum FileContent: Sendable {
  case json, xml, table
  /// Encrypted texts, a line each (JSON Web Encryption in its compact form).
  case sealed

  package init(_ start: some Sequence<UInt8>) {
    if Self.isSealed(start) {
      self = .sealed
      return
    }
    let marks = Array(start.lazy.filter { !" \t\r\n\u{FEFF}".utf8.contains($0) }.prefix(2))
    switch marks.first {
    // A heading may begin with a bracket: `[lumbar] Does your chair …`.
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = marks.dropFirst().contains(where: ASCII.isLetter) ? .table : .json
    // A web page under the name of a workbook is refused as that.
    case UInt8(ascii: "<"):
      self = TableContainer.isForeign(Array(start.prefix(TableContainer.startSize))) ? .table : .xml
    default: self = .table
    }
  }

  /// A first line that is no heading of anything: without what stands between cells, it begins as such texts do, or goes on
  /// for long, in case that the beginning is damaged.
  private static func isSealed(_ start: some Sequence<UInt8>) -> Bool {
    let line = start.drop { $0 <= ASCII.space }.prefix { $0 > ASCII.space }
    let isOneWord = !line.contains { ",;|\"'{}[]()<>".utf8.contains($0) }
    return isOneWord && (line.starts(with: "eyJ".utf8) || line.prefix(200).count { _ in true } == 200)
  }

  /// A JSON list, or XML whose outermost element is `survey`.
  package static func isManyPeople(_ start: [UInt8]) -> Bool {
    let text = String(decoding: start, as: UTF8.self)
    switch FileContent(start) {
    case .json: return text.first { !$0.isWhitespace && $0 != "\u{FEFF}" } == "["
    case .xml: return text.firstMatch(of: /<\s*(?:\w+:)?([A-Za-z]\w*)/)?.1 == "survey"
    case .table, .sealed: return false
    }
  }
}
