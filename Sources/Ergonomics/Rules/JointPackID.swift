/// Which packs are read as one, in their order: one alone, or several that are used together.
package struct JointPackID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// At least one.
  package let packs: [Pack.ID]

  package init(_ packs: [Pack.ID]) { self.packs = packs }

  /// From `description`: no id of a pack has a dot in it.
  package init(_ text: String) {
    packs = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// As it stands in saved answers, and where a single id is wanted.
  package var description: String { packs.joined(separator: ".") }
}
