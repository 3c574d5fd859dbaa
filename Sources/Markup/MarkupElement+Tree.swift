import CLibXML2

extension MarkupElement {
  /// Copies a tree of libxml2 and numbers its elements, so that a schema's complaints can be told apart.
  init(_ root: xmlNodePtr, source: MarkupSource?) {
    var copy = TreeCopy(source: source)
    self = copy.element(root)
  }
}

private struct TreeCopy {
  let source: MarkupSource?
  var count = 0

  mutating func element(_ node: xmlNodePtr) -> MarkupElement {
    let number = count
    count += 1
    sw_xml_set_number(node, count)
    let line = source?.line(ofElement: number) ?? Int(xmlGetLineNo(node))
    return MarkupElement(
      name: String(node.pointee.name), namespace: node.pointee.ns.flatMap { $0.pointee.href }.map { String($0) },
      attributes: attributes(of: node), children: children(of: node), line: line, number: number)
  }

  private mutating func children(of node: xmlNodePtr) -> [MarkupElement.Child] {
    var children: [MarkupElement.Child] = []
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      switch child.pointee.type {
      case XML_ELEMENT_NODE: children.append(.element(element(child)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        guard let content = child.pointee.content else { continue }
        if case .text(let before) = children.last {
          children[children.count - 1] = .text(before + String(content))
        } else {
          children.append(.text(String(content)))
        }
      default: break
      }
    }
    return children
  }

  private func attributes(of node: xmlNodePtr) -> [MarkupElement.Attribute] {
    var attributes: [MarkupElement.Attribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      defer { sw_xml_free(value) }
      attributes.append(
        MarkupElement.Attribute(
          name: String(attribute.pointee.name),
          namespace: attribute.pointee.ns.flatMap { $0.pointee.href }.map { String($0) },
          value: value.map { String($0) } ?? ""))
    }
    return attributes
  }
}

extension String {
  /// Text that libxml2 keeps: UTF-8, ended by a zero.
  init(_ text: UnsafePointer<xmlChar>) {
    self.init(decodingCString: text, as: UTF8.self)
  }
}
