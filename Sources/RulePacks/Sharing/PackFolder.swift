import Foundation

/// The XML files of a pack as they lie on disk.
package struct PackFolder: Sendable, Hashable {
  package struct File: Sendable, Hashable {
    /// Inside the folder: `chair/feet-hanging.xml`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
  }

  /// As it was given; problems name files below it.
  package let path: String
  /// By the byte order of their paths.
  package let files: [File]
  /// `nil` for a pack that nobody signed.
  let signature: Signature?

  init(path: String, files: [File], signature: Signature?) {
    (self.path, self.signature) = (path, signature)
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reads every `*.xml` below a folder; hidden files and folders are left alone.
  package init(reading path: String) throws {
    let base = URL(filePath: path, directoryHint: .isDirectory)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: path).filter { path in
      path.hasSuffix(".xml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: base.appending(path: path))) }
    func optional(_ name: String) throws -> [UInt8]? {
      FileManager.default.fileExists(atPath: base.appending(path: name).path) ? try bytes(name) : nil
    }
    let parts = Signature(list: try optional(Self.listName), signature: try optional(Self.signatureName))
    self.init(
      path: path, files: try paths.map { File(path: $0, bytes: try bytes($0)) },
      signature: parts.list == nil && parts.signature == nil ? nil : parts)
  }

  /// Without a signature.
  package init(path: String, files: [File]) { self.init(path: path, files: files, signature: nil) }

  /// Some file might describe the pack, whatever it is called and however it is encoded.
  var mayHaveHead: Bool {
    let start = Array("<pack".utf8)
    return files.contains { file in
      file.bytes.contains(0)
        || file.bytes.indices.contains { file.bytes[$0] == start[0] && file.bytes[$0...].starts(with: start) }
    }
  }

  /// Changes with any byte and any name of the files. Eight hexadecimal digits.
  package var hash: String {
    var hash = ContentHash()
    for file in files {
      for part in [Array(file.path.utf8), file.bytes] {
        hash.add("\(part.count):".utf8)
        hash.add(part)
      }
    }
    return String(hash.digits.prefix(8))
  }

  package func displayPath(of file: File) -> String { displayPath(ofFile: file.path) }

  package func displayPath(ofFile name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}
