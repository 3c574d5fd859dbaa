/// What a document says, whatever its layout: white space is one blank, and none where elements stand side by side. Worked
/// out apart from what writes layouts, to hold that against.
indirect enum MarkupMeaning: Hashable {
  case element(String, attributes: [String: String], [MarkupMeaning])
  case text(String)
  case comment(String)
  case instruction(target: String, data: String)

  static func all(_ nodes: [MarkupNode], _ layouts: [String: ElementLayout]) -> [MarkupMeaning] {
    nodes.map { one($0, layouts) }
  }

  private static func one(_ node: MarkupNode, _ layouts: [String: ElementLayout]) -> MarkupMeaning {
    switch node {
    case .element(let element):
      let layout = layouts[element.localName]
      let attributes = (element.namespaces + element.attributes).map { attribute in
        let isCondition = layout?.conditions.contains(attribute.name) == true
        return (attribute.name, isCondition ? attribute.value.blankSeparated.joined(separator: " ") : attribute.value)
      }
      return .element(
        element.name, attributes: Dictionary(uniqueKeysWithValues: attributes),
        content(all(element.children, layout?.children ?? [:])))
    case .text(let text): return .text(spaced(text))
    case .comment(let text): return .comment(text.blankSeparated.joined(separator: " "))
    case .instruction(let target, let data): return .instruction(target: target, data: data)
    }
  }

  /// With one blank in place of several, at the ends too.
  private static func spaced(_ text: String) -> String {
    var words = text.blankSeparated.joined(separator: " ")
    if words.isEmpty { return text.isEmpty ? "" : " " }
    if text.unicodeScalars.first.map(String.isBlank) == true { words = " " + words }
    if text.unicodeScalars.last.map(String.isBlank) == true { words += " " }
    return words
  }

  /// Texts side by side are one; blanks at the ends tell nothing, nor do those between elements.
  private static func content(_ parts: [MarkupMeaning]) -> [MarkupMeaning] {
    var joined: [MarkupMeaning] = []
    for part in parts {
      if case .text(let text) = part, case .text(let before) = joined.last {
        joined[joined.count - 1] = .text(spaced(before + text))
      } else {
        joined.append(part)
      }
    }
    let hasText = joined.contains { if case .text(let text) = $0 { !text.isBlank } else { false } }
    let last = joined.count - 1
    return joined.enumerated().compactMap { place, part in
      guard case .text(var text) = part else { return part }
      if !hasText { return nil }
      if place == 0 { text = String(text.drop { $0 == " " }) }
      if place == last { while text.last == " " { text.removeLast() } }
      return text.isEmpty ? nil : .text(text)
    }
  }
}
