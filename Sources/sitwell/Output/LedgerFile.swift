import ArgumentParser
import Ergonomics
import Files
import Foundation
import Ledger

/// Where it is kept what was told of a survey.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      File that remembers, without names, what was told of this survey (for hr; default: sitwell.ledger beside it). Two \
      different reports of the same people would show single answers, so the second is refused.
      """, valueName: "file"), completion: .file())
  var ledger: String?

  @Flag(help: "Neither look at such a file nor write one; the report says so (for hr).")
  var noLedger = false

  func validate() throws {
    if noLedger, ledger != nil { throw ValidationError("--no-ledger and --ledger FILE exclude each other") }
  }

  /// `nil` where none is wanted.
  ///
  /// - Parameter survey: Of several files the first.
  func file(besides survey: String) throws -> LedgerFile? {
    if noLedger { return nil }
    let folder = survey == "-" ? "." : URL(filePath: survey).deletingLastPathComponent().path(percentEncoded: false)
    return try LedgerFile(path: ledger ?? URL(filePath: folder).appending(path: Self.name).path(percentEncoded: false))
  }

  static let name = "sitwell.ledger"
}

/// A ledger that is read before a report is made, and written before the report is.
struct LedgerFile {
  let path: String
  private var ledger: Ledger

  init(path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      ledger = Ledger()
      return
    }
    do {
      ledger = try Ledger(String(decoding: InputFile(path: path).bytes(), as: UTF8.self))
    } catch let error as Ledger.Unreadable {
      throw Failure.input(
        "'\(path)' line \(error.line): this is no ledger of this version, or it was changed by hand\n"
          + "  help: name another file with --ledger; without the old one nothing tells what was reported before")
    }
  }

  func nobody(_ program: RuleProgram, tellsHealth: Bool) -> Respondents {
    ledger.nobody(program, tellsHealth: tellsHealth)
  }

  /// - Returns: How many other reports of the same people are in it.
  mutating func record(_ report: Ledger.Report, of people: Respondents) throws -> Int {
    do {
      return try ledger.record(report, of: people)
    } catch {
      throw Failure.usage(error.words)
    }
  }

  func save() throws {
    do {
      try OutputFile.write(Array(ledger.text.utf8), to: path, replacing: true, isPrivate: true)
    } catch {
      throw Failure.input(
        "cannot write '\(path)', which remembers what was told of this survey\n"
          + "  help: name another place with --ledger FILE, and keep to it")
    }
  }
}

extension LedgerRefusal {
  /// What a manager can do instead.
  fileprivate var words: TerminalText {
    let why: TerminalText = "\n  side by side, two such reports would show what single people answered\n  help: "
    return switch self {
    case .otherPack(let earlier):
      "these answers were reported on \(earlier.date) by other rules (\(earlier.pack))\(why)"
        + "use the report of that day, or those rules again"
    case .otherGrouping(let earlier):
      "these answers were reported on \(earlier.date) by other groups\(why)use --by '\(earlier.grouping)' as then"
    case .otherWidth(let earlier):
      "these answers were reported on \(earlier.date) with --min-group \(earlier.width)\(why)"
        + "use --min-group \(earlier.width) as then"
    case .fewChanges(let earlier, let least):
      "since the report of \(earlier.date) somebody was added, changed an answer or was taken out, but fewer than \(least) "
        + "people are new or changed\(why)use the report of that day; a new one can be made when at least \(least) people "
        + "are new or have changed an answer"
    case .fewChangesInTeam(let earlier, let least):
      "since the report of \(earlier.date) somebody of a team was added, changed an answer or was taken out, but fewer than "
        + "\(least) of that team\(why)use the report of that day; a new one can be made when in each team nobody, or at "
        + "least \(least) people, are new or changed"
    }
  }
}
