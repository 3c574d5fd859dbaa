/// Text that stands for itself in HTML, also inside quoted attributes.
///
/// Works on bytes: a letter-wise escape lets `"` pass when a combining mark follows. Characters that HTML forbids, and
/// those that reorder the text around them (UAX #9, explicit formatting), become U+FFFD.
func escapedForHTML(_ text: String) -> String {
  var text = text
  let escaped = text.withUTF8 { bytes in HTMLEscape.isNeeded(bytes) ? HTMLEscape.escaped(bytes) : nil }
  return escaped ?? text
}

private enum HTMLEscape {
  /// Whether there may be something to escape. Of smallest and largest values alone, which the compiler makes of many bytes
  /// at once; a byte that equals another differs from it by 0.
  static func isNeeded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (least, most, difference) = (UInt8.max, UInt8.min, UInt8.max)
    for byte in bytes {
      (least, most) = (min(least, byte), max(most, byte))
      difference = min(difference, byte ^ 0x22, (byte | 1) ^ 0x27, (byte | 2) ^ 0x3E)  // " & ' < >
    }
    return least < 0x20 || most >= 0x7F || difference == 0
  }

  /// `nil` if there is nothing to escape.
  static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var html: [UInt8] = []
    var (place, copied) = (0, 0)
    while place < bytes.count {
      guard let (length, escape) = escape(at: place, of: bytes) else {
        place += 1
        continue
      }
      if html.isEmpty { html.reserveCapacity(bytes.count + 32) }
      html += bytes[copied..<place]
      html += escape.utf8
      place += length
      copied = place
    }
    if copied == 0 { return nil }
    html += bytes[copied...]
    return String(decoding: html, as: UTF8.self)
  }

  /// How many bytes are written in another way, and how; `nil` for what stands for itself.
  private static func escape(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, escape: String)? {
    switch bytes[place] {
    case 0x26: (1, "&amp;")
    case 0x3C: (1, "&lt;")
    case 0x3E: (1, "&gt;")
    case 0x22: (1, "&quot;")
    case 0x27: (1, "&#39;")
    case 0x09, 0x0A: nil
    case 0..<0x20, 0x7F: (1, "\u{FFFD}")
    case 0xC2 where bytes[place + 1] < 0xA0: (2, "\u{FFFD}")  // U+0080 to U+009F
    case 0xE2 where isReordering(bytes[place + 1], bytes[place + 2]): (3, "\u{FFFD}")
    case 0xEF where isNone(bytes[place + 1], bytes[place + 2]): (3, "\u{FFFD}")
    // The last two of a plane.
    case 0xF0... where bytes[place + 1] & 0xF == 0xF && bytes[place + 2] == 0xBF && bytes[place + 3] >= 0xBE:
      (4, "\u{FFFD}")
    default: nil
    }
  }

  /// The bytes behind E2 of U+202A to U+202E and U+2066 to U+2069.
  private static func isReordering(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? (0xAA...0xAE).contains(third) : second == 0x81 && (0xA6...0xA9).contains(third)
  }

  /// The bytes behind EF of U+FDD0 to U+FDEF, U+FFFE and U+FFFF, which are no characters.
  private static func isNone(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0xB7 ? (0x90...0xAF).contains(third) : second == 0xBF && third >= 0xBE
  }
}
