import CLibXML2

/// An XML schema (XSD 1.0), ready to hold documents against.
///
/// Whole trees are validated, never streams: libxml2 2.9.14 crashes on malformed input while it validates a stream.
package final class Schema: @unchecked Sendable {  // never changed after init; each validation has its own context
  private let schema: xmlSchemaPtr
  /// Of any element.
  private let attributes: [String]

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
    attributes = try Set(MarkupDocument(bytes).root.declaredAttributes).sorted()
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
    let problems = SchemaMessage.problems(diagnostics.errors, source: source, attributes: attributes)
    return problems.isEmpty ? [.init(kind: .invalid, line: nil, message: "the file could not be validated")] : problems
  }
}

extension MarkupElement {
  /// The names of attributes that a schema declares anywhere.
  fileprivate var declaredAttributes: [String] {
    (name == "attribute" ? [self["name"]].compactMap { $0 } : []) + elements.flatMap(\.declaredAttributes)
  }
}
