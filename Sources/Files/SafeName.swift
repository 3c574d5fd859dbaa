import Crypto

/// A name for a file that belongs to an id: no other id, of whatever people, has the same, on any file system.
///
/// An id that is a plain name is its own; any other is made one, with a mark in it that no plain name has, and a hash that
/// tells it from those that look alike.
package struct SafeName: Hashable, Sendable {
  private static let longest = 60
  /// No name begins with it: to a command that would be an option.
  private static let hyphen = UInt8(ascii: "-")
  /// Names that some systems keep for devices.
  private static let reserved = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  package let text: String

  package init(for id: String) {
    let isPlain =
      !id.isEmpty && id.utf8.first != Self.hyphen && id.utf8.count <= Self.longest
      && id.utf8.allSatisfy(Self.isPlain) && !Self.reserved.contains(id)
    var start = id.utf8.prefix(24).map { Self.isPlain($0 | 0x20) ? $0 | 0x20 : 0x5F }
    if start.first == Self.hyphen { start[0] = 0x5F }
    text = isPlain ? id : "\(String(decoding: start, as: UTF8.self))~\(Self.digest(of: id))"
  }

  /// So many hexadecimal digits as make two the same unlikely.
  private static func digest(of id: String) -> String {
    SHA256.hash(data: Array(id.utf8)).prefix(10).hexadecimal
  }

  /// Capitals are none: many file systems take them for small letters.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
