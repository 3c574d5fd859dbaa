import Ergonomics
import Foundation
import Reports

/// A rendered personal report, to look at in parts.
struct Page {
  let html: String

  init(_ assessments: Assessment...) throws {
    html = String(decoding: try Shipped.report.get().html(of: assessments), as: UTF8.self)
  }

  /// From the tag that has this id to the end of the element.
  func part(_ id: String) -> String? {
    guard let found = html.firstMatch(of: try! Regex("<([a-z]+)[^<>]* ?id=\"\(id)\"", as: (Substring, Substring).self)),
      let end = html[found.range.upperBound...].firstRange(of: "</\(found.output.1)>")
    else { return nil }
    return String(html[found.range.lowerBound..<end.upperBound]) + "\n"
  }

  /// Between two texts, without them.
  func between(_ start: String, _ end: String) -> String? {
    guard let start = html.firstRange(of: start), let end = html[start.upperBound...].firstRange(of: end) else {
      return nil
    }
    return String(html[start.upperBound..<end.lowerBound])
  }
}
