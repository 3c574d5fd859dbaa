import Ergonomics
import Files
import Foundation

/// Where templates, style, words and figures are read from: a folder, and one that overrides it file by file.
///
/// Problem codes: `template-missing`, `template-size`, `template-encoding`.
package struct TemplateFolder: Sendable {
  package let path: String
  package let overridingPath: String?

  private let cache: ValueCache?

  /// - Parameter cache: Keeps what is made of the files of `path`, where nothing overrides them.
  package init(_ path: String, overriddenBy overridingPath: String? = nil, cache: ValueCache? = nil) {
    (self.path, self.overridingPath) = (path, overridingPath)
    self.cache = overridingPath == nil ? cache : nil
  }

  private static let mostBytes = 1 << 20

  /// The text of a file, with line feeds as the only line ends, and the path it was found at.
  package func file(_ name: String) throws -> TemplateFile {
    for folder in folders {
      let path = "\(folder)/\(name)"
      guard let file = FileHandle(forReadingAtPath: path) else { continue }
      defer { try? file.close() }
      guard let data = try? file.read(upToCount: Self.mostBytes + 1) ?? Data() else { continue }
      if data.count > Self.mostBytes {
        let place = Problem.Place(file: path)
        throw UnusableInput([
          Problem(
            code: .templateSize, place: place, summary: "larger than 1 MB",
            help: "reports are made of small files: is it the right one?")
        ])
      }
      return try TemplateFile(path: path, bytes: data)
    }
    throw UnusableInput([
      Problem(
        code: .templateMissing, place: .init(file: "\(folders[0])/\(name)"), summary: "no file '\(name)'",
        help: "looked in \(folders.joined(separator: ", "))")
    ])
  }

  /// What is made of the files, from the cache if it was made before.
  ///
  /// - Parameter kind: Of all that is made of one folder.
  func kept<Value: Codable>(_ kind: String, _ make: () throws -> Value) throws -> Value {
    guard let cache, let sources = contents else { return try make() }
    let key = cache.key(kind, of: sources)
    if let value = cache.value(Value.self, for: key) { return value }
    let value = try make()
    cache.keep(value, for: key)
    return value
  }

  /// All that reports can be made of, each file with its name; `nil` where something cannot be read.
  private var contents: [[UInt8]]? {
    var parts: [[UInt8]] = []
    for name in names(in: "").filter({ $0.contains(".") }) + names(in: "figures").map({ "figures/\($0)" }) {
      guard let file = FileManager.default.contents(atPath: "\(path)/\(name)") else { return nil }
      parts += [Array(name.utf8), Array(file)]
    }
    return parts
  }

  func has(_ name: String) -> Bool { folders.contains { FileManager.default.fileExists(atPath: "\($0)/\(name)") } }

  /// Names of the files of a folder inside, without those that begin with a dot; sorted.
  func names(in inner: String) -> [String] {
    let all = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: "\($0)/\(inner)")) ?? [] }
    return Set(all.filter { !$0.hasPrefix(".") }).sorted()
  }

  private var folders: [String] { [overridingPath, path].compactMap { $0 } }
}

/// A file of a template folder.
package struct TemplateFile: Sendable, Hashable {
  package let path: String
  package let text: String

  package init(path: String, text: String) { (self.path, self.text) = (path, text) }

  init(path: String, bytes: some Sequence<UInt8>) throws {
    guard var text = String(validating: Array(bytes), as: UTF8.self) else {
      let place = Problem.Place(file: path)
      throw UnusableInput([
        Problem(code: .templateEncoding, place: place, summary: "not UTF-8", help: "save the file as UTF-8")
      ])
    }
    if text.utf8.contains(UInt8(ascii: "\r")) {
      text = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    }
    self.init(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
  }
}
