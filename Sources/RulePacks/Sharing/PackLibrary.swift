import Ergonomics
import Files
import Foundation
import Markup
import Sealing

/// The packs below one folder, such as `Rules`, and the format they are written in.
package struct PackLibrary: Sendable {
  /// As it was given.
  package let path: String
  private let format: PackFormat
  private let cache: ValueCache?
  private let knownKeys: [VerifyingKey]
  private let wantedKeys: [VerifyingKey]
  private let tell: @Sendable (String) -> Void

  /// - Parameters:
  ///   - figures: File names of the drawings there are, to check the names in packs against; `nil`: no check.
  ///   - knownKeys: Of those whose signatures of packs are trusted.
  ///   - wantedKeys: Also trusted; where there are any, each pack must be signed by one of them.
  ///   - cache: Where packs are kept as they were read, for those that are only used.
  ///   - tell: Says which of two packs is meant, where a name could stand for either.
  /// - Throws: `PackRefused` with the code `no-pack-format` if the folder has no `pack.xsd`.
  package init(
    path: String, figures: Set<String>? = nil, knownKeys: [VerifyingKey] = [],
    wantedKeys: [VerifyingKey] = [], cache: ValueCache? = nil, tell: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PackRefused) {
    (self.path, self.knownKeys, self.wantedKeys, self.tell) = (path, wantedKeys + knownKeys, wantedKeys, tell)
    self.cache = cache
    format = try PackFormat(ofPacksIn: path, figures: figures)
  }

  /// The folders that hold a pack, by the byte order of their names.
  package var folders: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(path)/\($0)" }.filter(Self.isPack)
  }

  /// The folder of a pack that is named by its id, or by its folder. A folder of one's own goes before a pack of the
  /// library that has the same name.
  ///
  /// - Throws: `PackRefused` with the code `unknown-pack`.
  package func folder(of name: String) throws(PackRefused) -> String {
    guard let own = folder(withID: name) else {
      if Self.isDirectory(name) { return name }
      throw PackRefused(problems: [Self.isFile(name) ? .fileOfPack(name) : .unknownPack(name, known: ids, in: path)])
    }
    if !Self.isDirectory(name) || Self.isSame(name, own) { return own }
    if Self.isPack(name) {
      tell("'\(name)' is the folder here that has this name; the pack of the library is \(own)")
      return name
    }
    tell("the folder '\(name)' here holds no pack.xml, so '\(name)' is the pack of the library: \(own)")
    return own
  }

  /// The folder of a pack of the library, whatever there is elsewhere; `nil` if there is none of this name.
  package func folder(withID id: Pack.ID) -> String? { ids.firstIndex(of: id).map { folders[$0] } }

  private var ids: [String] { folders.map { $0.split(separator: "/").last.map(String.init) ?? $0 } }

  /// A pack by its id or its folder, checked.
  ///
  /// - Throws: `PackRefused`; `unreadable-pack` if its files cannot be read.
  package func load(_ name: String, checking depth: CheckDepth = .allAnswers) throws(PackRefused) -> Pack {
    let files = try files(of: name)
    let signer = try signer(of: files)
    var pack = try format.read().loader.load(files, checking: depth)  // where its parts stand takes a third more time
    pack.signingKey = signer?.keyID
    return pack
  }

  /// A pack to assess people with, checked as far as its examples. One that was read before is taken from the cache.
  private func loadForUse(_ name: String) throws(PackRefused) -> (pack: Pack, signer: PackSigner?) {
    let files = try files(of: name)
    let signer = try signer(of: files)
    let key = cache?.key("pack", of: [format.bytes] + files.files.flatMap { [Array($0.path.utf8), $0.bytes] })
    if let key, var pack = cache?.value(Pack.self, for: key) {
      pack.signingKey = signer?.keyID
      return (pack, signer)
    }
    var pack = try format.read().loader.load(files, checking: .examples)
    if let key { cache?.keep(pack, for: key) }
    pack.signingKey = signer?.keyID
    return (pack, signer)
  }

  /// The same, with where its parts stand.
  package func loadPlaced(_ name: String, checking depth: CheckDepth = .allAnswers) throws(PackRefused) -> PlacedPack {
    try loadPlaced(files(of: name), checking: depth)
  }

  /// Of files that are no folder here.
  package func loadPlaced(
    _ files: PackFolder, checking depth: CheckDepth = .allAnswers
  ) throws(PackRefused) -> PlacedPack {
    let signer = try signer(of: files)
    var placed = try format.read().loader.loadPlaced(files, checking: depth)
    placed.pack.signingKey = signer?.keyID
    return placed
  }

  /// Who signed a pack; `nil` where nobody did.
  ///
  /// - Throws: `PackRefused` where it is not what was signed, or not by whom it must be.
  package func signer(of files: PackFolder) throws(PackRefused) -> PackSigner? {
    let signer = try files.signer(known: knownKeys)
    if wantedKeys.isEmpty { return signer }
    guard let signer else { throw PackRefused(problems: [.notSigned(files.path, wanted: wantedKeys)]) }
    guard let key = signer.key, wantedKeys.contains(key) else {
      let file = files.displayPath(ofFile: PackFolder.signatureName)
      throw PackRefused(problems: [.signedByAnother(signer.keyID, file, wanted: wantedKeys)])
    }
    return signer
  }

  /// The files of a pack in the one layout there is, which say the same as before.
  ///
  /// - Throws: `PackRefused` where a file cannot be read; `LayoutChangesPack`.
  package func formatted(_ files: PackFolder) throws -> PackFolder {
    let (loader, layout) = try format.read()
    let formatted = try layout.formatted(files)
    guard loader.areTheSame(files, formatted) else { throw LayoutChangesPack() }
    return formatted
  }

  /// The files would say something else when they were laid out anew: a fault of the program.
  package struct LayoutChangesPack: Error {}

  package func files(of name: String) throws(PackRefused) -> PackFolder { try files(inFolder: folder(of: name)) }

  /// Of a folder, whatever packs the library has.
  package func files(inFolder path: String) throws(PackRefused) -> PackFolder {
    if !Self.isDirectory(path) {
      throw PackRefused(problems: [Self.isFile(path) ? .fileOfPack(path) : .noFolder(path)])
    }
    let files: PackFolder
    do {
      files = try PackFolder(reading: path)
    } catch {
      throw PackRefused(problems: [.unreadablePack(path, "\(error.localizedDescription)")])
    }
    let inside = Self.isPack(path) ? [] : Self.packs(in: path)
    if inside.count > 1 { throw PackRefused(problems: [.severalPacks(path, inside)]) }
    guard !files.mayHaveHead, let whole = Self.packAround(path) else { return files }
    throw PackRefused(problems: [.missingPackFile(folder: path, whole: whole)])
  }

  /// The folders right inside one that are packs.
  private static func packs(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let start = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    return names.sorted().map { start + $0 }.filter(isPack)
  }

  /// The nearest folder around this one that is a pack, as it would be named.
  private static func packAround(_ path: String) -> String? {
    let absolute = URL(filePath: path).standardizedFileURL
    for (count, folder) in sequence(
      first: absolute.deletingLastPathComponent(),
      next: {
        $0.path == "/" ? nil : $0.deletingLastPathComponent()
      }
    ).enumerated().prefix(8) where isPack(folder.path) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: true)
      let isPlain = parts.count > count + 1 && !parts.contains { $0 == ".." || $0 == "." }
      return isPlain ? (path.hasPrefix("/") ? "/" : "") + parts.dropLast(count + 1).joined(separator: "/") : folder.path
    }
    return nil
  }

  /// Packs that are used together: what they ask in common has one id in all of them.
  ///
  /// - Throws: `PackRefused`, also with `shared-differs`, `shared-twice`, `unknown-same-as`, `pack-named-twice`.
  package func load(_ names: [String], checking depth: CheckDepth = .allAnswers) throws(PackRefused) -> [Pack] {
    var packs: [Pack] = []
    for name in names { packs.append(try load(name, checking: depth)) }
    return try SharedQuestions.resolve(packs)
  }

  /// The same, to assess people with: checked as far as their examples. Those that were read before are taken from the
  /// cache.
  ///
  /// - Returns: Also who signed each.
  package func loadForUse(_ names: [String]) throws(PackRefused) -> (packs: [Pack], signers: [PackSigner?]) {
    var loaded: [(pack: Pack, signer: PackSigner?)] = []
    for name in names { loaded.append(try loadForUse(name)) }
    return (try SharedQuestions.resolve(loaded.map(\.pack)), loaded.map(\.signer))
  }

  private static func isPack(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/pack.xml")
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isDirectory(path)
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    URL(filePath: a).resolvingSymlinksInPath().path == URL(filePath: b).resolvingSymlinksInPath().path
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}

extension PackLibrary {
  /// A line of the list of packs.
  package struct Entry: Sendable {
    package let folder: String
    package let pack: Result<Pack, PackRefused>
  }

  /// All packs with what they are, or what is wrong with them.
  package func entries() -> [Entry] {
    folders.map { folder in
      do throws(PackRefused) {
        return Entry(folder: folder, pack: .success(try load(folder, checking: .examples)))
      } catch {
        return Entry(folder: folder, pack: .failure(error))
      }
    }
  }
}

extension Problem {
  static func unknownPack(_ name: String, known: [String], in folder: String) -> Problem {
    Problem(
      .unknownPack, at(folder), "there is no pack '\(name)', and no folder of this name",
      help: nearest(to: name, in: known) ?? "name a folder that holds a pack.xml")
  }

  static func fileOfPack(_ file: String) -> Problem {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return Problem(
      .unknownPack, at(file), "this is a file, and a pack is a folder of files",
      help: "name the folder of the pack, the one with pack.xml in it\(folder.isEmpty ? "" : ", such as '\(folder)'")")
  }

  static func severalPacks(_ folder: String, _ packs: [String]) -> Problem {
    let named = packs.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
    return Problem(
      .unknownPack, at(folder), "pack.xml stands in \(packs.count) folders here, and each is a pack",
      help: "name one of them: \(named)\(packs.count > 4 ? ", …" : "")")
  }

  static func noFolder(_ path: String) -> Problem {
    Problem(.unknownPack, at(path), "there is no folder of this name", help: "name a folder that holds a pack.xml")
  }

  static func unreadablePack(_ folder: String, _ reason: String) -> Problem {
    Problem(
      .unreadablePack, at(folder), "the files of the pack cannot be read: \(reason)",
      help: "look at the permissions of the folder and its files")
  }
}
