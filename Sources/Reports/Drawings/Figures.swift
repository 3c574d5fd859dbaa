import Ergonomics
import Markup

/// The drawings of a template folder, `figures/*.svg`, ready to stand in a page.
///
/// Problem codes: `template-figure`, `template-encoding`.
struct Figures {
  /// By file name without `.svg`.
  private(set) var byName: [String: HTMLText] = [:]

  init(_ folder: TemplateFolder) throws {
    for name in folder.figureNames.sorted() {
      let file = try folder.file("figures/\(name)")
      byName[Self.key(name)] = HTMLText(markup: try Figure(file, name: Self.key(name)).markup)
    }
  }

  /// Those that `Assessment.specimen` names.
  static let specimen = Dictionary(
    uniqueKeysWithValues: ["specimen", "first", "second"].map { ($0, HTMLText(markup: "")) })

  /// The name a pack calls a drawing by, with or without its ending.
  static func key(_ name: String) -> String { name.hasSuffix(".svg") ? String(name.dropLast(4)) : name }
}

extension TemplateFolder {
  /// File names of the drawings, as a pack names them: `hip-hinge.svg`.
  package var figureNames: Set<String> { Set(names(in: "figures").filter { $0.hasSuffix(".svg") }) }
}

/// A drawing made of shapes and text alone, that says in words what it shows.
struct Figure {
  /// The `svg` element.
  let markup: String
  let root: MarkupElement
  private let file: TemplateFile

  init(_ file: TemplateFile, name: String) throws {
    self.file = file
    do {
      root = try MarkupDocument(Array(file.text.utf8)).root
    } catch {
      throw UnusableInput(
        error.problems.map {
          Problem(
            code: .templateFigure, place: .init(file: file.path, line: $0.line, column: $0.column),
            summary: $0.message, help: "save it as plain SVG")
        })
    }
    guard root.name == "svg", let start = file.text.firstRange(of: "<svg"),
      let end = file.text.ranges(of: "</svg>").last
    else { throw Self.refused(file, root, "a drawing that is no svg element", help: "save it as plain SVG") }
    markup = Self.packed(String(file.text[start.lowerBound..<end.upperBound]))
    guard root["role"] == "img", !(root["aria-label"] ?? "").isEmpty else {
      throw Self.refused(
        file, root, "a drawing without words", help: "add role=\"img\" and an aria-label that says what it shows")
    }
    try check(root, idsBeginWith: "\(name)-")
  }

  private func check(_ element: MarkupElement, idsBeginWith prefix: String) throws {
    guard Self.shapes.contains(element.name) else {
      throw Self.refused(file, element, "a drawing with '\(element.name)'", help: "draw with shapes and text alone")
    }
    for attribute in element.attributes {
      let name = attribute.name.lowercased()
      if name == "style" || name.hasPrefix("on") || name == "href" && !attribute.value.hasPrefix("#") {
        throw Self.refused(
          file, element, "a drawing with the attribute '\(attribute.name)'",
          help: "use presentation attributes such as fill and stroke; refer to nothing outside")
      }
      if name == "id", !attribute.value.hasPrefix(prefix) {
        throw Self.refused(
          file, element, "the id '\(attribute.value)', which another drawing may have",
          help: "begin it with '\(prefix)'")
      }
    }
    for child in element.elements { try check(child, idsBeginWith: prefix) }
  }

  /// Without what HTML does not need: the namespace, and lines and spaces between elements. Text keeps its own.
  private static func packed(_ svg: String) -> String {
    var packed: [UInt8] = []
    var blanks = 0
    for byte in svg.replacing(" xmlns=\"http://www.w3.org/2000/svg\"", with: "").utf8 {
      let isBlank = byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
      if byte == UInt8(ascii: "<"), packed.dropLast(blanks).last == UInt8(ascii: ">") { packed.removeLast(blanks) }
      blanks = isBlank ? blanks + 1 : 0
      packed.append(byte)
    }
    return String(decoding: packed, as: UTF8.self)
  }

  private static let shapes: Set = [
    "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan", "title", "desc",
    "defs", "use", "symbol", "marker", "pattern", "clipPath", "linearGradient", "radialGradient", "stop",
  ]

  private static func refused(
    _ file: TemplateFile, _ element: MarkupElement, _ summary: String, help: String
  ) -> UnusableInput {
    UnusableInput([problem(file, element, summary, help: help)])
  }

  private static func problem(
    _ file: TemplateFile, _ element: MarkupElement, _ summary: String, help: String
  ) -> Problem {
    Problem(code: .templateFigure, place: .init(file: file.path, line: element.line), summary: summary, help: help)
  }

  /// Something that is wrong with an element of the drawing.
  func problem(_ element: MarkupElement, _ summary: String, help: String) -> Problem {
    Self.problem(file, element, summary, help: help)
  }
}
