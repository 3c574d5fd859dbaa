import Crypto
import Foundation

/// A JSON Web Encryption in its compact form (RFC 7516, 7.1): ECDH-ES on P-256 with A256GCM, as the offline page writes it.
struct SealedText {
  /// The key that was made for this text alone.
  let sender: P256.KeyAgreement.PublicKey
  /// Whom it is for, if it says so.
  let keyID: String?
  /// As it stands there: what is encrypted is bound to it.
  private let header: Data
  private let box: AES.GCM.SealedBox

  /// `nil` where it is none, is not whole, or is made in another way.
  init?(_ line: some Collection<UInt8>) {
    let parts = String(decoding: line, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[1].isEmpty, let text = Data(base64URL: String(parts[0])),
      let header = try? JSONDecoder().decode(Header.self, from: text), header.alg == "ECDH-ES", header.enc == "A256GCM",
      header.zip == nil, header.crit == nil, header.apu == nil, header.apv == nil,
      let point = PublicTeamKey.point(x: header.epk.x, y: header.epk.y),
      let sender = try? P256.KeyAgreement.PublicKey(rawRepresentation: point),
      let iv = Data(base64URL: String(parts[2])), iv.count == 12, let nonce = try? AES.GCM.Nonce(data: iv),
      let cipher = Data(base64URL: String(parts[3])), let tag = Data(base64URL: String(parts[4])), tag.count == 16,
      let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: cipher, tag: tag)
    else { return nil }
    (self.sender, keyID, self.box) = (sender, header.kid, box)
    self.header = Data(parts[0].utf8)
  }

  func opened(with secret: SharedSecret) -> [UInt8]? {
    guard let text = try? AES.GCM.open(box, using: Self.key(from: secret), authenticating: header) else { return nil }
    return Array(text)
  }

  /// The one round of Concat KDF that 256 bits take (RFC 7518, 4.6.2): no word of either party.
  private static func key(from secret: SharedSecret) -> SymmetricKey {
    func number(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
    let name = Array("A256GCM".utf8)
    var hash = SHA256()
    hash.update(data: number(1))
    secret.withUnsafeBytes { hash.update(bufferPointer: $0) }
    hash.update(data: number(UInt32(name.count)) + name + number(0) + number(0) + number(256))
    return SymmetricKey(data: hash.finalize())
  }

  private struct Header: Decodable {
    struct Point: Decodable { let x, y: String }
    let alg, enc: String
    let epk: Point
    let kid, zip, apu, apv: String?
    let crit: [String]?
  }
}

extension PublicTeamKey {
  /// A point of the curve as the library takes it; `nil` where the lengths are wrong.
  static func point(x: String, y: String) -> Data? {
    guard let x = Data(base64URL: x), let y = Data(base64URL: y), x.count == 32, y.count == 32 else { return nil }
    return x + y
  }
}

extension Data {
  /// Base64 for addresses (RFC 4648, 5), without `=`.
  init?(base64URL text: String) {
    guard text.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x5F || $0 < 0x80 && Character(UnicodeScalar($0)).isBase64 })
    else {
      return nil
    }
    let usual = text.replacing("-", with: "+").replacing("_", with: "/")
    self.init(base64Encoded: usual + String(repeating: "=", count: (4 - usual.utf8.count % 4) % 4))
  }

  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}

extension Character {
  fileprivate var isBase64: Bool { isASCII && (isLetter || isNumber) }
}
