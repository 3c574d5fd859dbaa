import Foundation
import TestSupport

/// Files to begin with, and how they are damaged: at random, but the same for the same seed.
struct Mutations {
  private static let hostile: [[UInt8]] =
    [
      "\"", "\"\"", "\"\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\0", "'", "=", "-", "sep=;\n", "\u{FEFF}", "é",
      "€",
      "😀", "{", "}", "[", "]", ":", "\\", "\\u00", "\\ud83d", "null", "1e999", "<", ">", "/>", "</answers>", "&",
      "&#0;",
      "&lt;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a>", "id", "id,lumbar\n", "9999999999", "0,5", "6 h 30 min",
      "Lower back",
      "Not sure", " ",
    ].map { Array($0.utf8) } + [[0x80], [0xC3], [0xFF, 0xFE], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0, 0, 0, 0]]

  private var files: [[UInt8]]
  private var random: SeededGenerator

  init(_ files: [[UInt8]], seed: Int) { (self.files, random) = (files, SeededGenerator(seed)) }

  /// The next input. What is worth damaging further is given back to `keep`.
  mutating func next() -> [UInt8] {
    var bytes = files.randomElement(using: &random)!
    for _ in 0..<Int.random(in: 1...8, using: &random) { damage(&bytes) }
    return Array(bytes.prefix(1 << 17))
  }

  mutating func keep(_ bytes: [UInt8]) {
    if files.count < 500 { files.append(bytes) } else { files[Int.random(in: 20..<500, using: &random)] = bytes }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = number(0...bytes.count)
    let part = place..<min(place + number(1...80), bytes.count)
    switch number(0...11) {
    case 0 where !part.isEmpty: bytes[place] = UInt8(number(0...255))
    case 1 where !part.isEmpty: bytes[place] ^= 1 << UInt8(number(0...7))
    case 2: bytes.removeSubrange(part)
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.insert(contentsOf: bytes[part], at: number(0...bytes.count))
    case 5: bytes.insert(contentsOf: repeatElement(bytes[part], count: number(1...200)).joined(), at: place)
    case 6: bytes += files.randomElement(using: &random)!
    case 7:
      let other = files.randomElement(using: &random)!
      bytes = Array(bytes[..<place] + other.dropFirst(number(0...other.count)))
    case 8: bytes = encoded(bytes)
    default: bytes.insert(contentsOf: Self.hostile.randomElement(using: &random)!, at: place)
    }
  }

  private mutating func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let encoding = [String.Encoding.utf16LittleEndian, .utf16BigEndian, .windowsCP1252].randomElement(using: &random)!
    return String(decoding: bytes, as: UTF8.self).data(using: encoding, allowLossyConversion: true).map(Array.init)
      ?? []
  }
}
