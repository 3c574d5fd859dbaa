import Foundation

/// A ledger as a file: a line with the key, then of each report a line that says how it was made, one with its teams and
/// one with its people, as digests in base64. The first line says by its number what digests are made of.
extension Ledger {
  /// The file is none, or was changed by hand.
  package struct Unreadable: Error {
    package let line: Int
  }

  private static let title = "sitwell ledger 2"

  package init(_ text: String) throws(Unreadable) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines[0] == Self.title, lines[1].hasPrefix("key "),
      let key = LedgerKey(lines[1].dropFirst(4))
    else { throw Unreadable(line: 1) }
    var (place, entries) = (2, [Entry]())
    while place < lines.count, !lines[place].isEmpty {
      guard let (report, tellsHealth) = Self.head(lines[place]) else { throw Unreadable(line: place + 1) }
      guard place + 2 < lines.count, let teams = Data(base64Encoded: String(lines[place + 1])),
        teams.count.isMultiple(of: Digest.size)
      else { throw Unreadable(line: place + 2) }
      let digests = teams.withUnsafeBytes { bytes in
        stride(from: 0, to: bytes.count, by: Digest.size).map { Digest(.init(rebasing: bytes[$0...])) }
      }
      guard let people = Self.people(lines[place + 2], tellsHealth: tellsHealth, teams: digests.count) else {
        throw Unreadable(line: place + 3)
      }
      entries.append(Entry(report: report, teams: digests, people: people))
      place += 3
    }
    self.init(key, entries)
  }

  package var text: String {
    let reports = entries.map { entry in
      let (report, health) = (entry.report, entry.tellsHealth ? "health" : "facts")
      let head = "report \(report.date) \(report.width) \(health) \(report.pack) \(report.grouping)"
      let teams = entry.teams.reduce(into: [UInt8]()) { $1.write(to: &$0) }
      var people: [UInt8] = []
      for person in entry.people { person.write(to: &people) }
      return [head, Data(teams).base64EncodedString(), Data(people).base64EncodedString()].map { $0 + "\n" }.joined()
    }
    return "\(Self.title)\nkey \(key.text)\n" + reports.joined()
  }

  private static func head(_ line: Substring) -> (Report, tellsHealth: Bool)? {
    let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "report", let width = Int(parts[2]), ["facts", "health"].contains(parts[3])
    else { return nil }
    let report = Report(pack: String(parts[4]), grouping: String(parts[5]), width: width, date: String(parts[1]))
    return (report, parts[3] == "health")
  }

  /// `nil` for what `text` did not write.
  private static func people(_ line: Substring, tellsHealth: Bool, teams: Int) -> [Respondent]? {
    let size = Respondent.size(tellsHealth: tellsHealth)
    guard let data = Data(base64Encoded: String(line)), data.count.isMultiple(of: size) else { return nil }
    let people = data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: size).map { start in
        Respondent(.init(rebasing: bytes[start..<start + size]), tellsHealth: tellsHealth)
      }
    }
    let isSorted = zip(people, people.dropFirst()).allSatisfy { $0.person < $1.person }
    return isSorted && people.allSatisfy { $0.team < teams } ? people : nil
  }
}

extension Respondent {
  fileprivate static func size(tellsHealth: Bool) -> Int { (tellsHealth ? 3 : 2) * Digest.size + 4 }

  fileprivate init(_ bytes: UnsafeRawBufferPointer, tellsHealth: Bool) {
    func digest(_ place: Int) -> Digest { Digest(.init(rebasing: bytes[(place * Digest.size)...])) }
    self.init(
      person: digest(0), answers: digest(1), health: tellsHealth ? digest(2) : nil,
      team: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)))
  }

  fileprivate func write(to bytes: inout [UInt8]) {
    person.write(to: &bytes)
    answers.write(to: &bytes)
    health?.write(to: &bytes)
    withUnsafeBytes(of: team.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
