import Ergonomics
import Foundation

/// The style of a report and the hash by which a content security policy lets it in.
struct Stylesheet: Sendable {
  let text: String
  /// `sha256-…`, as Content Security Policy Level 3 writes it.
  let hash: String

  init(_ files: [TemplateFile]) throws {
    for file in files { try Self.check(file) }
    text = files.map(\.text).joined()
    hash = "sha256-" + Data(SHA256.digest(Array(text.utf8))).base64EncodedString()
  }

  private static func check(_ file: TemplateFile) throws {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.lowercased().contains("</style") || line.contains("\0") {
      throw UnusableInput([
        Problem(
          code: .templateStyle, place: .init(file: file.path, line: index + 1),
          summary: "a style sheet that would end the style element", help: "take '</style' out")
      ])
    }
  }
}
