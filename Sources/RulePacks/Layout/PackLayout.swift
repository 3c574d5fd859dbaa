import Ergonomics
import Markup

/// The one layout of pack files, as far as the format says it: attributes in the order in which `pack.xsd` declares them,
/// texts filled into lines, conditions and charts on the lines they were written on.
struct PackLayout: Sendable {
  private let layouts: [String: ElementLayout]

  /// - Parameter schema: `pack.xsd`, read.
  init(_ schema: MarkupElement) {
    let declarations = SchemaDeclarations(schema)
    layouts = Dictionary(
      schema.elements("element").map { ($0.required("name"), declarations.layout(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// All files of a folder, laid out.
  ///
  /// - Throws: `PackRefused` where a file cannot be read.
  func formatted(_ folder: PackFolder) throws(PackRefused) -> PackFolder {
    var (files, problems) = ([PackFolder.File](), [Problem]())
    for file in folder.files {
      do throws(MarkupRefused) {
        files.append(PackFolder.File(path: file.path, bytes: try MarkupLayout.formatted(file.bytes, layouts)))
      } catch {
        problems += error.problems.map {
          .markup($0, in: folder.displayPath(of: file), lines: PackFile.lines(of: file.bytes))
        }
      }
    }
    if !problems.isEmpty { throw PackRefused(problems: problems) }
    return PackFolder(path: folder.path, files: files)
  }
}

/// What a schema declares, types and groups put in their places.
private struct SchemaDeclarations {
  private let types: [String: MarkupElement]
  private let groups: [String: MarkupElement]

  init(_ schema: MarkupElement) {
    func named(_ kind: String) -> [String: MarkupElement] {
      Dictionary(schema.elements(kind).map { ($0.required("name"), $0) }, uniquingKeysWith: { first, _ in first })
    }
    (types, groups) = (named("complexType"), named("attributeGroup"))
  }

  func layout(of element: MarkupElement) -> ElementLayout {
    var layout = ElementLayout(text: .prose)
    if let type = element.token("type") { add(type: type, to: &layout) }
    add(element, to: &layout)
    return layout
  }

  private func add(type: String, to layout: inout ElementLayout) {
    if Self.keptInLines.contains(type) { layout.text = .lines }
    if let type = types[type] { add(type, to: &layout) }
  }

  /// Types of texts that are no prose.
  private static let keptInLines: Set = ["condition", "integers"]

  private func add(_ declaration: MarkupElement, to layout: inout ElementLayout) {
    for part in declaration.elements {
      switch part.name {
      case "element": layout.children[part.required("name")] = self.layout(of: part)
      case "attribute":
        guard let name = part.token("name") else { continue }
        layout.attributes.append(name)
        if part.token("type") == "condition" { layout.conditions.insert(name) }
      case "attributeGroup": if let group = part.token("ref").flatMap({ groups[$0] }) { add(group, to: &layout) }
      default:
        add(part, to: &layout)
        if part.name == "extension", let base = part.token("base") { add(type: base, to: &layout) }
      }
    }
  }
}
