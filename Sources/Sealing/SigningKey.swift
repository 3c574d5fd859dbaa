import Crypto
import Foundation

/// A key that signs packs, and says nothing else about who has it.
///
/// Its private half is a JSON Web Key (RFC 8037); the public half, and signatures, are files as minisign has them
/// (https://jedisct1.github.io/minisign/), of its legacy kind, which signs the bytes themselves and not a hash of them.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  package init() { key = Curve25519.Signing.PrivateKey() }

  /// - Parameter json: A private key; `nil` where it is none.
  package init?(json: some Collection<UInt8>) {
    guard json.count < 10_000, let fields = try? JSONDecoder().decode(Fields.self, from: Data(json)),
      fields.kty == "OKP",
      fields.crv == "Ed25519", let secret = Data(base64URL: fields.d),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret),
      key.publicKey.rawRepresentation == Data(base64URL: fields.x)
    else { return nil }
    self.key = key
  }

  private struct Fields: Codable {
    var kty = "OKP"
    var crv = "Ed25519"
    let x: String
    let d: String
  }

  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let fields = Fields(x: key.publicKey.rawRepresentation.base64URL, d: key.rawRepresentation.base64URL)
    guard let data = try? encoder.encode(fields) else { preconditionFailure("texts can be encoded") }
    return String(decoding: data, as: UTF8.self)
  }

  package var publicKey: VerifyingKey { VerifyingKey(Array(key.publicKey.rawRepresentation)) }

  /// The text of a signature file.
  ///
  /// - Parameter comment: One line, which is signed, too.
  package func signature(of bytes: [UInt8], comment: String) -> String {
    func signed(_ bytes: [UInt8]) -> [UInt8] {
      guard let signature = try? self.key.signature(for: bytes) else { preconditionFailure("Ed25519 signs any bytes") }
      return Array(signature)
    }
    let (key, signature) = (publicKey, signed(bytes))
    return FileSignature(
      key: key, signature: signature, comment: comment, commentSignature: signed(signature + Array(comment.utf8))
    ).text
  }
}

/// The half of a signing key that everybody may have.
package struct VerifyingKey: Sendable, Hashable {
  /// Eight bytes by which files name it; whoever makes a key can choose them.
  let number: [UInt8]
  private let point: [UInt8]

  /// - Precondition: 32 bytes.
  init(_ point: [UInt8]) {
    (self.point, number) = (point, Array(SHA256.hash(data: point).prefix(8)))
  }

  /// - Parameter line: As minisign writes it: 42 bytes in base64.
  package init?(line: some StringProtocol) {
    guard let data = Data(base64Encoded: String(line)), data.count == 42, data.starts(with: "Ed".utf8) else {
      return nil
    }
    (number, point) = (Array(data[2..<10]), Array(data[10...]))
  }

  /// - Parameter file: The text of a file with a public key, whose first line is a comment.
  package init?(file: some Collection<UInt8>) {
    guard file.count < 10_000 else { return nil }
    let lines = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let line = lines.last, lines.count <= 2 else { return nil }
    self.init(line: line.filter { !$0.isWhitespace })
  }

  /// Tells the whole key, so that nobody can make another one of this line.
  package var line: String { Data("Ed".utf8 + number + point).base64EncodedString() }

  /// As minisign shows it.
  package var id: String { Self.id(number) }

  static func id(_ number: [UInt8]) -> String {
    number.reversed().map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  package var text: String { "untrusted comment: minisign public key \(id)\n\(line)\n" }

  func signed(_ bytes: [UInt8], as signature: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point) else { return false }
    return key.isValidSignature(signature, for: bytes)
  }
}
