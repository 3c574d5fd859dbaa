import Ergonomics

/// Templates or a saved assessment that nothing can be made from, with everything that is wrong.
package struct UnusableInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// Sorted, at least one.
  package let problems: [Problem]

  package init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "unusable, but nothing is wrong")
    self.problems = problems.sorted()
  }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
