import CLibXML2

/// An XML schema (XSD 1.0), ready to hold documents against.
///
/// Whole trees are validated, never streams: libxml2 2.9.14 crashes on malformed input while it validates a stream.
package final class Schema: @unchecked Sendable {  // never changed after init; each validation has its own context
  private let schema: xmlSchemaPtr
  private let names: Names

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

  /// - Throws: `MarkupRefused` if the bytes are no schema.
  package init(_ bytes: [UInt8]) throws(MarkupRefused) {
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

  /// What the tree breaks, in document order; none if it is valid. The elements of the tree must be numbered.
  func problems(of tree: MarkupTree, source: MarkupSource?) -> [MarkupProblem] {
    let diagnostics = Diagnostics()
    let code: Int32? = withExtendedLifetime((tree, diagnostics)) {
      guard let context = xmlSchemaNewValidCtxt(schema) else { return nil }
      defer { xmlSchemaFreeValidCtxt(context) }
      xmlSchemaSetValidStructuredErrors(context, sw_xml_error_trampoline, diagnostics.sink)
      return xmlSchemaValidateDoc(context, tree.document)
    }
    if code == 0 { return [] }
    let problems = SchemaMessage.problems(diagnostics.errors, source: source, names: names)
    return problems.isEmpty ? [.init(kind: .invalid, line: nil, message: "the file could not be validated")] : problems
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
