package import Ergonomics
import Foundation
import RulePacks

/// Where the test files of the repository are.
package enum Fixtures {
  package static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file of `Tests/Fixtures/surveys`.
  package static func survey(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: repository.appending(path: "Tests/Fixtures/surveys/\(name)")))
  }
}

extension Pack {
  /// A pack of `Tests/Fixtures/packs`.
  package static func fixture(_ name: String) throws -> Pack {
    let rules = Fixtures.repository.appending(path: "Rules").path(percentEncoded: false)
    let folder = Fixtures.repository.appending(path: "Tests/Fixtures/packs/\(name)").path(percentEncoded: false)
    return try PackLibrary(path: rules).load(folder)
  }
}
