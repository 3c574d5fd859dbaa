import Crypto
import Ergonomics
import Foundation

/// Somebody of a published round, known again only by who has the ledger's key: no name, no id, no answer.
struct Respondent: Hashable, Sendable {
  let person: String
  let team: String
  /// Those that count.
  let answers: String
  /// The same of answers about health; `nil` where the report did not tell of them.
  let health: String?
}

/// The people of a round as a ledger remembers them, whatever their order.
///
///     var people = Respondents(program, tellsHealth: false)
///     people.add(answers, team: "Support")
package struct Respondents: Sendable {
  /// What a report counts of somebody, as far as it takes to tell whether it has changed: it never leaves the memory.
  struct Entry: Sendable {
    let id: String
    let team: String
    let facts: String
    let health: String?
  }
  private let program: Program
  private let tellsHealth: Bool
  private(set) var entries: [Entry] = []
  /// How many there were of each id, or of each team with the same answers.
  private var seen: [String: Int] = [:]

  package init(_ program: Program, tellsHealth: Bool) { (self.program, self.tellsHealth) = (program, tellsHealth) }

  /// Who answered nothing that counts is nobody. Who has no id is known by team and answers: the place of a row would make
  /// others of all those below one that is taken out.
  package mutating func add(_ answers: Answers, team: String) {
    let facts = words(answers) { !program.isAboutHealth[$0] }
    let health = words(answers) { program.isAboutHealth[$0] }
    if facts.isEmpty, health.isEmpty { return }
    let digest = facts.digest
    let name = answers.id ?? "\n\(team)\n\(digest)"
    let count = seen[name, default: 0]
    seen[name] = count + 1
    entries.append(
      Entry(
        id: count == 0 ? name : "\(name)\n\(count)", team: team, facts: digest,
        health: tellsHealth ? health.digest : nil))
  }

  private func words(_ answers: Answers, where isWanted: (Int) -> Bool) -> String {
    program.questions.indices.filter(isWanted).compactMap { place in
      let question = program.questions[place]
      return answers[question.id].flatMap(\.counted).map { "\(question.id)=\($0)\n" }
    }.joined()
  }
}

extension Answer {
  /// `nil` of what nothing is worked out from.
  fileprivate var counted: String? {
    switch self {
    case .option(let id): id
    case .options(let ids): ids.joined(separator: ";")
    case .atLeast(let ids): "\(ids.joined(separator: ";"));?"
    case .number(let number): String(number)
    case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
    case .text, .declined: nil
    }
  }
}

extension String {
  /// As long for many answers as for few.
  fileprivate var digest: String { SHA256.hash(data: Data(utf8)).prefix(16).map(LedgerKey.hex).joined() }
}

/// Makes hashes that say nothing without the key (HMAC, RFC 2104, with SHA-256).
struct LedgerKey: Sendable {
  private static let size = 32
  private static let kept = 16
  let bytes: [UInt8]

  init() { bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }

  init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.size else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { String(decoding: digits[$0...$0 + 1], as: UTF8.self) }
    let bytes = pairs.compactMap { UInt8($0, radix: 16) }
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  var text: String { bytes.map(Self.hex).joined() }

  private func hash(_ kind: String, _ text: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(kind)\n\(text)".utf8), using: SymmetricKey(data: bytes))
    return code.prefix(Self.kept).map(Self.hex).joined()
  }

  fileprivate static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

  func hashed(_ entry: Respondents.Entry) -> Respondent {
    Respondent(
      person: hash("person", entry.id), team: hash("team", entry.team),
      answers: hash("answers", "\(entry.id)\n\(entry.facts)"),
      health: entry.health.map { hash("health", "\(entry.id)\n\($0)") })
  }
}
