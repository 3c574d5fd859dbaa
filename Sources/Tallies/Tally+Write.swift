import Crypto
import Ergonomics
import Foundation

/// A tally as JSON: a line with the head, a line for each team, a line with the SHA-256 of all bytes before it. The same
/// tally gives the same bytes: names in the order of their bytes, no blanks, whole numbers. People are bytes in base64, each the
/// code that stands for their id and a bit for each row that is compared.
extension Tally {
  package var bytes: [UInt8] {
    let content = content
    return Array((content + Self.checksum(of: Data(content.utf8))).utf8)
  }

  static func checksum(of content: Data) -> String {
    "{\"checksum\":\(SHA256.hash(data: content).hexadecimal.asJSON)}\n"
  }

  /// All but the line with the checksum.
  var content: String {
    let pack = Self.object([("id", pack.id.asJSON), ("version", pack.version.asJSON), ("hash", pack.hash.asJSON)])
    let head: [(String, String)] = [
      ("sitwell-tally", "\(Self.version)"), ("program", program.asJSON), ("pack", pack), ("by", grouping.asJSON),
      ("round", round?.asJSON ?? "null"), ("rows", "\(rows.all)"), ("scored", "\(rows.scored)"),
      ("rejected", "\(rows.rejected)"), ("set-aside", Self.sorted(rows.setAside) { "\($0)" }),
      ("cells-left-open", "\(rows.cellsLeftOpen)"), ("not-asked", Self.sorted(notAsked)),
      ("near", Self.sorted(nearHeadings, \.asJSON)), ("left-out", Self.sorted(leftOut)),
      ("not-understood", Self.sorted(notUnderstood)), ("parts", Self.sorted(parts)),
      ("counted", Self.list(counts.rows.map(\.asJSON))),
    ]
    let lines = counts.teams.map { Self.line(of: $0, holdsPeople: matching != nil) }
    return Self.object(head + matched) + "\n" + lines.joined()
  }

  /// Said in the file itself, to whoever finds it.
  private static let warning = "records of people under a key: keep this file to yourself, and the key apart from it"

  private var matched: [(String, String)] {
    guard let matching else { return [] }
    return [
      ("holds", Self.warning.asJSON), ("key", matching.key.asJSON),
      ("headings", Self.sorted(matching.headings) { Self.sorted($0) }), ("unread", Self.sorted(matching.unread)),
      ("compared", Self.list((counts.compared ?? []).map(\.asJSON))),
    ]
  }

  static func line(of team: TeamTally.Team, holdsPeople: Bool) -> String {
    var known = Data()
    for person in team.known {
      known.append(Data(base64Encoded: person.code) ?? Data())
      known.append(contentsOf: person.found)
    }
    return object(
      [("team", team.name.asJSON), ("people", "\(team.people)"), ("counts", list(team.counts.map { "\($0)" }))]
        + (holdsPeople ? [("known", known.base64EncodedString().asJSON)] : [])) + "\n"
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\($0.asJSON):\($1)" }.joined(separator: ","))}"
  }

  private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }

  private static func sorted(_ names: Set<String>) -> String {
    list(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(\.asJSON))
  }

  private static func sorted<Value>(_ values: [String: Value], _ text: (Value) -> String) -> String {
    object(values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, text($0.value)) })
  }
}
