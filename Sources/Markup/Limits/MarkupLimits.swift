/// How much of an XML document is read. Our own scan holds every document to it before the parser of libxml2 sees a byte:
/// that takes time and memory out of proportion for some documents that are small.
package struct MarkupLimits: Sendable {
  /// In bytes; `nil` for documents that are read a piece at a time.
  package var documentLength: Int?
  /// Elements and comments, and attributes likewise, of the whole document; `nil` as above.
  package var elements: Int?
  /// Elements inside elements. The files of this program need eight.
  package var depth = 256
  package var attributesOfElement = 64
  /// Namespaces that are declared around one place.
  package var namespacesInForce = 64
  /// Different ones in the whole document, of elements, attributes and namespaces: the parser keeps them all, and is slower
  /// with each of them.
  package var names = 10_000
  /// In bytes: of a name, an attribute's value, a text between two tags, a comment or processing instruction.
  package var nameLength = 256
  package var valueLength = 1 << 16
  package var textLength = 1 << 20
  package var commentLength = 1 << 18

  /// For documents that are kept whole in memory.
  package static let document = MarkupLimits(documentLength: 8 << 20, elements: 200_000)
  /// For documents of any length, read element by element.
  package static let stream = MarkupLimits(documentLength: nil, elements: nil)
}
