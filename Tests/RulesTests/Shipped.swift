import Ergonomics
import Foundation
import Reports
import RulePacks

/// What the project ships, found from this file.
enum Shipped {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  static let report = Result { try PersonReport(templates: TemplateFolder("\(repository)/Reports")) }

  static func pack(_ id: Pack.ID) throws -> Pack { try PackLibrary(path: "\(repository)/Rules").load(id) }
}
