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
    let wasInText = begin(name, namespace, attributes)
    try content(&self)
    end(name, wasInText)
  }

  /// An element with nothing in it.
  package mutating func element(_ name: String, namespace: String? = nil, _ attributes: Attributes = [:]) {
    let wasInText = begin(name, namespace, attributes)
    end(name, wasInText)
  }

  /// An element that holds this text and nothing else.
  package mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    let wasInText = begin(name, nil, attributes)
    self.text(text)
    end(name, wasInText)
  }

  package mutating func text(_ text: String) {
    precondition(depth > 0, "text stands in an element")
    if text.isEmpty { return }
    if isTagOpen { bytes.append(UInt8(ascii: ">")) }
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
  /// Writes the start tag, but for its end.
  ///
  /// - Returns: Whether the element stands in text.
  private mutating func begin(_ name: String, _ namespace: String?, _ attributes: Attributes) -> Bool {
    let wasInText = isInText
    closeTag()
    if !wasInText { indent() }
    bytes.append(UInt8(ascii: "<"))
    append(name: name)
    if let namespace { attribute("xmlns", namespace) }
    for case (let name, let value?) in attributes { attribute(name, value) }
    (isTagOpen, isInText) = (true, false)
    depth += 1
    return wasInText
  }

  private mutating func end(_ name: String, _ wasInText: Bool) {
    depth -= 1
    if isTagOpen {
      append("/>")
    } else {
      if !isInText { indent() }
      bytes.append(UInt8(ascii: "<"))
      bytes.append(UInt8(ascii: "/"))
      append(name)
      bytes.append(UInt8(ascii: ">"))
    }
    (isTagOpen, isInText) = (false, wasInText)
    if !wasInText { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// A prefix and a local name of ASCII letters, digits, `-`, `_` and `.`: less than XML allows, all that is needed.
  private mutating func append(name: String) {
    var name = name
    let isName = name.withUTF8 { utf8 in
      bytes.append(contentsOf: utf8)
      return utf8.allSatisfy(Self.isOfName) && utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    }
    precondition(isName, "'\(name)' is no XML name")
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case UInt8(ascii: ":"): true
    default: false
    }
  }

  private mutating func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth)) }

  /// Ends the start tag of the parent before its first child.
  private mutating func closeTag() {
    if isTagOpen { append(">\n") }
    isTagOpen = false
  }

  private mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    append(name: name)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    escape(value, isInAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String, isInAttribute: Bool) {
    var text = text
    let standsForItself = text.withUTF8 { utf8 in
      let standsForItself = Self.standsForItself(utf8, isInAttribute: isInAttribute)
      if standsForItself { bytes.append(contentsOf: utf8) }
      return standsForItself
    }
    if standsForItself { return }
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

  /// Whether nothing of it is written in another way; of some text it is not said, though it is so. By smallest values alone,
  /// which the compiler makes of many bytes at once; a byte that equals another differs from it by 0.
  private static func standsForItself(_ utf8: UnsafeBufferPointer<UInt8>, isInAttribute: Bool) -> Bool {
    let (ampersand, less, greater) = (UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"))
    let quote = isInAttribute ? UInt8(ascii: "\"") : ampersand
    var (least, difference) = (UInt8.max, UInt8.max)
    for byte in utf8 {
      least = min(least, byte)
      difference = min(difference, byte ^ ampersand, byte ^ less, byte ^ greater)
      difference = min(difference, byte ^ quote, byte ^ 0xEF)  // begins U+FFFE and U+FFFF
    }
    return least >= 0x20 && difference != 0
  }

  /// Text as a document holds it.
  package static func written(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF || $0 == UInt8(ascii: "\n") }
    return isPlain ? text : String(String.UnicodeScalarView(text.unicodeScalars.map(written)))
  }

  /// A character as a document holds it.
  private static func written(_ scalar: Unicode.Scalar) -> Unicode.Scalar { isCharacter(scalar) ? scalar : "\u{FFFD}" }

  /// What a document may hold (XML 1.0, fifth edition, production 2, Char).
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
