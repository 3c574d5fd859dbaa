import Crypto
import Foundation

/// Makes digests that say nothing without the key (HMAC, RFC 2104, with SHA-256).
struct LedgerKey: Sendable {
  private static let size = 32
  private let key: SymmetricKey

  init() { key = SymmetricKey(size: .bits256) }

  init?(_ text: some StringProtocol) {
    guard let bytes = Data(base64Encoded: String(text)), bytes.count == Self.size else { return nil }
    key = SymmetricKey(data: bytes)
  }

  var text: String { key.withUnsafeBytes { Data($0).base64EncodedString() } }

  /// To be gone on with.
  var hash: HMAC<SHA256> { HMAC(key: key) }
}

/// 96 bits: among a million people two are alike by chance once in 10^17 ledgers.
struct Digest: Hashable, Comparable, Sendable {
  static let size = 12
  static let zero = Digest(high: 0, low: 0)
  private let high: UInt64
  private let low: UInt32

  private init(high: UInt64, low: UInt32) { (self.high, self.low) = (high, low) }

  /// The first bytes of a code.
  init(_ code: some ContiguousBytes) { self = code.withUnsafeBytes { Digest($0) } }

  init(_ bytes: UnsafeRawBufferPointer) {
    high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    low = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
  }

  static func < (a: Digest, b: Digest) -> Bool { (a.high, a.low) < (b.high, b.low) }

  func write(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: high.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
