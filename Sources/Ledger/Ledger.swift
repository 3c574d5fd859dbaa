import Ergonomics

/// What was told an employer of the rounds of a survey: so that no second report of the same people is made that, held
/// against the first, would tell what single people answered.
///
///     var ledger = try Ledger(text)  // or Ledger(), with a new key
///     try ledger.record(report, of: people)
///     …  // keep ledger.text where only its owner can read it
///
/// Whoever has the file can ask it whether somebody took part, if they know the id; it gives back no id and no answer.
package struct Ledger: Sendable {
  /// How a round was told.
  package struct Report: Sendable, Hashable {
    /// `id@version+hash`.
    package var pack: String
    /// Heading of the column that names the teams.
    package var grouping: String
    /// People in a step.
    package var width: Int
    package var date: String

    package init(pack: String, grouping: String, width: Int, date: String) {
      (self.pack, self.grouping, self.width, self.date) = (pack, grouping.printable, width, date)
    }
  }

  struct Entry: Sendable {
    let report: Report
    /// By the hash of the person.
    let people: [String: Respondent]
  }

  /// The file is none, or was changed by hand.
  package struct Unreadable: Error {
    package let line: Int
  }

  private(set) var entries: [Entry] = []
  let key: LedgerKey

  /// Empty, with a key that nobody else has.
  package init() { key = LedgerKey() }

  private static let title = "sitwell ledger 1"

  package init(_ text: String) throws(Unreadable) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines[0] == Self.title, lines[1].hasPrefix("key "),
      let key = LedgerKey(lines[1].dropFirst(4))
    else { throw Unreadable(line: 1) }
    self.key = key
    var place = 2
    while place < lines.count, !lines[place].isEmpty {
      guard let (report, count) = Self.head(lines[place]), place + count < lines.count else {
        throw Unreadable(line: place + 1)
      }
      var people: [String: Respondent] = [:]
      for line in place + 1..<place + 1 + count {
        guard let person = Respondent(lines[line]) else { throw Unreadable(line: line + 1) }
        people[person.person] = person
      }
      entries.append(Entry(report: report, people: people))
      place += count + 1
    }
  }

  /// Of other reports than the last one.
  package var count: Int { entries.count }

  package var text: String {
    let reports = entries.map { entry in
      let people = entry.people.values.map(\.line).sorted()
      let report = entry.report
      let head = "report \(report.date) \(people.count) \(report.width) \(report.pack) \(report.grouping)"
      return ([head] + people).joined(separator: "\n") + "\n"
    }
    return "\(Self.title)\nkey \(key.text)\n" + reports.joined()
  }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  private static func head(_ line: Substring) -> (Report, people: Int)? {
    let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "report", let count = Int(parts[2]), count >= 0, let width = Int(parts[3])
    else {
      return nil
    }
    return (Report(pack: String(parts[4]), grouping: String(parts[5]), width: width, date: String(parts[1])), count)
  }
}

extension Respondent {
  fileprivate init?(_ line: Substring) {
    let parts = line.split(separator: " ").map(String.init)
    guard (3...4).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 32 }) else { return nil }
    self.init(person: parts[0], team: parts[1], answers: parts[2], health: parts.count == 4 ? parts[3] : nil)
  }

  fileprivate var line: String { ([person, team, answers] + [health].compactMap { $0 }).joined(separator: " ") }
}
