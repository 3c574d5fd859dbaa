import ArgumentParser
import Ergonomics
import RulePacks

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
  func load() throws -> [Pack] {
    try rules.library().load(packs.isEmpty ? [PackOptions.usual] : packs, checking: .examples)
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

  func library() throws -> PackLibrary { try PackLibrary(path: Home.find(rules: rules).rules.path) }
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
