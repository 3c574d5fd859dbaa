import Ergonomics
import Foundation
import Markup
import Synchronization

/// The format that the packs of a folder are written in, `pack.xsd`: parsed when the first of them is.
final class PackFormat: Sendable {
  /// Another one whenever the format demands more.
  private static let version = "1.1"

  let bytes: [UInt8]
  private let file: String
  private let figures: Set<String>?
  private let parsed = Mutex<(loader: PackLoader, layout: PackLayout)?>(nil)

  /// - Parameter figures: File names of the drawings there are, to check the names in packs against; `nil`: no check.
  /// - Throws: `PackRefused` with the code `no-pack-format` if the folder has no `pack.xsd`.
  init(ofPacksIn folder: String, figures: Set<String>?) throws(PackRefused) {
    (file, self.figures) = ("\(folder)/pack.xsd", figures)
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw PackRefused(problems: [.noPackFormat(file, nil)])
    }
    self.bytes = Array(bytes)
  }

  /// - Throws: `PackRefused` with the code `no-pack-format` if it cannot be used.
  func read() throws(PackRefused) -> (loader: PackLoader, layout: PackLayout) {
    if let parsed = parsed.withLock({ $0 }) { return parsed }
    let new: (version: String, loader: PackLoader, layout: PackLayout)
    do throws(MarkupRefused) {
      let root = try MarkupDocument(bytes).root
      new = (
        root.token("version") ?? "none", PackLoader(schema: try .ofPacks(bytes), figures: figures), PackLayout(root)
      )
    } catch {
      throw PackRefused(problems: [.noPackFormat(file, error.problems.first)])
    }
    // What it makes certain is not looked for again.
    guard new.version == Self.version else {
      throw PackRefused(problems: [.otherPackFormat(file, new.version, wanted: Self.version)])
    }
    parsed.withLock { $0 = (new.loader, new.layout) }
    return (new.loader, new.layout)
  }
}

extension Problem {
  fileprivate static func noPackFormat(_ file: String, _ problem: MarkupProblem?) -> Problem {
    Problem(
      .noPackFormat, SourceLocation(place: Place(file: file, line: problem?.line)),
      problem.map { "the format of packs cannot be read: \($0.message)" } ?? "the format of packs is missing",
      help: "restore pack.xsd, or name another folder with --rules")
  }

  fileprivate static func otherPackFormat(_ file: String, _ version: String, wanted: String) -> Problem {
    Problem(
      .noPackFormat, SourceLocation(place: Place(file: file)),
      "the format of packs is of version \(version), and this program reads \(wanted)",
      help: "restore the pack.xsd that came with it, or name another folder with --rules")
  }
}
