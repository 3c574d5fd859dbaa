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
      throw MarkupRefused(problems: diagnostics.parseProblems.map { $0.whereMade(in: bytes) })
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
  /// Never empty. What follows the first error is its consequence more often than not: one a line is kept, and none behind
  /// a tag that is not closed.
  var parseProblems: [MarkupProblem] {
    var lines: Set<Int> = []
    let all = errors.filter { lines.insert($0.line).inserted }.map(MarkupProblem.init(parsing:))
    let problems = Array(all.prefix { $0.expected.isEmpty } + all.drop { $0.expected.isEmpty }.prefix(1))
    return problems.isEmpty ? [MarkupProblem(kind: .notWellFormed, line: nil, message: "the file is empty")] : problems
  }
}

extension MarkupProblem {
  init(parsing diagnostic: Diagnostic) {
    if let open = OpenTag(diagnostic.message) {
      let before = open.before.map { " before </\($0)>" } ?? ""
      let line = diagnostic.line > open.line ? " in line \(diagnostic.line)" : ""
      self.init(
        kind: .notWellFormed, line: open.line, message: "<\(open.name)> is not closed\(before)\(line)",
        found: open.name, expected: ["</\(open.name)>"])
      return
    }
    self.init(
      kind: .notWellFormed, line: diagnostic.line > 0 ? diagnostic.line : nil,
      column: diagnostic.column > 0 ? diagnostic.column : nil, message: diagnostic.message)
  }
}

/// An element without an end, as libxml2 tells of it.
private struct OpenTag {
  let name: String
  let line: Int
  /// The end that comes in its place; `nil` where the file ends.
  let before: String?

  init?(_ message: String) {
    let mismatch = #/Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)/#
    if let match = message.firstMatch(of: mismatch), let line = Int(match.output.2) {
      (name, self.line, before) = (String(match.output.1), line, String(match.output.3))
    } else if let match = message.firstMatch(of: #/Premature end of data in tag (\S+) line (\d+)/#),
      let line = Int(match.output.2)
    {
      (name, self.line, before) = (String(match.output.1), line, nil)
    } else {
      return nil
    }
  }
}
