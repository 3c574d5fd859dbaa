/// Writes a document in the one layout there is.
struct LayoutWriter {
  private(set) var text = ""
  /// Where the line that is being written ends, in characters.
  private var column = 0

  mutating func document(_ nodes: [MarkupNode], _ layouts: [String: ElementLayout]) {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    for node in nodes {
      newLine(0)
      write(node, layouts, at: 0)
    }
    append("\n")
  }

  private mutating func append(_ piece: String) {
    text += piece
    let lines = piece.writtenLines
    column = (lines.count == 1 ? column : 0) + lines[lines.count - 1].count
  }

  private mutating func newLine(_ indent: Int) { append("\n" + String(repeating: " ", count: indent)) }

  private mutating func write(_ node: MarkupNode, _ layouts: [String: ElementLayout], at indent: Int) {
    switch node {
    case .element(let element): write(element, layouts[element.localName] ?? ElementLayout(), at: indent)
    case .comment(let comment): append(CommentLayout(comment).text(at: indent))
    case .instruction(let target, let data): append(Self.instruction(target, data))
    case .text: break
    }
  }

  private mutating func write(_ element: MarkupNode.Element, _ layout: ElementLayout, at indent: Int) {
    startTag(of: element, layout, at: indent)
    let end = "</\(element.name)>"
    let texts = element.children.compactMap { if case .text(let text) = $0 { text } else { nil } }
    if element.children.allSatisfy(\.isBlank) { return append("/>") }
    append(">")
    if texts.allSatisfy(\.isBlank) {
      block(element.children, layout.children, at: indent + 2)
      newLine(indent)
      append(end)
    } else if layout.text == .lines, texts.count == element.children.count {
      lines(WrittenLines(texts.joined()), end: end, at: indent)
    } else {
      fill(Self.units(of: element.children, end: end), at: indent + 2)
    }
  }

  /// Without its `>`. What is too long is broken before an attribute that then fits.
  private mutating func startTag(of element: MarkupNode.Element, _ layout: ElementLayout, at indent: Int) {
    let attributes = Self.sorted(element, layout)
    append("<\(element.name)")
    let closing = element.children.allSatisfy(\.isBlank) ? 2 : 1
    for (place, attribute) in attributes.enumerated() {
      let count = attribute.count + (place == attributes.count - 1 ? closing : 0)
      if column + 1 + count > MarkupLayout.width, indent + 4 + count <= MarkupLayout.width, place > 0 {
        newLine(indent + 4)
      } else {
        append(" ")
      }
      append(attribute)
    }
  }

  /// Children on lines of their own; an empty line stays, and a short comment stays behind what it stands behind.
  private mutating func block(_ children: [MarkupNode], _ layouts: [String: ElementLayout], at indent: Int) {
    var (breaks, isFirst) = (0, true)
    for child in children {
      switch child {
      case .text(let blanks): breaks += blanks.unicodeScalars.count { $0 == "\n" }
      case .comment(let text) where !isFirst && breaks == 0 && !text.contains("\n"):
        append(" " + CommentLayout(text).text(at: 0))
      default:
        if !isFirst, breaks > 1 { append("\n") }
        newLine(indent)
        write(child, layouts, at: indent)
        (breaks, isFirst) = (0, false)
      }
    }
  }

  /// Words with what belongs to them, in as few lines as hold them.
  private mutating func fill(_ units: [String], at indent: Int) {
    for (place, unit) in units.enumerated() {
      if place > 0 {
        if column + 1 + unit.count > MarkupLayout.width { newLine(indent) } else { append(" ") }
      }
      append(unit)
    }
  }

  private mutating func lines(_ written: WrittenLines, end: String, at indent: Int) {
    for (place, line) in written.lines.enumerated() {
      if place > 0 || written.isBelow { newLine(line.isEmpty ? 0 : indent + 2) }
      let isLast = place == written.lines.count - 1
      let whole = Self.escaped(line) + (isLast && !written.isBelow ? end : "")
      if column + whole.count <= MarkupLayout.width {
        append(whole)
      } else {
        let blanks = String(line.prefix { $0 == " " })
        append(blanks)
        fill(whole.blankSeparated, at: indent + 4 - (written.isBelow ? 0 : 2) + blanks.count)
      }
    }
    if written.isBelow {
      newLine(indent)
      append(end)
    }
  }
}

extension LayoutWriter {
  private static func sorted(_ element: MarkupNode.Element, _ layout: ElementLayout) -> [String] {
    func place(_ attribute: MarkupNode.Attribute) -> Int {
      layout.attributes.firstIndex(of: attribute.name) ?? layout.attributes.count
    }
    let attributes = element.attributes.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }
    return (element.namespaces + attributes.map(\.element)).map { attribute in
      let isCondition = layout.conditions.contains(attribute.name)
      let value = isCondition ? attribute.value.blankSeparated.joined(separator: " ") : attribute.value
      return "\(attribute.name)=\"\(escaped(value, isInAttribute: true))\""
    }
  }

  /// What is not to be broken: words with the comments and elements that touch them. The last holds the end tag.
  private static func units(of children: [MarkupNode], end: String) -> [String] {
    var (units, isApart) = ([String](), true)
    func add(_ piece: String) {
      if isApart || units.isEmpty { units.append(piece) } else { units[units.count - 1] += piece }
      isApart = false
    }
    for child in children {
      switch child {
      case .text(let text):
        for (place, word) in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: String.isBlank)
          .enumerated()
        {
          if place > 0 { isApart = true }
          if !word.isEmpty { add(escaped(String(word))) }
        }
      case .comment(let text): add(CommentLayout(text.blankSeparated.joined(separator: " ")).text(at: 0))
      case .instruction(let target, let data): add(instruction(target, data))
      case .element(let element): add(inline(element))
      }
    }
    isApart = false
    add(end)
    return units
  }

  /// An element amid words.
  private static func inline(_ element: MarkupNode.Element) -> String {
    let start = ([element.name] + sorted(element, ElementLayout())).joined(separator: " ")
    if element.children.isEmpty { return "<\(start)/>" }
    let leading = element.children.first.map(\.beginsBlank) == true ? " " : ""
    let trailing = element.children.last.map(\.endsBlank) == true ? " " : ""
    return "<\(start)>\(leading)"
      + units(of: element.children, end: "").joined(separator: " ") + "\(trailing)</\(element.name)>"
  }

  private static func instruction(_ target: String, _ data: String) -> String {
    data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>"
  }

  /// Nobody sees blanks that must not be broken, or characters without a width: they are written as numbers.
  private static func escaped(_ text: String, isInAttribute: Bool = false) -> String {
    let escaped = MarkupWriter.escaped(text, isInAttribute: isInAttribute)
    guard escaped.utf8.contains(where: { $0 >= 0x80 }) else { return escaped }
    return escaped.unicodeScalars.map { scalar in
      let isUnseen =
        !scalar.isASCII && (scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint)
      return isUnseen ? "&#\(scalar.value);" : String(scalar)
    }.joined()
  }
}

extension MarkupNode {
  fileprivate var isBlank: Bool { if case .text(let text) = self { text.isBlank } else { false } }
  fileprivate var beginsBlank: Bool { blank { $0.first } }
  fileprivate var endsBlank: Bool { blank { $0.last } }

  private func blank(_ end: (String.UnicodeScalarView) -> Unicode.Scalar?) -> Bool {
    if case .text(let text) = self { end(text.unicodeScalars).map(String.isBlank) == true } else { false }
  }
}
