/// How the characters of a survey file are written as bytes.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 (little-endian)"
  case utf16BigEndian = "UTF-16 (big-endian)"
  case windows1252 = "Windows-1252"
}

extension TextEncoding {
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

  /// Which of the two a text with bytes above 127 is in: UTF-8, unless more of them break its rules than keep them.
  static func guessed(from text: UnsafeRawBufferPointer) -> TextEncoding {
    if String(validating: text, as: UTF8.self) != nil { return .utf8 }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let broken = scalars.count { $0 == "\u{FFFD}" }
    return 2 * broken > scalars.count { $0.value > 127 } ? .windows1252 : .utf8
  }
}
