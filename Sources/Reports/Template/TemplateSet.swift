import Ergonomics
import Mustache

/// A template and the partials it reaches.
struct TemplateSet {
  /// By name, without the ending `.mustache`.
  private(set) var files: [String: TemplateFile] = [:]
  private let root: String

  /// - Throws: `UnusableInput`. A partial that no file holds is left to `TemplateCheck`, which knows where it is called.
  init(root: String, in folder: TemplateFolder) throws {
    self.root = root
    var wanted = [root]
    while let name = wanted.popLast() {
      guard files[name] == nil, name == root || folder.has("\(name).mustache") else { continue }
      let file = try folder.file("\(name).mustache")
      files[name] = file
      wanted += try file.tags().filter { $0.kind == .partial }.map(\.name)
    }
  }

  /// - Throws: `UnusableInput` for what mustache refuses; `TemplateCheck` finds that before.
  func compiled() throws -> (MustacheTemplate, MustacheLibrary) {
    var library = MustacheLibrary()
    for (name, file) in files {
      do {
        try library.register(file.unescapedTags, named: name)
      } catch let error as MustacheTemplate.ParserError {
        let context = error.context
        throw UnusableInput([
          Problem(
            code: .templateSyntax,
            place: .init(file: file.path, line: context.lineNumber, column: context.columnNumber),
            summary: "a template that mustache refuses: \(error.error)", help: "check the tags of this line")
        ])
      }
    }
    guard let template = library.getTemplate(named: root) else {
      preconditionFailure("template '\(root)' was registered")
    }
    return (template, library)
  }
}

extension TemplateFile {
  /// The template with `{{name}}` as `{{{name}}}`: values are escaped before they reach mustache (`escapedForHTML`), whose
  /// own escape goes by letters and lets a quote with a combining mark through.
  var unescapedTags: String {
    text.replacing(#/\{\{([^{}#^/>!][^{}]*)\}\}(?!\})/#) { "{{{\($0.output.1)}}}" }
  }
}
