/// How the characters of a survey file are written as bytes.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 (little-endian)"
  case utf16BigEndian = "UTF-16 (big-endian)"
  case windows1252 = "Windows-1252"
}

extension TextEncoding {
  /// As people name them.
  package static let names = ["utf-8", "utf-16le", "utf-16be", "windows-1252"]

  /// - Parameter name: Also `latin-1`, which is read as Windows-1252 everywhere (WHATWG Encoding Standard).
  package init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "windows-1252", "cp1252", "latin-1", "latin1", "iso-8859-1": self = .windows1252
    default: return nil
    }
  }

  /// What the first bytes of a file say, and how many of them are a mark and no text; `nil` if they leave it open.
  ///
  /// UTF-16 without a mark shows in its zeros: headings are mostly ASCII, whose every other byte is 0.
  static func announced(by start: some Collection<UInt8>) -> (encoding: TextEncoding, markLength: Int)? {
    let bytes = Array(start.prefix(64))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    guard bytes.count >= 4 else { return nil }
    let pairs = bytes.count / 2
    let (even, odd) = (0..<pairs).reduce((0, 0)) { zeros, pair in
      (zeros.0 + (bytes[2 * pair] == 0 ? 1 : 0), zeros.1 + (bytes[2 * pair + 1] == 0 ? 1 : 0))
    }
    if odd * 10 >= pairs * 9, even == 0 { return (.utf16LittleEndian, 0) }
    if even * 10 >= pairs * 9, odd == 0 { return (.utf16BigEndian, 0) }
    return nil
  }
}
