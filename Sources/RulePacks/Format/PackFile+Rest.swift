import Ergonomics
import Markup

extension PackFile {
  /// What can be read of a file that breaks the format: all definitions but those in which it is broken. So a mistake in one
  /// question hides none in conditions that read the others.
  struct Rest {
    let file: PackFile
    /// What was left out.
    let left: String

    /// `nil` for what is no XML, and where more than single definitions is wrong.
    init?(of bytes: [UInt8], path: String, name: String, without problems: [MarkupProblem], schema: Schema) {
      let lines = Set(problems.compactMap(\.line))
      guard lines.count <= Self.mostLines, problems.allSatisfy({ $0.kind == .invalid }),
        let document = try? MarkupDocument(bytes)
      else { return nil }
      var (text, left) = (bytes, "")
      for stretch in Self.broken(document.root, lines, in: bytes) {
        left += String(decoding: bytes[stretch], as: UTF8.self)
        for place in stretch where bytes[place] != 0x0A && bytes[place] != 0x0D { text[place] = 0x20 }
      }
      guard text != bytes, let rest = try? MarkupDocument(text, schema: schema) else { return nil }
      (file, self.left) = (PackFile(path: path, name: name, document: rest), left)
    }

    private static let mostLines = 100

    /// The stretches of bytes of the definitions in which these lines are.
    private static func broken(_ root: MarkupElement, _ lines: Set<Int>, in bytes: [UInt8]) -> [Range<Int>] {
      let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 0x0A }
      let paths = NameKind.allCases.flatMap(\.definitions).filter { $0.first == root.name && $0.count > 1 }
      return paths.filter { $0.last != "section" }.flatMap { path -> [Range<Int>] in
        let elements = path.dropFirst().reduce([root]) { found, name in found.flatMap { $0.elements(name) } }
        let begins = Set(lines.compactMap { line in elements.map(\.line).filter { $0 <= line }.max() })
        return begins.sorted().filter { starts.indices.contains($0 - 1) }.compactMap { begin in
          let count = elements.count { $0.line == begin }
          let stretch = Self.stretch(path.last!, count: count, from: starts[begin - 1], in: bytes)
          return stretch.flatMap { stretch in
            let end = starts.count { $0 < stretch.upperBound }
            return lines.contains { (begin...end).contains($0) } ? stretch : nil
          }
        }
      }
    }

    /// So many elements of a name, one after the other, that begin on a line.
    private static func stretch(_ name: String, count: Int, from start: Int, in bytes: [UInt8]) -> Range<Int>? {
      guard let first = place(of: "<\(name)", in: bytes, from: start) else { return nil }
      var end = first
      for _ in 0..<count {
        guard let next = place(of: "</\(name)>", in: bytes, from: end) else { return nil }
        end = next + name.utf8.count + 3
      }
      return first..<end
    }

    private static func place(of text: String, in bytes: [UInt8], from start: Int) -> Int? {
      let wanted = Array(text.utf8)
      return (start..<max(start, bytes.count - wanted.count + 1)).first {
        bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
      }
    }
  }
}
