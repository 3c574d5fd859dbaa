import Crypto
import Ergonomics
import Foundation

/// A key that whoever has the surveys keeps: people of two rounds are known by the codes that it makes of their ids, which say
/// nothing without it (HMAC, RFC 2104, with SHA-256).
///
///     let key = try TallyKey(bytes)
///     key.code(of: "p-07")  // the same in each round
package struct TallyKey: Sendable {
  /// In bytes.
  package static let leastSize = 32
  package static let mostSize = 4096
  /// Of 32 random bytes some 30 differ, of any text that was made of them more than these.
  private static let leastDifferent = 8

  private let hash: HMAC<SHA256>

  /// What a code is of, so that the name of a key is nobody's.
  private enum Kind: UInt8 { case key, person }

  /// Any random bytes. `nil` for what can be none: too few or too many, or nearly all alike.
  package init?(_ bytes: [UInt8]) {
    guard (Self.leastSize...Self.mostSize).contains(bytes.count), Set(bytes).count >= Self.leastDifferent else {
      return nil
    }
    hash = HMAC(key: SymmetricKey(data: bytes))
  }

  /// Tells keys apart, and gives none away.
  package var name: String { code(.key, "").prefix(8).hexadecimal }

  /// What stands for an id in a tally. An id is the same however its letters are composed.
  package func code(of id: String) -> String {
    let isASCII = id.utf8.allSatisfy { $0 < 0x80 }
    return TallyCode.text(code(.person, isASCII ? id : id.precomposedStringWithCanonicalMapping))
  }

  private func code(_ kind: Kind, _ text: String) -> Data {
    var hash = hash
    hash.update(data: [kind.rawValue] + Array(text.utf8))
    return Data(hash.finalize().prefix(TallyCode.size))
  }
}

/// What stands for an id: 96 bits. Among a million people two are alike by chance once in 10^17 tallies.
enum TallyCode {
  /// In bytes; a multiple of 3, so that base64 has no padding.
  static let size = 12

  static func text(_ bytes: Data) -> String { bytes.base64EncodedString() }
}
