import Foundation
import Reports

/// The templates that the project ships.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Reports")
    .standardizedFileURL.path
  static let templates = TemplateFolder(folder)
  static let report = Result { try PersonReport(templates: templates) }
  static let xml = Result { try AssessmentXML(templates: templates) }

  /// A folder that overrides templates, gone when the test is.
  static func withOverrides<T>(_ files: [String: String], _ body: (TemplateFolder) throws -> T) throws -> T {
    let manager = FileManager.default
    let overrides = manager.temporaryDirectory.appending(path: "sitwell-templates-\(UUID().uuidString)")
    try manager.createDirectory(at: overrides.appending(path: "figures"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: overrides) }
    for (name, text) in files { try Data(text.utf8).write(to: overrides.appending(path: name)) }
    return try body(TemplateFolder(folder, overriddenBy: overrides.path))
  }
}
