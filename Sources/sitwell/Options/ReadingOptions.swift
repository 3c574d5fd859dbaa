import ArgumentParser
import Ergonomics
import Files
import Foundation
import Surveys

/// How survey files are read: the same for scoring and for every report.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("File that says what headings and answers mean.", valueName: "file"), completion: .file())
  var mapping: String?

  @Option(
    help: ArgumentHelp("File for what cannot be read, with line, column, reason and help.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Column that tells people apart (default: the one that is found); - numbers the rows.", valueName: "column"))
  var idColumn: String?

  @Option(
    help: ArgumentHelp(
      "Of rows with the same id count the first or the last, or reject all but the first (default: by platform).",
      valueName: "first|last|reject"))
  var repeats: RepeatedIDs?

  @Flag(help: "Reject a row for a single cell that cannot be understood.")
  var strict = false

  @Flag(help: "Read columns however many of their cells are not understood; such answers stay open.")
  var acceptUnread = false

  @Option(
    help: ArgumentHelp(
      "Also count responses that are incomplete, preview, test, rejected or duplicate; can be repeated.",
      valueName: "kind"))
  var include: [SetAsideReason] = []

  @Option(
    help: ArgumentHelp("Sheet of a workbook (default: the one whose headings are questions).", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "How the file's letters are written as bytes: \(TextEncoding.names.joined(separator: ", ")) (default: as is found).",
      valueName: "encoding"))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp("Private key of the team, which opens encrypted answers.", valueName: "file"),
    completion: .file())
  var teamKey: String?

  @Option(help: ArgumentHelp("Cores to use (default: all).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give a number from 1 up") }
  }

  /// Those that were given and change what is read.
  var named: [String] {
    let all: [(String, Bool)] = [
      ("--mapping", mapping != nil), ("--rejects", rejects != nil), ("--id-column", idColumn != nil),
      ("--repeats", repeats != nil), ("--strict", strict), ("--accept-unread", acceptUnread),
      ("--include", !include.isEmpty), ("--sheet", sheet != nil), ("--encoding", encoding != nil),
      ("--team-key", teamKey != nil),
    ]
    return all.filter(\.1).map(\.0)
  }

  func options(_ mapping: SurveyMapping) throws -> SurveyOptions {
    var options = SurveyOptions(file: "")
    options.idColumn = idColumn ?? mapping.idColumn
    options.repeats = repeats
    options.sheet = sheet
    options.encoding = encoding
    options.isStrict = strict
    options.acceptsUnread = acceptUnread
    options.included = Set(include)
    if let teamKey {
      let key = try TeamKeyFile(path: teamKey).privateKey()
      options.opens = { key.open($0) }
    }
    options.cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return options
  }

  func readMapping() throws -> SurveyMapping {
    guard let mapping else { return SurveyMapping() }
    let file = InputFile(path: mapping)
    return try SurveyMapping(file.bytes(), file: file.name)
  }
}

/// The rejects file, where one is wanted; it is there if all went well.
struct RejectsOutput: Sendable {
  let path: String?
  let force: Bool
  /// A file that holds the same already stays.
  var orSame = false

  func write<Value>(_ body: (Int32?) async throws -> Value) async throws -> Value {
    guard let path else { return try await body(nil) }
    let file = try OutputFile(path, replacing: force, isPrivate: true, orSame: orSame)
    let value = try await body(file.descriptor)
    try file.commit()
    return value
  }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) {
    guard let encoding = TextEncoding(named: argument) else { return nil }
    self = encoding
  }

  public static var allValueStrings: [String] { names }
}

extension RepeatedIDs: ExpressibleByArgument {}
extension SetAsideReason: ExpressibleByArgument {
  public init?(argument: String) {
    guard let kind = SetAsideReason(rawValue: argument), !kind.isNobody else { return nil }
    self = kind
  }

  public static var allValueStrings: [String] { allCases.filter { !$0.isNobody }.map(\.rawValue) }
}
