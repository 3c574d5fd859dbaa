import CLibXML2

/// What stands in a document, comments and processing instructions included, as it is written there: with its prefixes.
indirect enum MarkupNode: Hashable {
  case element(Element)
  case text(String)
  case comment(String)
  case instruction(target: String, data: String)

  struct Element: Hashable {
    /// With its prefix.
    let name: String
    /// Those it declares itself: `xmlns`, `xmlns:p`.
    let namespaces: [Attribute]
    let attributes: [Attribute]
    let children: [MarkupNode]
  }

  struct Attribute: Hashable {
    /// With its prefix.
    let name: String
    let value: String
  }

  /// Of a whole document: the root, and what stands before and after it.
  static func all(of document: xmlDocPtr) -> [MarkupNode] { nodes(document.pointee.children, in: document) }

  private static func nodes(_ first: xmlNodePtr?, in document: xmlDocPtr) -> [MarkupNode] {
    chain(first) { $0.pointee.next }.compactMap { node($0, in: document) }
  }

  private static func node(_ node: xmlNodePtr, in document: xmlDocPtr) -> MarkupNode? {
    let content = node.pointee.content.map { String($0) } ?? ""
    return switch node.pointee.type {
    case XML_ELEMENT_NODE: .element(Element(node, children: nodes(node.pointee.children, in: document)))
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text(content)
    case XML_COMMENT_NODE: .comment(content)
    case XML_PI_NODE: .instruction(target: String(node.pointee.name), data: content)
    default: nil
    }
  }
}

extension MarkupNode.Element {
  fileprivate init(_ node: xmlNodePtr, children: [MarkupNode]) {
    name = Self.name(node.pointee.name, node.pointee.ns)
    namespaces = chain(node.pointee.nsDef) { $0.pointee.next }.map { declared in
      MarkupNode.Attribute(
        name: declared.pointee.prefix.map { "xmlns:\(String($0))" } ?? "xmlns",
        value: declared.pointee.href.map { String($0) } ?? "")
    }
    attributes = chain(node.pointee.properties) { $0.pointee.next }.map { attribute in
      let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      defer { sw_xml_free(value) }
      return MarkupNode.Attribute(
        name: Self.name(attribute.pointee.name, attribute.pointee.ns), value: value.map { String($0) } ?? "")
    }
    self.children = children
  }

  private static func name(_ name: UnsafePointer<xmlChar>, _ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
    let prefix = namespace?.pointee.prefix.map { "\(String($0)):" } ?? ""
    return prefix + String(name)
  }

  /// Without its prefix.
  var localName: String { name.split(separator: ":").last.map(String.init) ?? name }
}

/// All of a list as libxml2 keeps it.
private func chain<Node>(
  _ first: UnsafeMutablePointer<Node>?, next: (UnsafeMutablePointer<Node>) -> UnsafeMutablePointer<Node>?
) -> [UnsafeMutablePointer<Node>] {
  var (all, node) = ([UnsafeMutablePointer<Node>](), first)
  while let one = node {
    all.append(one)
    node = next(one)
  }
  return all
}

extension String {
  /// The four characters that XML takes for white space; others are text.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\n", "\r"].contains(scalar) }

  var isBlank: Bool { unicodeScalars.allSatisfy(Self.isBlank) }

  /// Of `\n` alone: to Swift, `\r\n` is another character.
  var writtenLines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// What stands between white space.
  var blankSeparated: [String] { unicodeScalars.split(whereSeparator: Self.isBlank).map { String($0) } }
}
