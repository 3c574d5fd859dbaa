import CLibXML2

/// An XML schema (XSD 1.0), ready to hold documents against.
///
/// Whole trees are validated, never streams: libxml2 2.9.14 crashes on malformed input while it validates a stream.
package final class Schema: @unchecked Sendable {  // never changed after init; each validation has its own context
  private let schema: xmlSchemaPtr
  private let names: Names
  private let nearest: @Sendable (_ name: String, _ among: [String]) -> String?

  /// What a schema says of values, besides its grammar.
  struct Names: Sendable {
    /// Attributes of any element.
    let attributes: [String]
    /// By the name of a type, and by what its values must be, such as "maxInclusive 7": what that is in words.
    let rules: [String: String]
    /// The namespace of its elements, and those that can be the root of a file.
    let namespace: String?
    let roots: [String]

    init(_ root: MarkupElement) {
      attributes = Set(root.declaredAttributes).sorted()
      var rules: [String: String] = [:]
      for type in root.elements("simpleType") {
        guard let words = type.documentation else { continue }
        let facets = (type.element("restriction")?.elements ?? []).compactMap { facet in
          facet["value"].map { "\(facet.name) \($0)" }
        }
        for name in facets + [type["name"]].compactMap(\.self) { rules[name] = words }
      }
      self.rules = rules
      namespace = root["targetNamespace"]
      roots = root.elements("element").compactMap { $0["name"] }
    }
  }

  /// - Parameter nearest: Which of several names is meant by another, so that what stands behind a misspelt one is looked at.
  /// - Throws: `MarkupRefused` if the bytes are no schema.
  package init(
    _ bytes: [UInt8], nearest: @escaping @Sendable (_ name: String, _ among: [String]) -> String? = { _, _ in nil }
  ) throws(MarkupRefused) {
    self.nearest = nearest
    let tree = try MarkupTree(bytes)
    let diagnostics = Diagnostics()
    guard let schema = Self.compile(tree, diagnostics) else {
      throw MarkupRefused(
        problems: diagnostics.errors.map {
          MarkupProblem(kind: .invalid, line: $0.line > 0 ? $0.line : nil, message: $0.message)
        })
    }
    self.schema = schema
    names = try Names(MarkupDocument(bytes).root)
  }

  deinit { xmlSchemaFree(schema) }

  private static func compile(_ tree: MarkupTree, _ diagnostics: Diagnostics) -> xmlSchemaPtr? {
    withExtendedLifetime((tree, diagnostics)) {
      guard let context = xmlSchemaNewDocParserCtxt(tree.document) else { return nil }
      defer { xmlSchemaFreeParserCtxt(context) }
      xmlSchemaSetParserStructuredErrors(context, sw_xml_error_trampoline, diagnostics.sink)
      return xmlSchemaParse(context)
    }
  }

  /// What the tree breaks, in document order; none if it is valid. The elements of the tree must be numbered, and may have
  /// other names afterwards.
  func problems(of tree: MarkupTree, source: MarkupSource?) -> [MarkupProblem] {
    var problems: [MarkupProblem] = []
    for _ in 0..<Self.mostRounds {
      let (isValid, errors) = complaints(of: tree)
      if isValid { break }
      let found = SchemaMessage.problems(errors, source: source, names: names)
      problems += found.filter { !problems.contains($0) }
      if problems.isEmpty { return [.init(kind: .invalid, line: nil, message: "the file could not be validated")] }
      if !nameAsMeant(errors, in: tree) { break }
    }
    return problems
  }

  private static let mostRounds = 8

  private func complaints(of tree: MarkupTree) -> (isValid: Bool, errors: [Diagnostic]) {
    let diagnostics = Diagnostics()
    let code: Int32? = withExtendedLifetime((tree, diagnostics)) {
      guard let context = xmlSchemaNewValidCtxt(schema) else { return nil }
      defer { xmlSchemaFreeValidCtxt(context) }
      xmlSchemaSetValidStructuredErrors(context, sw_xml_error_trampoline, diagnostics.sink)
      return xmlSchemaValidateDoc(context, tree.document)
    }
    return (code == 0, diagnostics.errors)
  }

  /// Behind a name that is misspelt nothing more of an element is looked at: it gets the name that was meant.
  private func nameAsMeant(_ errors: [Diagnostic], in tree: MarkupTree) -> Bool {
    var names: [Int: String] = [:]
    for error in errors where error.message.contains("This element is not expected") {
      let message = SchemaMessage(error.message)
      guard let element = error.element, let found = message.found else { continue }
      names[element] = nearest(found, message.expected)
    }
    var waiting = names.isEmpty ? [] : [tree.root]
    while let node = waiting.popLast() {
      if let name = names[Int(sw_xml_number(node)) - 1] { xmlNodeSetName(node, name) }
      var next = node.pointee.children
      while let child = next {
        if child.pointee.type == XML_ELEMENT_NODE { waiting.append(child) }
        next = child.pointee.next
      }
    }
    return !names.isEmpty
  }
}

extension MarkupElement {
  /// What the schema says of it, in a line.
  fileprivate var documentation: String? {
    element("annotation")?.element("documentation").map {
      $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// The names of attributes that a schema declares anywhere.
  fileprivate var declaredAttributes: [String] {
    (name == "attribute" ? [self["name"]].compactMap { $0 } : []) + elements.flatMap(\.declaredAttributes)
  }
}
