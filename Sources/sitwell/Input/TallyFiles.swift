import Ergonomics
import Files
import Foundation
import Tallies

/// Tallies of parts of one round, put together; their order has no say.
struct TallyFiles {
  let files: [InputFile]

  /// `nil` where these are surveys.
  init?(_ files: [InputFile]) throws {
    let kinds = try files.map { file in
      if file.isStream, file.path != "-" { return false }
      return try Tally.isTally(file.start(of: file.open()))
    }
    guard let first = kinds.firstIndex(of: true) else { return nil }
    if let other = kinds.firstIndex(of: false) {
      throw Failure.usage(
        "'\(files[first].name)' is a tally, and '\(files[other].name)' is none\n"
          + "  help: name tallies alone; sitwell score --tally makes one of a survey")
    }
    self.files = files
  }

  /// - Parameters:
  ///   - empty: Nobody yet, by the pack that the tallies must be of.
  ///   - grouping: What the tallies must be grouped by; `nil` = the same, whatever it is.
  func round(_ empty: TeamRound, by grouping: String?) throws -> (round: SurveyRound, tally: Tally) {
    try files.refuseDoubles()
    var sum: (round: SurveyRound, tally: Tally)?
    var parts: [String: String] = [:]
    for file in files {
      let tally = try tally(of: file, by: empty.program.pack)
      try check(tally, of: file, grouping, sum?.tally)
      for part in tally.parts {
        guard let other = parts.updateValue(file.name, forKey: part) else { continue }
        throw Failure.data(
          "'\(file.name)' counts people whom '\(other)' counts already: one is a copy of the other, or holds it\n"
            + "  help: leave out one of the two")
      }
      guard let round = SurveyRound(tally, in: empty) else {
        throw Failure.data("'\(file.name)' counts what this program does not\n  help: \(Self.again)")
      }
      if sum == nil { sum = (round, tally) } else { sum!.round.add(round) }
      guard sum!.round.summary.rows <= Tally.mostPeople else {
        throw Failure.data("the tallies are of more than \(Tally.mostPeople) rows together\n  help: name fewer")
      }
    }
    guard var sum else { throw Failure.usage("name a tally") }
    let (round, first) = (sum.round, sum.tally)
    sum.tally = round.tally(by: first.grouping, name: first.round)
    sum.tally.parts = Set(parts.keys)
    return sum
  }

  private static let again = "score the survey once more, with --tally"

  private func tally(of file: InputFile, by pack: Pack) throws -> Tally {
    let handle = try file.open()
    let start = file.path == "-" ? try file.start(of: handle) : []
    let bytes = try start + file.bytes(of: handle, upTo: Tally.longest + 1)
    let tally: Tally
    do throws(TallyRefused) {
      tally = try Tally(bytes)
    } catch {
      let line = error.line.map { " line \($0)" } ?? ""
      throw Failure.data("'\(file.name)'\(line): \(error.summary)\n  help: \(error.help)")
    }
    guard tally.program == Sitwell.version else {
      throw Failure.data(
        "'\(file.name)' was counted by sitwell \(tally.program), and this is \(Sitwell.version)\n"
          + "  help: use that version, or \(Self.again)")
    }
    guard tally.pack == .init(id: pack.id, version: pack.version, hash: pack.hash) else {
      let (theirs, ours) = (tally.pack, pack)
      throw Failure.data(
        "'\(file.name)' was counted by the pack \(theirs.id) \(theirs.version) (\(theirs.hash)), and the pack here is "
          + "\(ours.id) \(ours.version) (\(ours.hash))\n  help: name its pack with --pack, or \(Self.again)")
    }
    return tally
  }

  private func check(_ tally: Tally, of file: InputFile, _ grouping: String?, _ first: Tally?) throws {
    if let grouping, grouping != tally.grouping {
      throw Failure.usage(
        "'\(file.name)' counts by '\(tally.grouping)', not by '\(grouping)'\n  help: leave out --by, or score again")
    }
    guard let first else { return }
    if tally.grouping != first.grouping {
      throw Failure.data(
        "'\(files[0].name)' counts by '\(first.grouping)', and '\(file.name)' by '\(tally.grouping)'\n"
          + "  help: score all parts with the same --by")
    }
    if tally.round != first.round {
      func name(_ round: String?) -> String { round.map { "the round '\($0)'" } ?? "a round without a name" }
      throw Failure.data(
        "'\(files[0].name)' is of \(name(first.round)), and '\(file.name)' of \(name(tally.round))\n"
          + "  help: name tallies of one round")
    }
  }
}
