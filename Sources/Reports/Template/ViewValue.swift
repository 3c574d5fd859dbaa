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
    guard ["https://", "http://", "mailto:", "#"].contains(where: { link.beginsInAnyCase(with: $0) }),
      link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.neverInLinks.contains($0) })
    else { return nil }
    self.init(html: escapedForHTML(link), use: .link)
  }

  private static let neverInLinks = Array("\"'<>`\\".utf8)

  /// A link to a place in the page.
  ///
  /// - Precondition: Its name has ASCII letters, digits and hyphens alone.
  init(toPlace name: String) {
    precondition(name.utf8.allSatisfy(Self.isOfPlace), "'\(name)' is no name of a place")
    self.init(html: "#" + name, use: .link)
  }

  private static func isOfPlace(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension String {
  /// - Parameter start: ASCII, in small letters.
  fileprivate func beginsInAnyCase(with start: String) -> Bool {
    utf8.count >= start.utf8.count && zip(utf8, start.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $0 >= 0x41 }
  }
}
