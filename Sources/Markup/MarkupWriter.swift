/// Writes XML 1.0 in UTF-8: elements on lines of their own, two spaces deeper for each level, text where it belongs.
///
///     var writer = MarkupWriter()
///     writer.element("answers", namespace: "urn:sitwell:answers:1", ["id": "17"]) { writer in
///       writer.element("answer", ["question": "seat_type"], text: "stool")
///     }
///
/// The same calls give the same bytes. Hostile text comes out as text; characters that XML cannot hold come out as
/// U+FFFD.
package struct MarkupWriter: Sendable {
  /// Attributes in the order they are written; those that are `nil` are left out.
  package typealias Attributes = KeyValuePairs<String, String?>

  /// What was written since the start, or since `takeBytes`.
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Text was written into the innermost open element: nothing may be added to it for looks.
  private var isInText = false
  /// The start tag written last still lacks its `>`.
  private var isTagOpen = false

  package init() { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// An element with what the closure writes into it. Text inside goes before any element, or no white space is kept.
  package mutating func element(
    _ name: String, namespace: String? = nil, _ attributes: Attributes = [:],
    content: (inout MarkupWriter) throws -> Void
  ) rethrows {
    precondition(Self.isName(name), "'\(name)' is no XML name")
    let wasInText = isInText
    closeTag()
    if !wasInText { indent() }
    append("<\(name)")
    if let namespace { attribute("xmlns", namespace) }
    for case (let name, let value?) in attributes { attribute(name, value) }
    (isTagOpen, isInText) = (true, false)
    depth += 1
    try content(&self)
    depth -= 1
    if isTagOpen {
      append("/>")
    } else {
      if !isInText { indent() }
      append("</\(name)>")
    }
    (isTagOpen, isInText) = (false, wasInText)
    if !wasInText { append("\n") }
  }

  /// An element with nothing in it.
  package mutating func element(_ name: String, namespace: String? = nil, _ attributes: Attributes = [:]) {
    element(name, namespace: namespace, attributes) { _ in }
  }

  /// An element that holds this text and nothing else.
  package mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  package mutating func text(_ text: String) {
    precondition(depth > 0, "text stands in an element")
    if text.isEmpty { return }
    if isTagOpen { append(">") }
    (isTagOpen, isInText) = (false, true)
    escape(text, isInAttribute: false)
  }

  /// Text as it is written into an element, or into an attribute.
  package static func escaped(_ text: String, isInAttribute: Bool) -> String {
    var writer = MarkupWriter()
    _ = writer.takeBytes()
    writer.escape(text, isInAttribute: isInAttribute)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Hands over what was written so far, so that long documents never lie in memory whole.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

extension MarkupWriter {
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth)) }

  /// Ends the start tag of the parent before its first child.
  private mutating func closeTag() {
    if isTagOpen { append(">\n") }
    isTagOpen = false
  }

  private mutating func attribute(_ name: String, _ value: String) {
    precondition(Self.isName(name), "'\(name)' is no XML name")
    append(" \(name)=\"")
    escape(value, isInAttribute: true)
    append("\"")
  }

  private mutating func escape(_ text: String, isInAttribute: Bool) {
    if text.utf8.allSatisfy({ Self.standsForItself($0, isInAttribute: isInAttribute) }) { return append(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where isInAttribute: append("&quot;")
      case "\r": append("&#13;")
      case "\t" where isInAttribute: append("&#9;")
      case "\n" where isInAttribute: append("&#10;")
      case let other: bytes.append(contentsOf: UTF8.encode(Self.written(other))!)
      }
    }
  }

  /// Whether a byte is of nothing that is written in another way; of few it is not said, though they are.
  private static func standsForItself(_ byte: UInt8, isInAttribute: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
    case UInt8(ascii: "\""): !isInAttribute
    case 0xEF: false  // begins U+FFFE and U+FFFF
    default: byte >= 0x20
    }
  }

  /// A character as a document holds it.
  package static func written(_ scalar: Unicode.Scalar) -> Unicode.Scalar { isCharacter(scalar) ? scalar : "\u{FFFD}" }

  /// What a document may hold (XML 1.0, fifth edition, production 2, Char).
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// A prefix and a local name of ASCII letters, digits, `-`, `_` and `.`: less than XML allows, all that is needed.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
      case UInt8(ascii: ":"): true
      default: false
      }
    }
  }
}
