import Markup

/// A pack to begin with: a small one that works, in which ids and title are those of its author.
package struct NewPack: Sendable {
  /// What stands in the template for the id, the title, and the start of ids that are columns of survey files.
  private static let written = (id: "new-pack", title: "New pack", prefix: "np_")

  package let id: String
  package let title: String
  /// What ids that are columns of survey files begin with: packs that are used together share their columns.
  package let prefix: String

  /// - Parameters:
  ///   - title: `nil`: the id in words.
  ///   - prefix: Without the `_` behind it; `nil`: the id.
  package init(id: String, title: String? = nil, prefix: String? = nil) {
    self.id = id
    let words = id.replacing("-", with: " ")
    self.title = title ?? words.prefix(1).uppercased() + words.dropFirst()
    self.prefix = prefix ?? id.replacing("-", with: "_")
  }

  /// The id of a pack, as `pack.xsd` has it.
  package static func isID(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil }

  /// The start of an id that stands in data, as `pack.xsd` has it.
  package static func isPrefix(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil }

  /// The files of the template, made into those of the pack.
  package func files(from template: PackFolder) -> [(path: String, bytes: [UInt8])] {
    let written = Self.written
    return template.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing(written.prefix, with: prefix + "_").replacing(written.id, with: id)
        .replacing(written.title, with: MarkupWriter.escaped(title, isInAttribute: false))
      return (file.path, Array(text.utf8))
    }
  }
}
