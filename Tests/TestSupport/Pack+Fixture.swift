package import Ergonomics
import Foundation
package import RulePacks

/// Where the test files of the repository are.
package enum Fixtures {
  package static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file of `Tests/Fixtures/surveys`.
  package static func survey(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: repository.appending(path: "Tests/Fixtures/surveys/\(name)")))
  }

  /// A file of the repository, by its path there.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  }
}

extension Pack {
  /// A pack of `Tests/Fixtures/packs`.
  package static func fixture(_ name: String) throws -> Pack {
    let folder = Fixtures.repository.appending(path: "Tests/Fixtures/packs/\(name)").path(percentEncoded: false)
    return try PackLibrary(path: rules).load(folder)
  }

  /// A pack that comes with the program. Its checks are the business of other tests.
  package static func shipped(_ id: String) throws -> Pack {
    try PackLibrary(path: rules).load(id, checking: .examples)
  }

  /// Several together: what they ask in common has one id in all of them.
  package static func shipped(_ ids: [String]) throws -> [Pack] {
    try PackLibrary(path: rules).load(ids, checking: .examples)
  }

  fileprivate static let rules = Fixtures.repository.appending(path: "Rules").path(percentEncoded: false)
}

extension PlacedPack {
  /// A pack of `Tests/Fixtures/packs`, with where its parts stand.
  package static func fixture(_ name: String) throws -> PlacedPack {
    let folder = Fixtures.repository.appending(path: "Tests/Fixtures/packs/\(name)").path(percentEncoded: false)
    return try PackLibrary(path: Pack.rules).loadPlaced(folder)
  }

  /// A pack that comes with the program.
  package static func shipped(_ id: String) throws -> PlacedPack {
    try PackLibrary(path: Pack.rules).loadPlaced(id, checking: .examples)
  }
}
