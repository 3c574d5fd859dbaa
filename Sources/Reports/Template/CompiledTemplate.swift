/// A template with its partials in their places, ready to be filled in, as the [mustache](https://mustache.github.io)
/// specification has it: a tag of a section, a partial or a comment that stands alone on its line takes the line with it, and
/// what is in front of such a partial is put in front of each of its lines.
///
/// Values stand as they are: what is text was escaped when it became a value.
struct CompiledTemplate: Sendable, Codable {
  private enum Part: Sendable, Codable {
    case text(String)
    case value([String])
    case section([String], [Part])
    case inverted([String], [Part])

    static func text(_ file: TaggedTemplate, _ bytes: Range<Int>) -> Part {
      .text(String(decoding: file.bytes[bytes], as: UTF8.self))
    }
  }

  private let parts: [Part]

  /// - Precondition: `TemplateCheck` has found nothing.
  init(_ root: String, of files: [String: TaggedTemplate]) {
    parts = Builder(files: files).parts(of: root)
  }

  /// UTF-8.
  func render(_ fields: Fields) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(1 << 16)
    var stack: [ViewShape] = [.fields(fields)]
    Self.write(parts, &stack, to: &page)
    return page
  }

  private static func write(_ parts: [Part], _ stack: inout [ViewShape], to page: inout [UInt8]) {
    for part in parts {
      switch part {
      case .text(let text): page += text.utf8
      case .value(let path):
        if case .text(let text) = value(path, in: stack) { page += text.html.utf8 }
      case .inverted(let path, let inner):
        switch value(path, in: stack) {
        case nil, .flag(false): write(inner, &stack, to: &page)
        case .list(let items) where items.isEmpty: write(inner, &stack, to: &page)
        default: break
        }
      case .section(let path, let inner):
        switch value(path, in: stack) {
        case nil, .flag(false): break
        case .flag(true): write(inner, &stack, to: &page)
        case .list(let items): for item in items { write(inner, about: item.shape, &stack, to: &page) }
        case let value?: write(inner, about: value, &stack, to: &page)
        }
      }
    }
  }

  private static func write(
    _ parts: [Part], about value: ViewShape, _ stack: inout [ViewShape], to page: inout [UInt8]
  ) {
    stack.append(value)
    write(parts, &stack, to: &page)
    stack.removeLast()
  }

  /// The first name is looked for from the innermost value out, the others in what was found.
  private static func value(_ path: [String], in stack: [ViewShape]) -> ViewShape? {
    guard let first = path.first else { return stack.last }
    for place in stack.indices.reversed() {
      guard case .fields(let fields) = stack[place], var value = fields[first]?.shape else { continue }
      for name in path.dropFirst() {
        guard case .fields(let inner) = value, let next = inner[name]?.shape else { return nil }
        value = next
      }
      return value
    }
    return nil
  }
}

extension CompiledTemplate {
  private struct Builder {
    let files: [String: TaggedTemplate]

    func parts(of name: String, indentation: [UInt8] = []) -> [Part] {
      guard let file = files[name] else { preconditionFailure("no template '\(name)', although all were looked for") }
      var reading = Reading(file: indentation.isEmpty ? file : file.indented(by: indentation))
      return parts(&reading)
    }

    /// How far a template was read.
    private struct Reading {
      let file: TaggedTemplate
      var nextTag = 0
      var byte = 0
    }

    /// Up to the end of the section that was begun before, or of the file.
    private func parts(_ reading: inout Reading) -> [Part] {
      let file = reading.file
      var parts: [Part] = []
      while reading.nextTag < file.tags.count {
        let tag = file.tags[reading.nextTag]
        let line = file.line(ofLone: tag)
        let taken = line ?? tag.bytes
        if reading.byte < taken.lowerBound { parts.append(.text(file, reading.byte..<taken.lowerBound)) }
        (reading.nextTag, reading.byte) = (reading.nextTag + 1, taken.upperBound)
        switch tag.kind {
        case .comment: break
        case .variable: parts.append(.value(tag.path))
        case .section: parts.append(.section(tag.path, self.parts(&reading)))
        case .inverted: parts.append(.inverted(tag.path, self.parts(&reading)))
        case .partial:
          let indentation = line.map { file.bytes[$0.lowerBound..<tag.bytes.lowerBound] } ?? []
          parts += self.parts(of: tag.name, indentation: Array(indentation))
        case .end: return parts
        }
      }
      if reading.byte < file.bytes.count { parts.append(.text(file, reading.byte..<file.bytes.count)) }
      return parts
    }
  }
}
