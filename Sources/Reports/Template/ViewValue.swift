/// What a template can be given: text that is safe in HTML, a flag, a list, or named fields.
///
/// A plain `String` is none of them, so that no text reaches a page without being escaped.
protocol ViewValue: Sendable {
  var shape: ViewShape { get }
}

/// Which of the four a value is.
enum ViewShape {
  case text(HTMLText)
  case flag(Bool)
  case list([any ViewValue])
  case fields(Fields)
}

extension ViewValue {
  /// `nil` for what is no named fields.
  var fields: Fields? { if case .fields(let fields) = shape { fields } else { nil } }
}

extension Bool: ViewValue {
  var shape: ViewShape { .flag(self) }
}
extension Array: ViewValue where Element == any ViewValue {
  var shape: ViewShape { .list(self) }
}
/// Text as it stands in the page.
struct HTMLText: ViewValue, Hashable, Codable {
  enum Use: String, Sendable, Codable { case text, link, markup }
  let html: String
  let use: Use
  var shape: ViewShape { .text(self) }

  private init(html: String, use: Use) { (self.html, self.use) = (html, use) }

  init(_ text: String) { self.init(html: escapedForHTML(text), use: .text) }
  init(_ number: Int) { self.init(html: String(number), use: .text) }

  /// HTML or CSS that the template folder holds, as it is.
  init(markup: String) { self.init(html: markup, use: .markup) }

  /// A link that a reader may follow: `http`, `https`, `mailto` or a place in the page. `nil` for anything else.
  init?(link: String) {
    let lowercased = link.lowercased()
    guard ["https://", "http://", "mailto:", "#"].contains(where: lowercased.hasPrefix),
      link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>`\\".utf8.contains($0) })
    else { return nil }
    self.init(html: escapedForHTML(link), use: .link)
  }
}

/// Text that stands for itself in HTML, also inside quoted attributes.
///
/// Works on scalars: a letter-wise escape lets `"` pass when a combining mark follows. Characters that HTML forbids, and
/// those that reorder the text around them (UAX #9, explicit formatting), become U+FFFD.
func escapedForHTML(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == 0x22 || $0 == 0x26 || $0 == 0x27 || isAngle($0) })
  else { return text }
  var html = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x26: html.append(contentsOf: "&amp;".unicodeScalars)
    case 0x3C: html.append(contentsOf: "&lt;".unicodeScalars)
    case 0x3E: html.append(contentsOf: "&gt;".unicodeScalars)
    case 0x22: html.append(contentsOf: "&quot;".unicodeScalars)
    case 0x27: html.append(contentsOf: "&#39;".unicodeScalars)
    case 0x09, 0x0A: html.append(scalar)
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: html.append("\u{FFFD}")
    case let value where value & 0xFFFE == 0xFFFE: html.append("\u{FFFD}")
    default: html.append(scalar)
    }
  }
  return String(html)
}

private func isAngle(_ byte: UInt8) -> Bool { byte == 0x3C || byte == 0x3E }
