import Crypto
import Ergonomics
import Foundation

/// Keeps what was worked out of files, in files of the person's own, so that it need not be worked out again: packs as
/// they were read and checked, drawings as they stand in pages.
///
/// A value is found by the digest of the program and of every byte that it was worked out of, and its file bears a digest
/// of its own: whatever has changed, or is damaged, is worked out anew. What cannot be kept is not, without a word.
package struct ValueCache: Sendable {
  /// Where a value is kept.
  package struct Key: Sendable {
    fileprivate let digest: SHA256Digest

    fileprivate var name: String { digest.prefix(16).hexadecimal + ValueCache.ending }
  }

  private static let ending = ".kept"
  /// How many are kept; those used first are deleted.
  private static let most = 32

  private let folder: String
  private let program: String

  /// - Parameters:
  ///   - folder: Made when something is kept.
  ///   - program: Differs for every build of the program, as what it keeps is for itself alone.
  package init(folder: String, program: String) { (self.folder, self.program) = (folder, program) }

  /// - Parameters:
  ///   - kind: What is worked out, such as "pack".
  ///   - sources: All that it depends on.
  package func key(_ kind: String, of sources: [[UInt8]]) -> Key {
    var hash = SHA256()
    for part in [Array(program.utf8), Array(kind.utf8)] + sources {
      hash.update(data: Array("\(part.count):".utf8))
      hash.update(data: part)
    }
    return Key(digest: hash.finalize())
  }

  /// `nil` where none is kept that can be trusted.
  package func value<Value: Decodable>(_ type: Value.Type = Value.self, for key: Key) -> Value? {
    guard isOwn(folder, S_IFDIR), let bytes = contents("\(folder)/\(key.name)") else { return nil }
    let (digest, content) = (bytes.prefix(SHA256.byteCount), bytes.dropFirst(SHA256.byteCount))
    guard digest.elementsEqual(Self.digest(of: content, for: key)) else { return nil }
    return try? CompactReader.value(of: type, in: content)
  }

  package func keep(_ value: some Encodable, for key: Key) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard isOwn(folder, S_IFDIR), let content = try? CompactWriter.bytes(of: value) else { return }
    let bytes = Array(Self.digest(of: content[...], for: key)) + content
    try? OutputFile.write(bytes, to: "\(folder)/\(key.name)", replacing: true, isPrivate: true)
    deleteOldest()
  }

  private static func digest(of content: ArraySlice<UInt8>, for key: Key) -> SHA256Digest {
    var hash = SHA256()
    hash.update(data: Array(key.digest))
    content.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize()
  }

  private func contents(_ path: String) -> [UInt8]? {
    isOwn(path, S_IFREG) ? FileManager.default.contents(atPath: path).map { Array($0) } : nil
  }

  /// It is there, of this kind, the person's own, and nobody else can change it.
  private func isOwn(_ path: String, _ kind: mode_t) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == kind && status.st_uid == geteuid()
      && status.st_mode & 0o022 == 0
  }

  private func deleteOldest() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(Self.ending) }.map { name in
      var status = stat()
      let path = "\(folder)/\(name)"
      return (age: lstat(path, &status) == 0 ? -status.modified : 0, path: path)
    }
    for file in files.sorted(by: { $0 < $1 }).dropFirst(Self.most) { unlink(file.path) }
  }
}

extension stat {
  fileprivate var modified: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}
