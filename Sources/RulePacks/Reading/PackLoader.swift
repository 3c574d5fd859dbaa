import Ergonomics
import Markup

/// A pack that was refused, with all that is wrong with it, sorted by place; people last, as they test the rest.
package struct PackRefused: Error, Sendable, CustomStringConvertible {
  /// At least one.
  package let problems: [Problem]
  /// Files that could not be read at all: what depends on them was not checked.
  package let unread: [String]

  package init(problems: [Problem], unread: [String] = []) { self.init(problems, tests: [], unread: unread) }

  /// - Parameter tests: The files that test what others say.
  init(_ problems: [Problem], tests: Set<String>, unread: [String]) {
    (self.problems, self.unread) = (problems.byCause(tests: tests), unread)
  }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// How far a pack is checked.
package enum CheckDepth: Sendable {
  /// Everything but what comes of working rules out: for packs that are being changed, whose examples lag behind.
  case parts
  /// Everything but what follows from all possible answers together: for packs that were checked whole before.
  case examples
  /// Also whether each rule can become true and false at all, and has an example for each outcome it can have. Exact
  /// for rules with up to `AnswerSpace.limit` combinations of answers that they tell apart; of others nothing is claimed.
  case allAnswers
}

/// Reads packs and checks them.
///
///     let loader = try PackLoader(schema: .ofPacks(bytesOfPackXSD))
///     let pack = try loader.load(PackFolder(reading: "Rules/lower-back-hips"))
package struct PackLoader: Sendable {
  private let schema: Schema
  private let figures: Set<String>?

  /// - Parameter figures: File names of the drawings there are; `nil` when that is not known, and no name is doubted.
  package init(schema: Schema, figures: Set<String>? = nil) { (self.schema, self.figures) = (schema, figures) }

  /// The pack, checked.
  ///
  /// - Throws: `PackRefused` with everything that is wrong.
  package func load(_ folder: PackFolder, checking depth: CheckDepth = .allAnswers) throws(PackRefused) -> Pack {
    try read(folder, checking: depth).pack
  }

  /// The pack, checked, with where its parts stand.
  ///
  /// - Throws: `PackRefused` with everything that is wrong.
  package func loadPlaced(
    _ folder: PackFolder, checking depth: CheckDepth = .allAnswers
  ) throws(PackRefused) -> PlacedPack {
    let (pack, draft) = try read(folder, checking: depth)
    return PlacedPack(
      pack: pack, places: PackPlaces(draft, folder: folder.path), quantities: draft.namedQuantities)
  }

  /// Whether the files of one say what those of the other say, as far as they can be read: wherever it stands there.
  func areTheSame(_ a: PackFolder, _ b: PackFolder) -> Bool {
    func pack(_ folder: PackFolder) -> Pack? { try? read(folder, checking: .parts).draft.pack(hash: "") }
    return pack(a) == pack(b)
  }

  private func read(
    _ folder: PackFolder, checking depth: CheckDepth
  ) throws(PackRefused) -> (pack: Pack, draft: PackDraft) {
    var (files, refused) = ([PackFile](), [PackFile.Refusal]())
    for file in folder.files {
      do throws(PackFile.Refusal) {
        files.append(try PackFile(file, in: folder, schema: schema))
      } catch {
        refused.append(error)
        if let rest = error.rest { files.append(rest) }
      }
    }
    let tooMany = Self.tooMany(files)
    if !tooMany.isEmpty { throw PackRefused(problems: tooMany) }
    var reader = PackReader(files, doubtful: refused.reduce(into: []) { $0.formUnion($1.defined) }, figures: figures)
    reader.draft.namesInDoubt = refused.reduce(into: []) { $0.formUnion($1.names) }
    reader.draft.isIncomplete = refused.contains { $0.rest == nil }
    reader.read()
    let problems =
      refused.flatMap(\.problems) + reader.problems
      + PackChecks.problems(in: reader.draft, doubtful: reader.names.doubtful, depth: depth)
      + missingHead(reader.draft, folder, isDoubtful: !refused.isEmpty)
    guard problems.isEmpty, let pack = reader.draft.pack(hash: folder.hash) else {
      throw PackRefused(
        problems, tests: Set(files.filter { $0.root.name == "people" }.map(\.path)),
        unread: refused.filter { $0.rest == nil }.map(\.path))
    }
    return (pack, reader.draft)
  }

  /// Checks compare every rule with every other: what is far beyond any pack is refused at once.
  private static func tooMany(_ files: [PackFile]) -> [Problem] {
    NameKind.allCases.compactMap { kind in
      let counts = files.map { (file: $0, count: kind.elements(in: $0).count) }
      let count = counts.reduce(0) { $0 + $1.count }
      guard count > kind.most, let file = counts.first(where: { $0.count > 0 })?.file else { return nil }
      return .tooMany(kind, count, at: file.spot(of: file.root))
    }
  }

  private func missingHead(_ draft: PackDraft, _ folder: PackFolder, isDoubtful: Bool) -> [Problem] {
    draft.head == nil && !isDoubtful ? [.missingPackFile(folder: folder.path)] : []
  }
}

extension Schema {
  /// Of the files of packs, `pack.xsd`.
  package static func ofPacks(_ bytes: [UInt8]) throws(MarkupRefused) -> Schema {
    try Schema(bytes) { name, names in names.nearest(to: name) }
  }
}
