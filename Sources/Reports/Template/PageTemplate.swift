/// A page that a root template and its partials make, with its style; every tag is checked when it is made.
struct PageTemplate: Sendable, Codable {
  private let template: CompiledTemplate
  private let style: Stylesheet

  /// - Parameters:
  ///   - root: Name of a template, without the ending `.mustache`.
  ///   - styles: Files, put one behind the other.
  ///   - specimen: Fields with one of everything.
  /// - Throws: `UnusableInput`.
  init(_ root: String, in folder: TemplateFolder, styles: [String], specimen: Fields) throws {
    style = try Stylesheet(styles.map { try folder.file($0) })
    let set = try TemplateSet(root: root, in: folder)
    var check = TemplateCheck(set.files)
    check.check(root, against: Self.fields(specimen, style))
    guard check.problems.isEmpty else { throw UnusableInput(Array(check.problems)) }
    template = CompiledTemplate(root, of: set.files)
  }

  /// UTF-8; the same fields give the same bytes.
  func render(_ fields: Fields) -> [UInt8] { template.render(Self.fields(fields, style)) }

  private static func fields(_ fields: Fields, _ style: Stylesheet) -> Fields {
    fields + ["style": HTMLText(markup: style.text), "styleHash": HTMLText(style.hash)]
  }
}
