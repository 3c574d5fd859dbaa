import Foundation
import Markup
import RulePacks

/// The valid pack under `Tests/Fixtures/packs/small`, and copies of it with mistakes planted.
enum SmallPack {
  typealias Edit = BrokenPack.Edit

  static let folder: PackFolder = {
    let path = repository.appending(path: "Tests/Fixtures/packs/small").path(percentEncoded: false)
    return PackFolder(path: "small", files: try! PackFolder(reading: path).files)
  }()

  /// The drawings it names.
  static let figures: Set = ["glute-bridge.svg", "five-minute-walk.svg", "seat-too-high.svg"]

  static let loader: PackLoader = {
    let bytes = try! Data(contentsOf: repository.appending(path: "Rules/pack.xsd"))
    return PackLoader(schema: try! .ofPacks(Array(bytes)), figures: figures)
  }()

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// - Precondition: Each text stands in its file exactly once.
  static func edited(_ edits: [Edit]) -> PackFolder { folder.edited(edits) }
}

extension PackFolder {
  /// - Precondition: Each text stands in its file exactly once.
  func edited(_ edits: [SmallPack.Edit]) -> PackFolder {
    var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    for edit in edits {
      guard !edit.text.isEmpty else {
        texts[edit.file] = edit.replacement.isEmpty ? nil : edit.replacement
        continue
      }
      let parts = texts[edit.file, default: ""].components(separatedBy: edit.text)
      precondition(parts.count == 2, "'\(edit.text)' stands \(parts.count - 1) times in \(edit.file)")
      texts[edit.file] = parts.joined(separator: edit.replacement)
    }
    return PackFolder(path: path, files: texts.map { .init(path: $0.key, bytes: Array($0.value.utf8)) })
  }
}
