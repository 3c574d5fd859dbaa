import Ergonomics
import Markup

/// The drawing of a person on which scores are shown, `figures/body.svg`.
///
/// For each region it has a group `body-REGION` of shapes and a line to the label, and in the group a rectangle
/// `body-REGION-label`, never drawn, that the label has to fit in. All else is the person, drawn always.
/// Problem code: `template-figure`.
struct BodyDrawing: Sendable, Codable {
  /// What it shows without any score, in words.
  let says: String
  let viewBox: String
  /// In units of the drawing.
  let fontSize: Int
  let person: HTMLText
  let places: [Score.Region: Place]

  /// Where a region and its label are; in units of the drawing.
  struct Place: Sendable, Codable {
    let shapes: HTMLText
    let x: Int, y: Int, width: Int, height: Int
  }

  /// - Throws: `UnusableInput` with everything that is missing.
  init(_ folder: TemplateFolder) throws {
    let figure = try Figure(folder.file("figures/body.svg"), name: "body")
    let root = figure.root
    var problems: [Problem] = []
    var places: [Score.Region: Place] = [:]
    for region in Score.Region.allCases {
      let id = Self.id(region)
      guard let group = root.elements.first(where: { $0["id"] == id }) else {
        problems.append(
          figure.problem(
            root, "a drawing without a place for '\(region.rawValue)'",
            help: "add a group with the id '\(id)', and in it the rectangle '\(id)-label' for its label"))
        continue
      }
      places[region] = Place(group, label: "\(id)-label")
      if places[region] == nil {
        problems.append(
          figure.problem(
            group, "a region without a place for its label",
            help: "add a rectangle with the id '\(id)-label' and x, y, width and height in whole numbers"))
      }
    }
    guard let fontSize = root["font-size"].flatMap({ Int($0) }), fontSize > 0, let viewBox = root["viewBox"] else {
      let problem = figure.problem(
        root, "a drawing without a size for its labels", help: "add viewBox, and font-size in a whole number")
      throw UnusableInput(problems + [problem])
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    let regions = Set(Score.Region.allCases.map(Self.id))
    (says, self.viewBox, self.fontSize, self.places) = (root["aria-label"] ?? "", viewBox, fontSize, places)
    person = HTMLText(
      markup: root.elements.filter { !regions.contains($0["id"] ?? "") }.map(\.markup).joined())
  }

  private static func id(_ region: Score.Region) -> String { "body-\(region.rawValue)" }
}

extension BodyDrawing.Place {
  /// `nil` without a rectangle for the label.
  fileprivate init?(_ group: MarkupElement, label id: String) {
    guard let label = group.elements.first(where: { $0["id"] == id }) else { return nil }
    let numbers = ["x", "y", "width", "height"].compactMap { label[$0].flatMap { Int($0) } }
    guard numbers.count == 4 else { return nil }
    (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
    shapes = HTMLText(markup: group.elements.filter { $0 != label }.map(\.markup).joined())
  }
}

extension MarkupElement {
  /// As HTML has it inside an `svg` element, without white space between elements.
  fileprivate var markup: String {
    let start = attributes.map { " \($0.name)=\"\(escapedForHTML($0.value))\"" }.joined()
    let inside = children.map { child in
      switch child {
      case .element(let element): element.markup
      case .text(let text): text.allSatisfy(\.isWhitespace) ? "" : escapedForHTML(text)
      }
    }.joined()
    return inside.isEmpty ? "<\(name)\(start)/>" : "<\(name)\(start)>\(inside)</\(name)>"
  }
}
