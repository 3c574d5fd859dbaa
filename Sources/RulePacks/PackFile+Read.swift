import Ergonomics
import LibXML

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
      let most = MarkupLimits.document.documentLength ?? .max
      let (path, text) = (path, String(decoding: file.bytes.prefix(most), as: UTF8.self))
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      throw Refusal(
        problems: error.problems.map { .markup($0, in: path, lines: lines) },
        names: text.names, defined: Self.ids(in: text))
    }
  }

  /// A file that cannot be read as part of a pack.
  struct Refusal: Error {
    let problems: [Problem]
    /// Whatever it might read.
    let names: Set<String>
    /// The ids it seems to define; nothing is claimed of these.
    let defined: Set<String>
  }

  /// The ids of elements other than options and bands, in a text that may be no XML.
  private static func ids(in text: String) -> Set<String> {
    let tags = text.split(separator: "<").filter { !$0.hasPrefix("option") && !$0.hasPrefix("band") }
    return Set(
      tags.flatMap { tag in
        tag.split(separator: " id=").dropFirst().compactMap { value in
          value.dropFirst().split(whereSeparator: { "\"'".contains($0) }).first.map(String.init)
        }
      })
  }
}
