import Crypto
import Ergonomics

/// Somebody of a published round, known again only by who has the ledger's key: no name, no id, no answer.
struct Respondent: Hashable, Sendable {
  var person: Digest
  /// Those that count.
  let answers: Digest
  /// The same of answers about health; `nil` where the report did not tell of them.
  let health: Digest?
  /// Place of the team's among those of the round.
  var team: UInt32
}

/// The people of a round as a ledger remembers them, whatever their order.
///
///     var people = ledger.nobody(program, tellsHealth: false)
///     people.add(members, words)
package struct Respondents: Sendable {
  /// What of their answers counts.
  package let print: AnswerPrint
  /// With the key of the ledger in it.
  private let hash: HMAC<SHA256>
  private(set) var teams: [Digest] = []
  private var places: [String: UInt32] = [:]
  private var people: [Respondent] = []
  private var buffer: [UInt8] = []

  /// What a code is of, so that an id is no team.
  private enum Kind: UInt8 { case person, double, team, answers, health }

  init(_ key: LedgerKey, _ print: AnswerPrint) { (hash, self.print) = (key.hash, print) }

  package var isEmpty: Bool { people.isEmpty }

  /// Who answered nothing that counts is nobody. Who has no id is known by team and answers: the place of a row would make
  /// others of all those below one that is taken out.
  ///
  /// - Parameter words: What `print` makes of their answers.
  package mutating func add(_ members: [TeamMember], _ words: [UInt64]) {
    for (place, member) in members.enumerated() {
      let own = words[place * print.words..<(place + 1) * print.words]
      if own.allSatisfy({ $0 == 0 }) { continue }
      let (facts, health) = (own.prefix(print.factWords), own.dropFirst(print.factWords))
      let team = self.place(of: member.team)
      let name = code(.person) { buffer in
        if let id = member.id { return buffer.append(contentsOf: id.utf8) }
        buffer.append(contentsOf: "\n\(member.team)\n".utf8)
        buffer.append(facts)
      }
      people.append(
        Respondent(
          person: Digest(name), answers: digest(.answers, of: name, facts),
          health: print.includesHealth ? digest(.health, of: name, health) : nil, team: team))
    }
  }

  private mutating func place(of team: String) -> UInt32 {
    if let place = places[team] { return place }
    let place = UInt32(teams.count)
    let digest = Digest(code(.team) { $0.append(contentsOf: team.utf8) })
    teams.append(digest)
    places[team] = place
    return place
  }

  private mutating func code(_ kind: Kind, _ write: (inout [UInt8]) -> Void) -> HashedAuthenticationCode<SHA256> {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(kind.rawValue)
    write(&buffer)
    var hash = hash
    hash.update(data: buffer)
    return hash.finalize()
  }

  /// Of what somebody answered: the code of who it is, of which the ledger keeps a part only, serves as the key.
  private mutating func digest(
    _ kind: Kind, of name: HashedAuthenticationCode<SHA256>, _ words: ArraySlice<UInt64>
  ) -> Digest {
    buffer.removeAll(keepingCapacity: true)
    name.withUnsafeBytes { buffer.append(contentsOf: $0) }
    buffer.append(kind.rawValue)
    buffer.append(words)
    var hash = SHA256()
    buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return Digest(hash.finalize())
  }

  /// By `person`; of several who cannot be told apart, each has a digest of their own.
  var sorted: [Respondent] {
    var sorted = people.sorted {
      ($0.person, $0.answers, $0.health ?? .zero) < ($1.person, $1.answers, $1.health ?? .zero)
    }
    var (previous, alike) = (Digest?.none, 0)
    var hasDoubles = false
    for place in sorted.indices {
      alike = sorted[place].person == previous ? alike + 1 : 0
      previous = sorted[place].person
      if alike == 0 { continue }
      hasDoubles = true
      var bytes = [Kind.double.rawValue] + Array("\(alike)\n".utf8)
      sorted[place].person.write(to: &bytes)
      var hash = hash
      hash.update(data: bytes)
      sorted[place].person = Digest(hash.finalize())
    }
    if hasDoubles { sorted.sort { $0.person < $1.person } }
    return sorted
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ words: ArraySlice<UInt64>) {
    for word in words { Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) } }
  }
}
