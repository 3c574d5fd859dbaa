import Crypto
import Foundation

/// The key pair of a team: forms carry its public half, and only who holds the private half reads what people send.
///
/// Both halves are JSON Web Keys (RFC 7517, 7518) on the curve P-256.
package struct TeamKey: Sendable {
  private let key: P256.KeyAgreement.PrivateKey

  package init() { key = P256.KeyAgreement.PrivateKey() }

  /// - Parameter json: A private key; `nil` where it is none.
  package init?(json: some Collection<UInt8>) {
    guard let fields = KeyFields(json), let secret = fields.d.flatMap(Data.init(base64URL:)),
      let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: secret),
      key.publicKey.rawRepresentation == fields.point
    else { return nil }
    self.key = key
  }

  package var json: String { KeyFields(key.publicKey, secret: key.rawRepresentation).json }
  package var publicKey: PublicTeamKey { PublicTeamKey(key.publicKey) }

  /// What a line of an encrypted file holds; `nil` where it was encrypted to another key, or is not whole.
  package func open(_ line: some Collection<UInt8>) -> [UInt8]? {
    guard let sealed = SealedText(line), sealed.keyID == nil || sealed.keyID == publicKey.id,
      let secret = try? key.sharedSecretFromKeyAgreement(with: sealed.sender)
    else { return nil }
    return sealed.opened(with: secret)
  }
}

/// The half of a team's key that everybody may have.
package struct PublicTeamKey: Sendable, Hashable {
  /// Tells keys apart: the thumbprint of RFC 7638.
  package let id: String
  package let json: String

  init(_ key: P256.KeyAgreement.PublicKey) {
    let fields = KeyFields(key)
    (id, json) = (fields.kid, fields.json)
  }

  /// - Parameter json: A public key, or a private one, of which the public half is taken; `nil` where it is neither.
  package init?(json: some Collection<UInt8>) {
    guard let point = KeyFields(json)?.point,
      let key = try? P256.KeyAgreement.PublicKey(rawRepresentation: point)
    else { return nil }
    self.init(key)
  }
}

/// The members of a JSON Web Key that matter.
private struct KeyFields: Encodable {
  private struct Given: Decodable { let kty, crv, x, y: String, d: String? }

  var kty = "EC"
  var crv = "P-256"
  let x: String
  let y: String
  /// The private half.
  var d: String?
  var kid = ""
  var use: String? = "enc"

  init?(_ json: some Collection<UInt8>) {
    guard json.count < 10_000, let given = try? JSONDecoder().decode(Given.self, from: Data(json)), given.kty == "EC",
      given.crv == "P-256"
    else { return nil }
    (x, y, d) = (given.x, given.y, given.d)
  }

  init(_ key: P256.KeyAgreement.PublicKey, secret: Data? = nil) {
    let point = key.rawRepresentation
    (x, y) = (point.prefix(32).base64URL, point.suffix(32).base64URL)
    d = secret?.base64URL
    kid = Data(SHA256.hash(data: Data(#"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#.utf8))).base64URL
  }

  /// `nil` where it cannot be one of the curve.
  var point: Data? { PublicTeamKey.point(x: x, y: y) }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("texts can be encoded") }
    return String(decoding: data, as: UTF8.self)
  }
}
