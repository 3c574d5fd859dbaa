/// What is wrong with an XML document.
package struct MarkupProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// It is no XML, or is cut off, or its bytes are not in the encoding it claims.
    case notWellFormed
    /// It has a DOCTYPE; none is ever read.
    case doctype
    /// Elements stand deeper in each other than any file of ours needs.
    case tooDeep
    /// One element of a stream holds more than is taken into memory at once.
    case tooLarge
    /// It breaks its schema.
    case invalid
  }

  package let kind: Kind
  /// Counted from 1; `nil` where the parser cannot tell.
  package let line: Int?
  /// Counted from 1, in bytes; only for what is not well-formed.
  package let column: Int?
  /// One sentence without a full stop. Its wording comes from libxml2 and differs between versions of it.
  package let message: String
  /// What stands where something else is expected: the name of an element, or a value.
  package let found: String?
  /// What the schema would accept, where it can be told.
  package let expected: [String]
  /// What a value must be, in the words of the schema: "a whole number from 1".
  package let rule: String?

  package init(
    kind: Kind, line: Int?, column: Int? = nil, message: String, found: String? = nil, expected: [String] = [],
    rule: String? = nil
  ) {
    (self.kind, self.line, self.column) = (kind, line, column)
    (self.message, self.found, self.expected, self.rule) = (message, found, expected, rule)
  }
}

/// A document that was refused, with all that is wrong with it, in the order it was found.
package struct MarkupRefused: Error, Sendable, Hashable {
  package let problems: [MarkupProblem]
  package init(problems: [MarkupProblem]) { self.problems = problems }
}
