import Crypto
import Ergonomics
import Foundation

/// The style of a report and the hash by which a content security policy lets it in.
struct Stylesheet: Sendable, Codable {
  let text: String
  /// `sha256-…`, as Content Security Policy Level 3 writes it.
  let hash: String

  init(_ files: [TemplateFile]) throws {
    for file in files { try Self.check(file) }
    text = files.map { Self.packed($0.text) }.joined()
    hash = "sha256-" + Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString()
  }

  /// Without remarks and the spaces that only people need, as every report carries it. Strings stay as they are.
  static func packed(_ css: String) -> String {
    var packed: [UInt8] = []
    var rest = Array(css.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = Self.end(ofString: rest, byte)
        packed.append(byte)
        packed += rest[..<end]
        rest = rest[end...]
      case UInt8(ascii: "/") where rest.first == UInt8(ascii: "*"):
        rest = rest.firstRange(of: Array("*/".utf8)).map { rest[$0.upperBound...] } ?? []
      case _ where isSpace(byte):
        rest = rest.drop(while: isSpace)
        let isBetween = packed.last.map { !"{};,: ".utf8.contains($0) } ?? false
        if isBetween, let next = rest.first, !"{};,".utf8.contains(next) { packed.append(UInt8(ascii: " ")) }
      case UInt8(ascii: "}") where packed.last == UInt8(ascii: ";"): packed[packed.count - 1] = byte
      default: packed.append(byte)
      }
    }
    return String(decoding: packed, as: UTF8.self)
  }

  /// Behind the quote that ends a string.
  private static func end(ofString rest: ArraySlice<UInt8>, _ quote: UInt8) -> Int {
    var index = rest.startIndex
    while index < rest.endIndex, rest[index] != quote { index += rest[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(index + 1, rest.endIndex)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func check(_ file: TemplateFile) throws {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.lowercased().contains("</style") || line.contains("\0") {
      throw UnusableInput([
        Problem(
          code: .templateStyle, place: .init(file: file.path, line: index + 1),
          summary: "a style sheet that would end the style element", help: "take '</style' out")
      ])
    }
  }
}
