/// An element of a parsed XML document, with everything inside it.
package struct MarkupElement: Sendable, Hashable {
  package struct Attribute: Sendable, Hashable {
    /// Without a prefix.
    package let name: String
    package let namespace: String?
    package let value: String

    package init(name: String, namespace: String? = nil, value: String) {
      (self.name, self.namespace, self.value) = (name, namespace, value)
    }
  }

  package enum Child: Sendable, Hashable {
    case element(MarkupElement)
    case text(String)
  }

  /// Without a prefix.
  package let name: String
  package let namespace: String?
  /// In the order they are written.
  package let attributes: [Attribute]
  /// In document order, without comments and processing instructions.
  package let children: [Child]
  /// Where its start tag begins, counted from 1.
  package let line: Int
  /// Which element of its document it is, in the order of start tags, counted from 0.
  package let number: Int

  package init(
    name: String, namespace: String? = nil, attributes: [Attribute] = [], children: [Child] = [], line: Int,
    number: Int
  ) {
    (self.name, self.namespace, self.attributes) = (name, namespace, attributes)
    (self.children, self.line, self.number) = (children, line, number)
  }

  /// The value of an attribute that has no namespace.
  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace == nil }?.value
  }

  package var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Its own text, without that of elements inside it, as written.
  package var text: String {
    if children.count == 1, case .text(let text) = children[0] { return text }
    return children.lazy.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
  }

  /// Its child elements of this name, whatever their namespace.
  package func elements(_ name: String) -> [MarkupElement] { children.compactMap { $0.element(name) } }

  package func element(_ name: String) -> MarkupElement? { children.lazy.compactMap { $0.element(name) }.first }
}

extension MarkupElement.Child {
  /// `nil` for text, and for elements of other names.
  fileprivate func element(_ name: String) -> MarkupElement? {
    if case .element(let element) = self, element.name == name { element } else { nil }
  }
}
