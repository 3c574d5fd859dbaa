import Foundation

/// A signature file as minisign has it: four lines, of which the second signs a file and the fourth that and the comment.
package struct FileSignature: Sendable, Hashable {
  package enum Mistake: Error {
    case notReadable
    /// It signs a hash that nothing here works out: `minisign -l` signs the file itself.
    case prehashed
  }

  private let number: [UInt8]
  private let signature: [UInt8]
  /// Whatever stood behind "untrusted comment"; that of ours ends with the key, so that it can be checked without it.
  private let untrusted: String
  package let comment: String
  private let commentSignature: [UInt8]

  init(key: VerifyingKey, signature: [UInt8], comment: String, commentSignature: [UInt8]) {
    (number, self.signature, self.comment) = (key.number, signature, comment)
    (self.commentSignature, untrusted) = (commentSignature, "signature by sitwell, public key \(key.line)")
  }

  package init(file: some Collection<UInt8>) throws(Mistake) {
    guard file.count < 20_000 else { throw .notReadable }
    let lines = String(decoding: file, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count == 4 || lines.count == 5 && lines[4].isEmpty, lines[0].hasPrefix(Self.untrustedMark),
      lines[2].hasPrefix(Self.trustedMark), let data = Data(base64Encoded: String(lines[1])), data.count == 74,
      let signature = Data(base64Encoded: String(lines[3])), signature.count == 64
    else { throw .notReadable }
    if data.starts(with: "ED".utf8) { throw .prehashed }
    guard data.starts(with: "Ed".utf8) else { throw .notReadable }
    (number, self.signature) = (Array(data[2..<10]), Array(data[10...]))
    untrusted = String(lines[0].dropFirst(Self.untrustedMark.count))
    (comment, commentSignature) = (String(lines[2].dropFirst(Self.trustedMark.count)), Array(signature))
  }

  private static let untrustedMark = "untrusted comment: "
  private static let trustedMark = "trusted comment: "

  var text: String {
    let signed = Data("Ed".utf8 + number + signature).base64EncodedString()
    return """
      \(Self.untrustedMark)\(untrusted)
      \(signed)
      \(Self.trustedMark)\(comment)
      \(Data(commentSignature).base64EncodedString())

      """
  }

  /// Of the key that it names.
  package var keyID: String { VerifyingKey.id(number) }

  /// A key that it carries itself: that it fits tells who did not sign, and nothing about who did.
  package var ownKey: VerifyingKey? {
    let key = untrusted.split(separator: " ").last.flatMap { VerifyingKey(line: $0) }
    return key?.number == number ? key : nil
  }

  package func names(_ key: VerifyingKey) -> Bool { key.number == number }

  package func fits(_ bytes: [UInt8], by key: VerifyingKey) -> Bool {
    names(key) && key.signed(bytes, as: signature) && key.signed(signature + Array(comment.utf8), as: commentSignature)
  }
}
