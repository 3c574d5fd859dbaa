import CLibXML2

/// A well-formed XML document as a tree of values; valid, too, if it was read with a schema.
package struct MarkupDocument: Sendable, Hashable {
  package let root: MarkupElement
  /// Where things were written; `nil` unless the document is in UTF-8.
  package let source: MarkupSource?

  /// Reads a whole document. There is no network, no entity but the five of XML, and a DOCTYPE is refused unread.
  ///
  /// - Throws: `MarkupRefused`.
  package init(_ bytes: [UInt8], schema: Schema? = nil) throws(MarkupRefused) {
    let tree = try MarkupTree(bytes)
    let source = MarkupSource(bytes)
    root = MarkupElement(tree.root, source: source)
    self.source = source
    let broken = schema?.problems(of: tree, source: source) ?? []
    if !broken.isEmpty { throw MarkupRefused(problems: broken) }
  }
}

/// The document as libxml2 keeps it.
final class MarkupTree {
  let document: xmlDocPtr
  let root: xmlNodePtr

  init(_ bytes: [UInt8]) throws(MarkupRefused) {
    try Self.scan(bytes)
    let diagnostics = Diagnostics()
    let parsed = Self.parse(bytes, diagnostics)
    // A prefix without a namespace is an error that does not end the parse.
    guard let parsed, let root = xmlDocGetRootElement(parsed), diagnostics.errors.isEmpty else {
      if let parsed { xmlFreeDoc(parsed) }
      throw MarkupRefused(problems: diagnostics.parseProblems)
    }
    (document, self.root) = (parsed, root)
  }

  deinit { xmlFreeDoc(document) }

  private static func scan(_ bytes: [UInt8]) throws(MarkupRefused) {
    var scan = MarkupScan(.document)
    let result = bytes.withUnsafeBytes { bytes in Result { () throws(MarkupRefused) in try scan.take(bytes) } }
    try result.get()
  }

  private static func parse(_ bytes: [UInt8], _ diagnostics: Diagnostics) -> xmlDocPtr? {
    guard let context = xmlNewParserCtxt(), let size = Int32(exactly: bytes.count) else { return nil }
    defer { xmlFreeParserCtxt(context) }
    sw_xml_ctxt_set_sink(context, diagnostics.sink)
    return diagnostics.collecting {
      bytes.withUnsafeBytes {
        xmlCtxtReadMemory(
          context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil, sw_xml_parse_safe())
      }
    }
  }
}

extension MarkupProblem {
  static func doctype(line: Int?) -> Self {
    MarkupProblem(kind: .doctype, line: line, message: "a DOCTYPE is not allowed")
  }
}

extension Diagnostics {
  /// Never empty. What follows the first error is its consequence more often than not; one a line is kept.
  var parseProblems: [MarkupProblem] {
    var lines: Set<Int> = []
    let problems = errors.filter { lines.insert($0.line).inserted }.map(MarkupProblem.init(parsing:))
    return problems.isEmpty ? [MarkupProblem(kind: .notWellFormed, line: nil, message: "the file is empty")] : problems
  }
}

extension MarkupProblem {
  init(parsing diagnostic: Diagnostic) {
    self.init(
      kind: .notWellFormed, line: diagnostic.line > 0 ? diagnostic.line : nil,
      column: diagnostic.column > 0 ? diagnostic.column : nil, message: diagnostic.message)
  }
}
