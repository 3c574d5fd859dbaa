/// What a column of a platform's own says against counting a response.
struct ResponseFilter: Sendable {
  enum Test: Sendable {
    case isEmpty
    /// In small letters.
    case isOneOf([String])
  }
  private enum Headings: Sendable {
    /// In small letters.
    case oneOf([String])
    case ending(String, or: String)
  }
  private let headings: Headings
  let kind: SetAsideReason
  private let test: Test

  init(_ headings: [String], _ kind: SetAsideReason, _ test: Test) {
    (self.headings, self.kind, self.test) = (.oneOf(headings), kind, test)
  }

  init(ending end: String, or whole: String, _ kind: SetAsideReason, _ test: Test) {
    (headings, self.kind, self.test) = (.ending(end, or: whole), kind, test)
  }

  func isAbout(_ heading: String) -> Bool {
    switch headings {
    case .oneOf(let names): names.contains(heading.lowercased())
    case .ending(let end, let whole): heading.hasSuffix(end) || heading == whole
    }
  }

  func matches(_ cell: String) -> Bool {
    switch test {
    case .isEmpty: cell.isEmpty
    case .isOneOf(let values): values.contains(cell.lowercased())
    }
  }
}
