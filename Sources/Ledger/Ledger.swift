import Ergonomics

/// What was told an employer of the rounds of a survey: so that no second report of the same people is made that, held
/// against the first, would tell what single people answered.
///
///     var ledger = try Ledger(text)  // or Ledger(), with a new key
///     var people = ledger.nobody(program, tellsHealth: false)
///     …
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

  private(set) var entries: [Entry] = []
  let key: LedgerKey

  /// Empty, with a key that nobody else has.
  package init() { key = LedgerKey() }

  init(_ key: LedgerKey, _ entries: [Entry]) { (self.key, self.entries) = (key, entries) }

  /// To be filled with the people of a round, and recorded.
  package func nobody(_ program: RuleProgram, tellsHealth: Bool) -> Respondents {
    Respondents(key, AnswerPrint(program, includesHealth: tellsHealth))
  }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// A round as it was told.
  struct Entry: Sendable {
    let report: Report
    let teams: [Digest]
    /// By `person`.
    let people: [Respondent]

    func team(of person: Respondent) -> Digest { teams[Int(person.team)] }

    /// By a digest, who it is here.
    func person(_ digest: Digest) -> Respondent? {
      var (low, high) = (0, people.count)
      while low < high {
        let middle = (low + high) / 2
        if people[middle].person < digest { low = middle + 1 } else { high = middle }
      }
      return low < people.count && people[low].person == digest ? people[low] : nil
    }
  }
}
