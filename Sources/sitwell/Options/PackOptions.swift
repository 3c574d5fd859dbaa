import ArgumentParser
import Ergonomics
import RulePacks
import Sealing

/// Which rules are used; of several packs, each gives results of its own.
struct PackOptions: ParsableArguments {
  static let usual = "lower-back-hips"

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      "Id of a rule pack, or its folder (default: \(PackOptions.usual)); can be repeated.", valueName: "pack"),
    completion: .pack)
  var packs: [String] = []

  @OptionGroup var rules: RulesOptions

  /// At least one; what they ask in common has one id in all of them.
  ///
  /// - Parameter keys: Of those who are trusted, besides those that are kept. Of a signature by another one is told.
  func load(trusting keys: [VerifyingKey] = []) throws -> [Pack] {
    let library = try rules.library(keys: keys)
    let usual = library.folder(withID: Self.usual) ?? Self.usual  // not a folder that happens to be here
    let names = packs.isEmpty ? [usual] : packs
    let loaded = try library.loadForUse(names)
    for (name, signer) in zip(names, loaded.signers) {
      guard let signer, !signer.isKnown else { continue }
      Console.err("note: the pack '\(name.printable)' is \(signer.words)\n")
    }
    return loaded.packs
  }
}

extension [Pack] {
  var assessors: [Assessor] { map { Assessor($0, programVersion: Sitwell.version) } }
}

/// Where rule packs are.
struct RulesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Folder of rule packs, in place of the one that came with the program.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  /// - Parameter figures: File names of the drawings there are, where names of drawings are to be checked.
  /// - Parameter keys: Where there are any, a pack must be signed by one of them.
  /// - Parameter trusted: Known besides those that are kept.
  func library(
    keys: [VerifyingKey] = [], trusted: [VerifyingKey] = [],
    figures: (InstalledFolders) -> Set<String>? = { _ in nil }
  ) throws -> PackLibrary {
    let home = try InstalledFolders.find(rules: rules)
    return try PackLibrary(
      path: home.rules.path, figures: figures(home), knownKeys: trusted + KnownKeys.kept, wantedKeys: keys,
      cache: .own
    ) {
      Console.err("note: \($0)\n")
    }
  }
}

/// Who must have signed a pack; without any it need not be signed, and those are trusted whose keys are kept.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      """
      Public key of whoever must have signed the pack; can be repeated, for one of several. Without it a pack need not be \
      signed, and keys in ~/.config/sitwell/keys are known.
      """, valueName: "file"),
    completion: .file(extensions: ["pub"]))
  var files: [String] = []

  func keys() throws -> [VerifyingKey] { try files.map(KnownKeys.read) }
}

/// The only thing taken from the clock.
struct DateOption: ParsableArguments {
  @Option(help: ArgumentHelp("Date that reports bear, YYYY-MM-DD (default: today).", valueName: "date"))
  var date: String?

  func value() throws -> String {
    guard let date else { return CalendarDay.today }
    guard CalendarDay.isDay(date) else {
      throw Failure.usage("'\(date)' is no date\n  help: write it as YYYY-MM-DD, such as 2026-01-31")
    }
    return date
  }
}
