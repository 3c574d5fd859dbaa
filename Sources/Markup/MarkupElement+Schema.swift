/// What elements hold, of documents that were held against a schema.
extension MarkupElement {
  /// An attribute as schemas read it: blanks at its ends do not count.
  package func token(_ attribute: String) -> String? {
    guard let value = self[attribute] else { return nil }
    let bytes = value.utf8
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard bytes.first.map(isBlank) == true || bytes.last.map(isBlank) == true else { return value }
    let end = bytes.lastIndex { !isBlank($0) }.map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(value[..<end].utf8.drop(while: isBlank)) ?? value
  }

  /// A claim that is made by `yes` and by nothing else.
  package func claims(_ attribute: String) -> Bool { token(attribute) == "yes" }

  /// An attribute that the schema makes certain.
  ///
  /// - Precondition: The document was held against a schema that demands it.
  package func required(_ attribute: String) -> String {
    guard let text = token(attribute) else { fail("has no attribute '\(attribute)'") }
    return text
  }

  /// The same, of attributes of which the schema also makes certain that they can be read.
  package func required<Value>(_ attribute: String, as read: (String) -> Value?) -> Value {
    guard let value = read(required(attribute)) else {
      fail("has an attribute '\(attribute)' that nobody can read: '\(required(attribute))'")
    }
    return value
  }

  /// An attribute that can be left out, and of which the schema makes certain that it can be read where it is there.
  package func optional<Value>(_ attribute: String, as read: (String) -> Value?) -> Value? {
    self[attribute] == nil ? nil : required(attribute, as: read)
  }

  /// The first child of this name, which the schema makes certain.
  ///
  /// - Precondition: The document was held against a schema that demands it.
  package func requiredElement(_ name: String) -> MarkupElement {
    guard let element = element(name) else { fail("has no element '\(name)' in it") }
    return element
  }

  private func fail(_ what: String) -> Never {
    fatalError("the element '\(name)' in line \(line) \(what), although its schema demands it")
  }
}
