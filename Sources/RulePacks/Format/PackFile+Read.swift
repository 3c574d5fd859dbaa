import Ergonomics
import Markup

extension PackFile {
  /// Parses a file and holds it against the format.
  ///
  /// - Throws: `Refusal` with the codes `not-well-formed`, `doctype`, `too-deep`, `too-large`, `schema`.
  init(_ file: PackFolder.File, in folder: PackFolder, schema: Schema) throws(Refusal) {
    path = folder.displayPath(of: file)
    name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    do throws(MarkupRefused) {
      document = try MarkupDocument(file.bytes, schema: schema)
    } catch {
      let (path, start) = (path, file.bytes.prefix(Self.mostLookedThrough))
      let lines = Self.lines(of: file.bytes)
      let rest = Rest(of: file.bytes, path: path, name: name, without: error.problems, schema: schema)
      let text = rest?.left ?? String(decoding: start, as: UTF8.self)
      throw Refusal(
        path: path, problems: error.problems.map { .markup($0, in: path, lines: lines) },
        names: text.names, defined: Self.ids(in: text), rest: rest?.file)
    }
  }

  /// Of a file that cannot be read: no text in it may be longer.
  private static let mostLookedThrough = MarkupLimits.document.textLength

  /// As many of them as are looked through.
  static func lines(of bytes: [UInt8]) -> [String] {
    bytes.prefix(mostLookedThrough).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// A file that cannot be read as part of a pack.
  struct Refusal: Error {
    let path: String
    let problems: [Problem]
    /// Whatever it might read.
    let names: Set<String>
    /// The ids it seems to define; nothing is claimed of these.
    let defined: Set<String>
    /// What of it can be read nevertheless; what is broken, and is named here, is not in it.
    let rest: PackFile?
  }

  /// The ids of elements other than options and bands, in a text that may be no XML.
  private static func ids(in text: String) -> Set<String> {
    let tags = text.utf8.split(separator: UInt8(ascii: "<")).filter {
      !$0.starts(with: "option".utf8) && !$0.starts(with: "band".utf8)
    }
    return Set(
      tags.flatMap { tag in
        tag.split(separator: UInt8(ascii: " ")).filter { $0.starts(with: "id=".utf8) }.compactMap { part in
          part.dropFirst(4).split { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }.first.map {
            String(decoding: $0, as: UTF8.self)
          }
        }
      })
  }
}
