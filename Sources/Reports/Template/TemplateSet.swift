import Ergonomics

/// A template and the partials it reaches.
struct TemplateSet {
  /// By name, without the ending `.mustache`.
  private(set) var files: [String: TaggedTemplate] = [:]

  /// - Throws: `UnusableInput`. A partial that no file holds is left to `TemplateCheck`, which knows where it is called.
  init(root: String, in folder: TemplateFolder) throws {
    var wanted = [root]
    while let name = wanted.popLast() {
      guard files[name] == nil, name == root || folder.has("\(name).mustache") else { continue }
      let file = try TaggedTemplate(folder.file("\(name).mustache"))
      files[name] = file
      wanted += file.tags.filter { $0.kind == .partial }.map(\.name)
    }
  }
}
