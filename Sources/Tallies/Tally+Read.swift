import Ergonomics
import Foundation

/// What is wrong with a file that should be a tally.
package struct TallyRefused: Error, Hashable, Sendable {
  package let line: Int?
  package let summary: String
  package let help: String

  init(_ summary: String, line: Int? = nil, help: String = "write it once more, with sitwell score --tally") {
    (self.line, self.summary, self.help) = (line, summary, help)
  }
}

extension Tally {
  /// In bytes.
  package static let longest = 256 << 20
  package static let mostTeams = 100_000
  /// Of people, and of rows: what is more is no survey, and sums stay far from where numbers end.
  package static let mostPeople = 1_000_000_000_000

  private static let mostReasons = 100
  /// The head, the checksum, and what follows the last line break.
  private static let linesBesidesTeams = 3

  /// Whether a file begins as tallies do.
  package static func isTally(_ start: [UInt8]) -> Bool { start.starts(with: "{\"sitwell-tally\":".utf8) }

  /// Takes what `bytes` writes and nothing else: a tally that was changed, cut or made by other means is refused.
  package init(_ bytes: [UInt8]) throws(TallyRefused) {
    if bytes.count > Self.longest { throw TallyRefused("a tally has \(Self.longest >> 20) MB at most") }
    guard Self.isTally(bytes) else { throw TallyRefused("this is no tally", line: 1) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    try Self.checkVersion(lines[0])
    if lines.count - Self.linesBesidesTeams > Self.mostTeams {
      throw TallyRefused("there are more than \(Self.mostTeams) teams")
    }
    try Self.checkSum(bytes, lines)
    let head = try Self.decoded(Head.self, lines[0], line: 1)
    var teams: [TeamTally.Team] = []
    for (place, line) in lines.dropFirst().dropLast(2).enumerated() {
      let team = try Self.decoded(Team.self, line, line: place + 2)
      guard let known = team.people(comparedBy: head.compared?.count) else { throw Self.otherwise(place + 2) }
      teams.append(TeamTally.Team(name: team.team, people: team.people, counts: team.counts, known: known))
      let own = Self.line(of: teams[place], holdsPeople: head.key != nil)
      if !own.utf8.dropLast().elementsEqual(line) { throw Self.otherwise(place + 2) }
    }
    self.init(head, teams)
    let first = content.utf8.prefix { $0 != UInt8(ascii: "\n") }
    if !first.elementsEqual(lines[0]) { throw Self.otherwise(1) }
    try check()
  }

  private static func checkVersion(_ line: ArraySlice<UInt8>) throws(TallyRefused) {
    let number = line.dropFirst("{\"sitwell-tally\":".utf8.count).prefix { $0 != UInt8(ascii: ",") }
    if number.elementsEqual("\(version)".utf8) { return }
    throw TallyRefused(
      "it is written in form '\(String(decoding: number.prefix(8), as: UTF8.self))', and this program reads form \(version)",
      line: 1, help: "use the version of sitwell that wrote it, or score the survey with this one")
  }

  private static func checkSum(_ bytes: [UInt8], _ lines: [ArraySlice<UInt8>]) throws(TallyRefused) {
    guard lines.count > 2, lines[lines.count - 1].isEmpty,
      lines[lines.count - 2].starts(with: "{\"checksum\":".utf8)
    else {
      throw TallyRefused("its end is missing", help: "copy the file once more, or write it once more")
    }
    let last = lines[lines.count - 2]
    let expected = checksum(of: Data(bytes[..<last.startIndex]))
    guard expected.utf8.dropLast().elementsEqual(last) else {
      throw TallyRefused("it was changed since it was written: the checksum at its end is another")
    }
  }

  private static func otherwise(_ line: Int) -> TallyRefused {
    TallyRefused("the line is not as sitwell writes it: something is unknown, twice, or in another order", line: line)
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, _ text: ArraySlice<UInt8>, line: Int
  ) throws(TallyRefused) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text))
    } catch {
      throw otherwise(line)
    }
  }

  private init(_ head: Head, _ teams: [TeamTally.Team]) {
    self.init(
      program: head.program, pack: PackName(id: head.pack.id, version: head.pack.version, hash: head.pack.hash),
      grouping: head.by, round: head.round,
      counts: TeamTally(rows: head.counted, compared: head.key.map { _ in head.compared ?? [] }, teams: teams))
    (rows.all, rows.scored, rows.rejected) = (head.rows, head.scored, head.rejected)
    (rows.setAside, rows.cellsLeftOpen) = (head.setAside, head.cellsLeftOpen)
    (notAsked, nearHeadings) = (Set(head.notAsked), head.near)
    (leftOut, notUnderstood, parts) = (Set(head.leftOut), Set(head.notUnderstood), Set(head.parts))
    matching = head.key.map { Matching(key: $0) }
    matching?.headings = (head.headings ?? [:]).mapValues { Set($0) }
    matching?.unread = Set(head.unread ?? [])
  }

  /// Whether the numbers can be those of people.
  private func check() throws(TallyRefused) {
    let all = [rows.all, rows.scored, rows.rejected, rows.cellsLeftOpen] + rows.setAside.values
    if rows.setAside.count > Self.mostReasons || !all.allSatisfy({ (0...Self.mostPeople).contains($0) }) {
      throw Self.impossible(1)
    }
    if rows.all != rows.scored + rows.rejected + rows.setAside.values.reduce(0, +) {
      throw TallyRefused("rows are not scored + rejected + set aside", line: 1)
    }
    let compared = counts.compared?.map { counts.rows.firstIndex(of: $0) }
    var people = 0
    var previous: String?
    for (place, team) in counts.teams.enumerated() {
      let isInOrder = previous.map { $0 != team.name && $0.utf8.lexicographicallyPrecedes(team.name.utf8) } ?? true
      if !isInOrder { throw TallyRefused("a team stands here twice, or out of order", line: place + 2) }
      previous = team.name
      let fits = team.counts.count == counts.rows.count && (1...Self.mostPeople).contains(team.people)
      if !fits || !team.counts.allSatisfy({ (0...team.people).contains($0) }) { throw Self.impossible(place + 2) }
      if !Self.holdsKnown(team, compared) { throw Self.impossible(place + 2) }
      people += team.people
    }
    if people > rows.scored { throw TallyRefused("there are more people in teams than were scored") }
  }

  /// Whether those who can be found again can be people of the team: no more than it counts, of each row too, and in order.
  ///
  /// - Parameter compared: Where what is compared stands among what is counted; `nil` where nobody can be found again.
  private static func holdsKnown(_ team: TeamTally.Team, _ compared: [Int?]?) -> Bool {
    guard let compared else { return team.known.isEmpty }
    var found = Array(repeating: 0, count: compared.count)
    for person in team.known {
      for bit in found.indices { found[bit] += Int(person.found[bit / 8] >> UInt8(bit % 8) & 1) }
    }
    let isInOrder = zip(team.known, team.known.dropFirst()).allSatisfy { $0.code < $1.code }
    return isInOrder && team.known.count <= team.people
      && zip(compared, found).allSatisfy { place, found in place.map { found <= team.counts[$0] } ?? false }
  }

  private static func impossible(_ line: Int) -> TallyRefused {
    TallyRefused("these cannot be numbers of people", line: line)
  }

  private struct Head: Decodable {
    struct Name: Decodable {
      let id: String
      let version: String
      let hash: String
    }
    let program: String
    let pack: Name
    let by: String
    let round: String?
    let rows, scored, rejected: Int
    let setAside: [String: Int]
    let cellsLeftOpen: Int
    let notAsked: [String]
    let near: [String: String]
    let leftOut, notUnderstood, parts, counted: [String]
    let key: String?
    let headings: [String: [String]]?
    let unread, compared: [String]?

    enum CodingKeys: String, CodingKey {
      case program, pack, by, round, rows, scored, rejected, near, parts, counted, key, headings, unread, compared
      case setAside = "set-aside"
      case cellsLeftOpen = "cells-left-open"
      case notAsked = "not-asked"
      case leftOut = "left-out"
      case notUnderstood = "not-understood"
    }
  }

  private struct Team: Decodable {
    let team: String
    let people: Int
    let counts: [Int]
    let known: String?

    /// Whoever can be found again; `nil` where these are no such people.
    ///
    /// - Parameter rows: How many are compared; `nil` where nobody is known.
    func people(comparedBy rows: Int?) -> [TeamTally.Person]? {
      guard let rows, let known else { return rows == nil && known == nil ? [] : nil }
      let (bits, unused) = ((rows + 7) / 8, UInt8(truncatingIfNeeded: 0xFF << (rows % 8)))
      let size = TallyCode.size + bits
      guard let bytes = Data(base64Encoded: known), bytes.count.isMultiple(of: size) else { return nil }
      var people: [TeamTally.Person] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let found = Array(bytes[start + TallyCode.size..<start + size])
        if rows % 8 != 0, let last = found.last, last & unused != 0 { return nil }
        people.append(TeamTally.Person(code: TallyCode.text(bytes[start..<start + TallyCode.size]), found: found))
      }
      return people
    }
  }
}
