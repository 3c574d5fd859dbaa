/// Turns bytes of an encoding into UTF-8, block by block; a character may lie across two blocks.
struct TextDecoder: Sendable {
  private let encoding: TextEncoding
  /// Lone `\r` end lines; what breaks a line inside of a cell is `\n`, which may stand there without quotes.
  private let endsLinesByReturn: Bool
  /// Bytes of a character that goes on in the next block.
  private var rest: [UInt8] = []

  init(_ encoding: TextEncoding, endsLinesByReturn: Bool = false) {
    (self.encoding, self.endsLinesByReturn) = (encoding, endsLinesByReturn)
  }

  mutating func decode(_ block: some Collection<UInt8>, isLast: Bool) -> [UInt8] {
    var text: [UInt8]
    switch encoding {
    case .utf8: text = Array(block)
    case .windows1252: text = Self.decodeWindows1252(block)
    case .utf16LittleEndian, .utf16BigEndian: text = decodeUTF16(rest + block, isLast: isLast)
    }
    if endsLinesByReturn {
      for place in text.indices {
        if text[place] == ASCII.carriageReturn {
          text[place] = ASCII.newline
        } else if text[place] == ASCII.newline {
          text[place] = ASCII.space
        }
      }
    }
    return text
  }

  private mutating func decodeUTF16(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    let isBig = encoding == .utf16BigEndian
    var units = (0..<bytes.count / 2).map { pair in
      UInt16(bytes[2 * pair + (isBig ? 0 : 1)]) << 8 | UInt16(bytes[2 * pair + (isBig ? 1 : 0)])
    }
    var used = 2 * units.count
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      used -= 2
    }
    rest = isLast ? [] : Array(bytes[used...])
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func decodeWindows1252(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: text.append(byte)
      case 0x80..<0xA0: text += utf8(of: upperControls[Int(byte) - 0x80])
      default: text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return text
  }

  private static func utf8(of scalar: Unicode.Scalar) -> [UInt8] { Array(String(scalar).utf8) }

  /// 0x80 to 0x9F; the five free ones stay what they are, as in the WHATWG Encoding Standard.
  private static let upperControls = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
