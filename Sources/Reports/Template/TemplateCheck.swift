import Ergonomics

/// Walks every tag of a template and its partials with a stack of values, as rendering would, and reports what the values
/// do not have: mustache itself leaves a silent empty space.
///
/// `values` hold one of everything, so that the inside of each section is looked at.
struct TemplateCheck {
  private let files: [String: TaggedTemplate]
  private(set) var problems: Set<Problem> = []

  /// - Parameter files: Templates by name, without the ending `.mustache`.
  init(_ files: [String: TaggedTemplate]) { self.files = files }

  mutating func check(_ name: String, against values: Fields) {
    walk(name, [values], inside: [name])
  }

  private mutating func walk(_ name: String, _ stack: [any ViewValue], inside names: [String]) {
    var (next, tags) = (0, files[name]?.tags ?? [])
    walk(tags: &tags, from: &next, of: name, stack, inside: names, until: nil)
  }

  /// Reads tags until the end of the section `section`, or of the file.
  private mutating func walk(
    tags: inout [TemplateTag], from next: inout Int, of name: String, _ stack: [any ViewValue], inside names: [String],
    until section: TemplateTag?
  ) {
    while next < tags.count {
      let tag = tags[next]
      next += 1
      switch tag.kind {
      case .comment: continue
      case .end:
        if tag.name == section?.name { return }
        report(
          "{{/\(tag.name)}} ends no section", tag, in: name,
          help: section.map { "end '\($0.name)' first" } ?? "take it out")
      case .variable: checkVariable(tag, in: name, stack)
      case .partial: walkPartial(tag, of: name, stack, inside: names)
      case .section, .inverted:
        let inner = innerStack(of: tag, in: name, stack)
        walk(tags: &tags, from: &next, of: name, inner, inside: names, until: tag)
      }
    }
    if let section {
      report("section '\(section.name)' has no end", section, in: name, help: "write {{/\(section.name)}}")
    }
  }

  private mutating func checkVariable(_ tag: TemplateTag, in name: String, _ stack: [any ViewValue]) {
    guard let value = value(tag, in: name, stack) else { return }
    guard case .text(let text) = value.shape else {
      return report(
        "'\(tag.name)' is no text", tag, in: name,
        help: "write {{#\(tag.name)}} … {{/\(tag.name)}} around what shows it")
    }
    if tag.isAddress, text.use != .link {
      report("'\(tag.name)' is no checked link", tag, in: name, help: "only a field made for links may be an address")
    }
  }

  private mutating func walkPartial(
    _ tag: TemplateTag, of name: String, _ stack: [any ViewValue], inside names: [String]
  ) {
    guard files[tag.name] != nil else {
      let near = files.keys.nearest(to: tag.name).map { "did you mean '\($0)'?" }
      return report("no template '\(tag.name)'", tag, in: name, help: near)
    }
    guard !names.contains(tag.name) else {
      return report("template '\(tag.name)' contains itself", tag, in: name, help: "take one of the tags out")
    }
    walk(tag.name, stack, inside: names + [tag.name])
  }

  private mutating func innerStack(
    of tag: TemplateTag, in name: String, _ stack: [any ViewValue]
  ) -> [any ViewValue] {
    guard let value = value(tag, in: name, stack) else { return stack + [Fields()] }
    switch value.shape {
    case .flag: return stack
    case .text where tag.name != ".":
      report("'\(tag.name)' is text and always there", tag, in: name, help: "write {{\(tag.name)}}")
      return stack + [value]
    case _ where tag.kind == .inverted: return stack
    case .list(let list): return stack + [Self.fullest(list)]
    case .text, .fields: return stack + [value]
    }
  }

  /// An item that shows all that any item of a list shows.
  static func fullest(_ list: [any ViewValue]) -> any ViewValue {
    guard let items = list as? [Fields] else { return list.first ?? Fields() }
    return items.reduce(into: Fields()) { fullest, item in
      for name in item.names {
        switch (fullest[name], item[name]) {
        case (nil, let other): fullest[name] = other
        case (let one as [any ViewValue], let other as [any ViewValue]): fullest[name] = one + other
        default: break
        }
      }
    }
  }

  /// As mustache looks a name up: from the innermost value out, then down the parts behind dots.
  private mutating func value(_ tag: TemplateTag, in name: String, _ stack: [any ViewValue]) -> (any ViewValue)? {
    if tag.path.isEmpty { return stack.last }
    let parts = tag.path
    var value = stack.last { $0.fields?[parts[0]] != nil }
    for part in parts { value = value?.fields?[part] }
    if value == nil {
      let known = Set(stack.compactMap(\.fields).flatMap(\.names))
      let near = known.nearest(to: tag.name).map { "did you mean '\($0)'?" }
      report("no field '\(tag.name)' here", tag, in: name, help: near ?? "known here: \(listed(known))")
    }
    return value
  }

  private func listed(_ names: Set<String>) -> String { names.sorted().joined(separator: ", ") }

  private mutating func report(_ summary: String, _ tag: TemplateTag, in name: String, help: String?) {
    guard let file = files[name] else { return }
    problems.insert(file.file.problem(.templateField, summary, at: tag.position, help: help))
  }
}
