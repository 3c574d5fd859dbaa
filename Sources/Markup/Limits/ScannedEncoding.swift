/// Makes of the bytes of a document characters as a scan needs them: those of ASCII as they are, of all others some byte.
///
/// Only encodings are read in which that can be told: one in which `<` can be written as something else would let things
/// past the scan.
struct ScannedEncoding {
  private enum Width { case unknown, one, twoLittle, twoBig }
  private static let longestDeclaration = 200

  private var width = Width.unknown
  /// The first byte of a pair.
  private var first: UInt8?
  /// The first processing instruction, while it may be the XML declaration; `nil` behind it.
  private var declaration: [UInt8]? = []

  /// Looks at the first bytes of a document.
  mutating func announce(_ bytes: UnsafeRawBufferPointer) throws(MarkupRefused) {
    guard case .unknown = width, let start = bytes.first else { return }
    let second = bytes.count > 1 ? bytes[1] : 0xFF
    switch (start, second) {
    case (0xFF, 0xFE), (0x3C, 0x00): width = .twoLittle
    case (0xFE, 0xFF), (0x00, 0x3C): width = .twoBig
    case (0x00, _), (0x4C, 0x6F): throw Self.refused("cannot tell how the characters of this file are written")
    default: width = .one
    }
  }

  @inline(__always)
  mutating func character(_ byte: UInt8) -> UInt8? {
    if case .one = width { return byte }
    guard let first else {
      first = byte
      return nil
    }
    self.first = nil
    let (high, low) = if case .twoBig = width { (first, byte) } else { (byte, first) }
    return high == 0 && low < 0x80 ? low : 0x80
  }

  /// Takes a byte of a processing instruction.
  mutating func declare(_ byte: UInt8) throws(MarkupRefused) {
    guard let count = declaration?.count, count < Self.longestDeclaration else { return }
    declaration?.append(byte)
  }

  /// The instruction is over: what it says of the encoding must be one that is read.
  mutating func endDeclaration(line: Int) throws(MarkupRefused) {
    guard let declaration else { return }
    self.declaration = nil
    guard declaration.starts(with: "xml".utf8), let written = Self.encoding(in: declaration) else { return }
    let name = written.lowercased()
    let isRead =
      ["utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"].contains(name)
      || name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125")
    if !isRead {
      throw Self.refused("files in the encoding '\(written.prefix(40))' are not read; save it as UTF-8", line)
    }
  }

  /// The value of `encoding="…"`; `nil` where there is none.
  private static func encoding(in declaration: [UInt8]) -> String? {
    guard let name = declaration.firstRange(of: Array("encoding".utf8)) else { return nil }
    let rest = declaration[name.upperBound...].drop(while: isBlank)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop(while: isBlank)
    guard value.first.map(isQuote) == true, let end = value.dropFirst().firstIndex(where: isQuote) else { return nil }
    return String(decoding: value[..<end].dropFirst(), as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func refused(_ message: String, _ line: Int = 1) -> MarkupRefused {
    MarkupRefused(problems: [MarkupProblem(kind: .notWellFormed, line: line, message: message)])
  }
}
