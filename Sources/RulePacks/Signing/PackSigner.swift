import Ergonomics
import Sealing

/// Who signed a pack, as far as that can be told.
package struct PackSigner: Sendable, Hashable {
  package let keyID: String
  /// What was said when it was signed; believed only of keys that are known.
  package let comment: String
  /// The key is one of those that are known here.
  package let isKnown: Bool
  /// The whole key, which nobody else can have made; `nil` where there is none to check the signature with.
  package let key: VerifyingKey?
}

extension PackFolder {
  /// The list of files that is signed, and its signature, as they lie beside the files.
  struct Signature: Sendable, Hashable {
    let list: [UInt8]?
    let signature: [UInt8]?
  }

  package var isSigned: Bool { signature != nil }

  /// Without what was signed, to sign it anew.
  package var unsigned: PackFolder { PackFolder(path: path, files: files) }

  package static let listName = "pack.sha256"
  package static let signatureName = "pack.sha256.minisig"

  /// What a signature signs: each file that is read, and no other.
  package var list: [UInt8] { Array(FileList.text(of: files.map { ($0.path, $0.bytes) }).utf8) }

  /// `nil` for a pack that nobody signed.
  ///
  /// - Parameter known: The keys of those who are trusted.
  /// - Throws: `PackRefused` where the pack is not what was signed: `signed-otherwise`, `bad-signature`.
  package func signer(known: [VerifyingKey]) throws(PackRefused) -> PackSigner? {
    guard let parts = signature else { return nil }
    guard let list = parts.list, let file = parts.signature else {
      let missing = parts.list == nil ? Self.listName : Self.signatureName
      throw refused("of the signature of the pack, '\(missing)' is missing")
    }
    let read: FileSignature
    do throws(FileSignature.Mistake) {
      read = try FileSignature(file: file)
    } catch {
      throw refused(
        error == .prehashed
          ? "the signature is of a hash, which is not read here: sign with minisign -S -l"
          : "the signature cannot be read")
    }
    let changed = changes(from: list)
    if !changed.isEmpty { throw PackRefused(problems: changed) }
    // A known key goes before the one that a signature brings: that would fit in any case.
    let named = known.filter(read.names)
    guard let key = named.first(where: { read.fits(list, by: $0) }) ?? (named.isEmpty ? read.ownKey : nil) else {
      if !named.isEmpty { throw refused("the signature is not by the key \(read.keyID) that it names") }
      return PackSigner(keyID: read.keyID, comment: read.comment, isKnown: false, key: nil)
    }
    guard read.fits(list, by: key) else { throw refused("the signature does not fit: it was changed") }
    return PackSigner(keyID: read.keyID, comment: read.comment, isKnown: known.contains(key), key: key)
  }

  /// How the files differ from those that were signed.
  private func changes(from list: [UInt8]) -> [Problem] {
    if list == self.list { return [] }
    let lines = String(decoding: list, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "  ", maxSplits: 1)
    }
    let own = FileList.lines(of: files.map { ($0.path, $0.bytes) })
    var signed: [String: String] = [:]
    for line in lines where line.count == 2 { signed[String(line[1])] = String(line[0]) }
    let here = Set(files.map(\.path))
    let problems =
      own.compactMap { path, hash -> Problem? in
        guard let before = signed[path] else {
          return .signedOtherwise("came after the pack was signed", displayPath(ofFile: path))
        }
        return before == hash
          ? nil : .signedOtherwise("is not as it was when the pack was signed", displayPath(ofFile: path))
      }
      + signed.keys.filter { !here.contains($0) }.map {
        .signedOtherwise("is missing, and was there when the pack was signed", displayPath(ofFile: $0))
      }
    return problems.isEmpty
      ? [.badSignature("the list of signed files is not as it is written", displayPath(ofFile: Self.listName))]
      : problems
  }

  private func refused(_ why: String) -> PackRefused {
    PackRefused(problems: [.badSignature(why, displayPath(ofFile: Self.signatureName))])
  }
}

extension Problem {
  private static let wayOut =
    "get the pack anew from whoever signed it; if you changed it yourself, 'sitwell pack sign' signs it anew, and without "
    + "\(PackFolder.listName) and \(PackFolder.signatureName) it is a pack that nobody signed"

  fileprivate static func signedOtherwise(_ what: String, _ file: String) -> Problem {
    Problem(.signedOtherwise, at(file), "the signature of the pack does not fit: this file \(what)", help: wayOut)
  }

  fileprivate static func badSignature(_ what: String, _ file: String) -> Problem {
    Problem(.badSignature, at(file), what, help: wayOut)
  }

  static func notSigned(_ folder: String, wanted: [VerifyingKey]) -> Problem {
    Problem(
      .notSigned, at(folder), "nobody signed this pack, and it must be signed by \(words(wanted))",
      help: "get the pack from whoever has that key; a pack that nobody signed is read where no key is named")
  }

  static func signedByAnother(_ id: String, _ file: String, wanted: [VerifyingKey]) -> Problem {
    Problem(
      .signedByAnother, at(file), "the pack is signed by \(id), and it must be signed by \(words(wanted))",
      help: "get the pack from whoever has that key, or name the key of whoever signed this one, if you trust them")
  }

  private static func words(_ keys: [VerifyingKey]) -> String { keys.map(\.id).joined(separator: " or ") }
}
