import Foundation
import Testing

@testable import Sealing

@Suite("A signature of a pack")
struct SigningKeyTests {
  private let list = Array("a\nb\n".utf8)

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/signing")

  private func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.fixtures.appending(path: name)))
  }

  @Test("fits what was signed by that key, and nothing else")
  func fits() throws {
    let (key, other) = (SigningKey(), SigningKey())
    let signature = try FileSignature(file: key.signature(of: list, comment: "kitchen-table 1.0.0").utf8)
    #expect(signature.fits(list, by: key.publicKey) && signature.comment == "kitchen-table 1.0.0")
    #expect(!signature.fits(list + [0x0A], by: key.publicKey) && !signature.fits(list, by: other.publicKey))
    #expect(signature.ownKey == key.publicKey && signature.keyID == key.publicKey.id)
  }

  @Test("fits no more when any character of it is another")
  func isWhole() throws {
    let key = SigningKey()
    let text = key.signature(of: list, comment: "c 1.0.0")
    let start = text.firstIndex(of: "\n")!
    for place in text[start...].indices where !"=\n".contains(text[place]) {
      var changed = text
      changed.replaceSubrange(place...place, with: text[place] == "A" ? "B" : "A")
      let read = try? FileSignature(file: changed.utf8)
      // The last letters of base64 have bits that tell nothing.
      let isSame = read.map { $0.text == text } ?? false
      #expect(read == nil || isSame || !read!.fits(list, by: key.publicKey), "\(changed)")
    }
  }

  @Test("comes of keys that are read as they were written")
  func keys() throws {
    let key = SigningKey()
    #expect(SigningKey(json: key.json.utf8)?.publicKey == key.publicKey)
    #expect(VerifyingKey(file: key.publicKey.text.utf8) == key.publicKey)
    #expect(VerifyingKey(file: "x\ny\n\(key.publicKey.line)".utf8) == nil && VerifyingKey(file: "".utf8) == nil)
    #expect(SigningKey(json: "{}".utf8) == nil && SigningKey(json: key.publicKey.text.utf8) == nil)
  }

  @Test("is read as minisign made it, of its kind that signs the file itself")
  func minisign() throws {
    let key = try #require(VerifyingKey(file: fixture("minisign.pub")))
    let signature = try FileSignature(file: fixture("list.txt.minisig"))
    #expect(signature.fits(try fixture("list.txt"), by: key) && !signature.fits(list, by: key))
    #expect(signature.ownKey == nil)
    #expect(String(decoding: try fixture("minisign.pub"), as: UTF8.self).contains(key.id))
    #expect(throws: FileSignature.Mistake.prehashed) { try FileSignature(file: fixture("prehashed.minisig")) }
  }

  @Test(
    "is verified by minisign, where that is installed",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/minisign")))
  func oracle() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "signing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = SigningKey()
    for (name, text) in [
      ("list", "a\nb\n"), ("list.minisig", key.signature(of: list, comment: "kitchen-table 1.0.0, ä")),
      ("key.pub", key.publicKey.text), ("other.pub", SigningKey().publicKey.text),
    ] { try Data(text.utf8).write(to: folder.appending(path: name)) }
    func verified(by key: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/minisign")
      process.arguments = ["-Vqm", "list", "-p", key]
      process.currentDirectoryURL = folder
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try verified(by: "key.pub") == 0)
    #expect(try verified(by: "other.pub") != 0)
  }

  @Test(
    "is none where it cannot be read",
    arguments: ["", "a", "untrusted comment: a\nAAAA\ntrusted comment: b\nAAAA\n", "\n\n\n\n"])
  func unreadable(text: String) {
    #expect(throws: FileSignature.Mistake.notReadable) { try FileSignature(file: text.utf8) }
  }
}
