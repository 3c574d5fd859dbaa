import Ergonomics
import Files
import Foundation
import Tallies

/// Tallies of parts of one round, put together; their order has no say.
struct TallyFiles {
  let files: [InputFile]

  /// `nil` where these are surveys.
  init?(_ files: [InputFile]) throws {
    let kinds = try files.map { file in try Tally.isTally(file.start(of: file.open())) }
    guard let first = kinds.firstIndex(of: true) else { return nil }
    if let other = kinds.firstIndex(of: false) {
      throw Failure.usage(
        "'\(files[first].name)' is a tally, and '\(files[other].name)' is none\n"
          + "  help: name tallies alone; sitwell score --tally makes one of a survey")
    }
    self.files = files
  }

  /// - Parameters:
  ///   - program: Of the pack that the tallies must be of.
  ///   - grouping: What the tallies must be grouped by; `nil` = the same, whatever it is.
  func round(_ program: RuleProgram, by grouping: String?) throws -> (round: SurveyRound, tally: Tally) {
    try files.refuseDoubles()
    var sum: (round: SurveyRound, tally: Tally)?
    var parts: [String: String] = [:]
    var holders = Holders()
    var empty: TeamRound?
    for file in files {
      let tally = try tally(of: file, by: program.pack)
      try check(tally, of: file, grouping, sum?.tally)
      for part in tally.parts {
        guard let other = parts.updateValue(file.name, forKey: part) else { continue }
        throw Failure.data(
          "'\(file.name)' counts people whom '\(other)' counts already: one is a copy of the other, or holds it\n"
            + "  help: leave out one of the two")
      }
      try holders.add(tally, file.name)
      let nobody = empty ?? TeamRound(program, keepsPeople: tally.matching != nil, includesHealth: false)
      empty = nobody
      guard let round = SurveyRound(tally, in: nobody) else {
        throw Failure.data("'\(file.name)' counts what this program does not\n  help: \(Self.again)")
      }
      if sum == nil { sum = (round, tally) } else { sum!.round.add(round) }
      guard sum!.round.summary.rows <= Tally.mostPeople else {
        throw Failure.data("the tallies are of more than \(Tally.mostPeople) rows together\n  help: name fewer")
      }
    }
    guard var sum else { throw Failure.usage("name a tally") }
    let (round, first) = (sum.round, sum.tally)
    sum.tally = round.tally(by: first.grouping, name: first.round, key: first.matching?.key)
    if sum.tally.counts.compared != first.counts.compared {
      throw Self.otherQuestions(files[0].name, files[files.count - 1].name)
    }
    sum.tally.parts = Set(parts.keys)
    return sum
  }

  private static let again = "score the survey once more, with --tally"

  private func tally(of file: InputFile, by pack: Pack) throws -> Tally {
    let handle = try file.open()
    let bytes = try file.bytes(of: handle, upTo: Tally.longest + 1)
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
    try Self.checkMatching((first, files[0].name), (tally, file.name))
    if tally.counts.compared != first.counts.compared { throw Self.otherQuestions(files[0].name, file.name) }
    if tally.round != first.round {
      func name(_ round: String?) -> String { round.map { "the round '\($0)'" } ?? "a round without a name" }
      throw Failure.data(
        "'\(files[0].name)' is of \(name(first.round)), and '\(file.name)' of \(name(tally.round))\n"
          + "  help: name tallies of one round")
    }
  }
  private static func otherQuestions(_ one: String, _ other: String) -> Failure {
    .data(
      "'\(one)' and '\(other)' are of surveys that ask different questions, and so hold different things of people\n"
        + "  help: score all parts in one run, or without --tally-key")
  }

  /// Whether two tallies count by the same teams, and know people by the codes of the same key, or neither does.
  private static func checkMatching(_ one: (tally: Tally, name: String), _ other: (tally: Tally, name: String)) throws {
    if one.tally.grouping != other.tally.grouping {
      throw Failure.data(
        "'\(one.name)' counts by '\(one.tally.grouping)', and '\(other.name)' by '\(other.tally.grouping)'\n"
          + "  help: score all parts with the same --by")
    }
    let keys = (one.tally.matching?.key, other.tally.matching?.key)
    if keys.0 == keys.1 { return }
    func words(_ key: String?) -> String { key.map { "people under the key \($0)" } ?? "nobody, only numbers" }
    throw Failure.data(
      "'\(one.name)' holds \(words(keys.0)), and '\(other.name)' \(words(keys.1))\n"
        + "  help: score all parts, and both rounds, with the same --tally-key, or leave it out everywhere")
  }

  /// Whether people of this round can be found again in an earlier one.
  ///
  /// - Parameters:
  ///   - tally: What these came to.
  ///   - earlier: The tallies of the earlier round, and what they came to.
  func checkRound(_ tally: Tally, since earlier: (files: TallyFiles, tally: Tally)) throws {
    let (name, before) = (files[0].name, earlier.files.files[0].name)
    try Self.checkMatching((earlier.tally, before), (tally, name))
    if tally.matching == nil {
      throw Failure.data(
        "nobody is in '\(name)' and '\(before)' to be found again: they were counted without a key\n"
          + "  help: score both surveys with the same --tally-key, or name both surveys")
    }
    if !tally.parts.isDisjoint(with: earlier.tally.parts) {
      throw Failure.data("'\(before)' is a part of this round\n  help: name tallies of an earlier round with --before")
    }
  }
}

/// In which tally somebody is, by their code.
private struct Holders {
  private var names: [String] = []
  private var places: [String: Int] = [:]

  /// - Throws: `Failure` where somebody is in it who is in another one: which of the two counts cannot be told, as tallies have
  ///   no order.
  mutating func add(_ tally: Tally, _ name: String) throws {
    let place = names.count
    names.append(name)
    var (doubles, other) = (0, 0)
    for person in tally.counts.teams.lazy.flatMap(\.known) {
      guard let before = places.updateValue(place, forKey: person.code) else { continue }
      (doubles, other) = (doubles + 1, before)
    }
    if doubles == 0 { return }
    throw Failure.data(
      other == place
        ? "'\(name)' holds somebody twice\n  help: write it once more, with sitwell score --tally"
        : "'\(name)' counts people whom '\(names[other])' counts too: \(doubles) have an id that stands in both\n"
          + "  help: take them out of one of the surveys, or name with --id-column what tells people of all parts apart"
    )
  }
}
