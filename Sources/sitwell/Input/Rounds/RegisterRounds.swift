import ArgumentParser
import Ergonomics
import Files
import Foundation
import Register

/// Rounds of a register in place of survey files.
struct RoundOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      For hr: take the answers of a round from this register, in place of a survey. For a person or an ergonomist: tell beside \
      the answers of today what changed since those before, and how far the actions are.
      """, valueName: "file"),
    completion: .file())
  var register: String?

  @Option(
    help: ArgumentHelp("Round of the register (default: the latest); --before names earlier ones.", valueName: "name"))
  var round: String?

  func validate() throws {
    if round != nil, register == nil { throw ValidationError("--round goes with --register FILE") }
  }

  /// `nil` without a register.
  func rounds(by pack: Pack) throws -> RegisterRounds? {
    try register.map { try RegisterRounds(path: $0, round: round, pack: pack) }
  }
}

/// A round comes as a survey in the program's own form, through a pipe: it takes the way of every other survey, and no file
/// with answers is written.
struct RegisterRounds {
  /// What names the teams.
  static let column = "team"
  let path: String
  let pack: Pack
  let round: String
  private let known: [String]

  init(path: String, round: String?, pack: Pack) throws {
    (self.path, self.pack) = (path, pack)
    known = try Register(at: path, creating: false).assessedRounds(by: pack.id)
    guard let latest = known.first else {
      throw Failure.usage("'\(path)' has no assessment by the pack '\(pack.id)'\n  help: name the pack with --pack")
    }
    self.round = round ?? latest
  }

  func invited(to round: String) throws -> Int? { try Register(at: path, creating: false).invited(to: round) }

  /// How far the actions are; `nil` where other rounds than the named ones were assessed too, as what is told of actions must
  /// be held against all of them.
  func actions(on day: String, besides earlier: [String]) throws -> ActionCounts? {
    guard Set(known) == Set(earlier + [round]) else { return nil }
    return try Register(at: path, creating: false).progress(of: pack.id, on: day)
  }

  func file(of round: String) throws -> InputFile {
    guard known.contains(round) else {
      throw Failure.usage("'\(path)' has no round '\(round)' by the pack '\(pack.id)'\n  help: there is \(list: known)")
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure.input("cannot open a pipe: \(String(cString: strerror(errno)))") }
    let output = ends[1]
    // A connection of its own: it reads as fast as the survey is, and keeps nobody else waiting.
    let (register, pack) = (try Register(at: path, creating: false), pack)
    Thread.detachNewThread {
      try? Self.write(round, of: register, pack, to: output)
      close(output)
    }
    // The other end stays open until the program ends.
    return InputFile(path: "/dev/fd/\(ends[0])", label: "round '\(round)' of \(path)")
  }

  private static let blockSize = 1 << 16

  private static func write(_ round: String, of register: Register, _ pack: Pack, to output: Int32) throws {
    let questions = pack.questions.map(\.id)
    var rows = ""
    func add(_ cells: [String]) throws {
      rows += "\(cells.map(\.neutralised.asField).joined(separator: ","))\n"
      if rows.utf8.count > Self.blockSize { try writeRows() }
    }
    func writeRows() throws {
      try rows.utf8.writeWhole(to: output)
      rows = ""
    }
    try add(["id", column] + questions)
    try register.answers(of: round, by: pack.id) { id, team, answers in
      try add([id, team] + questions.map { answers[$0] ?? "" })
    }
    try writeRows()
  }
}
