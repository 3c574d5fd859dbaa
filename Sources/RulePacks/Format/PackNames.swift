import Ergonomics
import Markup

extension NameKind {
  /// Those that define one in a file.
  func elements(in file: PackFile) -> [MarkupElement] {
    definitions.filter { $0.first == file.root.name }.flatMap { path in
      path.dropFirst().reduce([file.root]) { found, name in found.flatMap { $0.elements(name) } }
    }
  }
}

/// Where every id of a pack is defined.
struct PackNames: Sendable {
  struct Definition: Sendable {
    let kind: NameKind
    let file: PackFile
    let element: MarkupElement
  }

  private(set) var definitions: [NameKind: [String: Definition]] = [:]
  /// Names in files or definitions that could not be read: nothing is claimed of what mentions them.
  var doubtful: Set<String> = []

  /// Collects the ids of all files.
  init(_ files: [PackFile], doubtful: Set<String>, problems: inout [Problem]) {
    self.doubtful = doubtful
    for kind in NameKind.allCases {
      for file in files {
        for element in kind.elements(in: file) { define(kind, element, in: file, &problems) }
      }
    }
  }

  private mutating func define(
    _ kind: NameKind, _ element: MarkupElement, in file: PackFile, _ problems: inout [Problem]
  ) {
    let id = file.required("id", of: element)
    // Which of two questions is meant nobody knows: nothing is claimed of what reads them.
    if kind.space == .question, definitions[kind.space]?[id.text] != nil { doubtful.insert(id.text) }
    if let first = definitions[kind.space]?[id.text] {
      problems.append(
        .doubleID(kind, id.text, at: id.spot, firstKind: first.kind, first: first.file.spot(of: first.element).place))
      return
    }
    definitions[kind.space, default: [:]][id.text] = Definition(kind: kind, file: file, element: element)
  }

  /// Of two definitions with the same id, whether this is the one that counts.
  func isFirst(_ kind: NameKind, _ element: MarkupElement, in file: PackFile) -> Bool {
    guard let first = definitions[kind.space]?[element.required("id")] else { return false }
    return first.file.path == file.path && first.element.number == element.number
  }

  func contains(_ kind: NameKind, _ id: String) -> Bool { definitions[kind.space]?[id]?.kind == kind }

  /// All ids of a kind.
  func all(_ kind: NameKind) -> [String] {
    (definitions[kind.space] ?? [:]).filter { $0.value.kind == kind }.keys.sorted()
  }
}
