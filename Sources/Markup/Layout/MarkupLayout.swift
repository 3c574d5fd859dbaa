/// How the elements of a format are laid out: in the order of its schema, each on lines of its own.
package struct ElementLayout: Sendable, Hashable {
  package enum Text: Sendable, Hashable {
    /// Read as words: filled into lines.
    case prose
    /// Conditions, formulas and charts: the lines of whoever wrote it stay.
    case lines
  }

  /// In the order they are written; others follow as they stand.
  package var attributes: [String]
  /// Those in which blanks tell nothing.
  package var conditions: Set<String>
  package var text: Text
  package var children: [String: ElementLayout]

  package init(
    attributes: [String] = [], conditions: Set<String> = [], text: Text = .lines,
    children: [String: ElementLayout] = [:]
  ) {
    (self.attributes, self.conditions) = (attributes, conditions)
    (self.text, self.children) = (text, children)
  }
}

/// Writes documents in one layout, whatever layout they had, with all that they say, comments included.
package enum MarkupLayout {
  /// In characters; what has no blank to break at is longer.
  package static let width = 120

  /// - Parameter layouts: By the name of the root.
  /// - Throws: `MarkupRefused` where the document cannot be read, or would say something else afterwards.
  package static func formatted(_ bytes: [UInt8], _ layouts: [String: ElementLayout]) throws(MarkupRefused) -> [UInt8] {
    let nodes = try nodes(of: bytes)
    var writer = LayoutWriter()
    writer.document(nodes, layouts)
    let written = Array(writer.text.utf8)
    guard MarkupMeaning.all(try Self.nodes(of: written), layouts) == MarkupMeaning.all(nodes, layouts) else {
      throw MarkupRefused(
        problems: [MarkupProblem(kind: .invalid, line: nil, message: "this file cannot be laid out without a change")])
    }
    return written
  }

  private static func nodes(of bytes: [UInt8]) throws(MarkupRefused) -> [MarkupNode] {
    let tree = try MarkupTree(bytes)
    return withExtendedLifetime(tree) { MarkupNode.all(of: tree.document) }
  }
}
