import Ergonomics

/// How much of a text keeps to the rules of UTF-8 (RFC 3629), and how much of it breaks them; ASCII speaks for neither.
struct UTF8Evidence {
  /// Characters of several bytes.
  private(set) var characters = 0
  /// Bytes above 127 that are in none.
  private(set) var broken = 0
  /// Where the first of them stands.
  private(set) var firstBroken: Int?

  /// - Parameter isWhole: Nothing follows: a character that is cut at the end is broken.
  init(_ text: UnsafeRawBufferPointer, isWhole: Bool = true) {
    var place = 0
    while place < text.count {
      if text[place] < 0x80 {
        place += 1
        continue
      }
      if let length = Self.length(ofCharacterAt: place, in: text) {
        characters += 1
        place += length
      } else {
        if !isWhole, place + 4 > text.count { return }
        if broken == 0 { firstBroken = place }
        broken += 1
        place += 1
      }
    }
  }

  /// In other encodings hardly any letters stand together as bytes of UTF-8 do, so a few that do speak for it.
  var speaksForUTF8: Bool { broken == 0 || 9 * characters > broken }

  private static func length(ofCharacterAt place: Int, in text: UnsafeRawBufferPointer) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch text[place] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard place + length <= text.count, second.contains(text[place + 1]),
      (2..<length).allSatisfy({ text[place + $0] & 0xC0 == 0x80 })
    else { return nil }
    return length
  }
}

extension Problem {
  /// - Parameter isRead: By taking all of the file for another encoding.
  static func otherEncoding(at place: Place, isRead: Bool) -> Problem {
    Problem(
      code: .otherEncoding, place: place,
      summary: isRead
        ? "this is not in UTF-8, so the file is read as Windows-1252"
        : "this is not in UTF-8, but other letters are: rows that are not are rejected",
      help: isRead
        ? "if letters come out wrong, save the file as 'CSV UTF-8', or name its encoding with --encoding"
        : "save the file as 'CSV UTF-8', or have all of it read in another encoding with --encoding windows-1252")
  }
}
