import Ergonomics
import GRDB

/// A round as a survey of its people.
extension Register {
  /// Rounds with assessments by a pack, the latest first.
  package func assessedRounds(by pack: Pack.ID) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT round FROM assessment WHERE pack = ? GROUP BY round ORDER BY max(date) DESC, round DESC",
        arguments: [pack])
    }
  }

  /// How many were invited to a round; `nil` where nobody was.
  package func invited(to round: String) throws -> Int? { try rounds().first { $0.round == round }?.invited }

  /// Calls back for everybody of a round, by id: the latest answers of each, by question, as survey files hold them. Nothing
  /// about health is among them.
  package func answers(
    of round: String, by pack: Pack.ID,
    _ body: (_ id: String, _ team: String, _ answers: [String: String]) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, team, answers FROM (
            SELECT person.id, person.team, answers,
              row_number() OVER (PARTITION BY person.number ORDER BY date DESC, assessment.number DESC) AS place
            FROM assessment JOIN workstation ON workstation.number = workstation JOIN person ON person.number = person
            WHERE round = ? AND pack = ?)
          WHERE place = 1 ORDER BY id
          """, arguments: [round, pack])
      while let row = try rows.next() { try body(row["id"], row["team"], StoredAnswers(text: row["answers"]).codes) }
    }
  }
}

extension StoredAnswers {
  fileprivate var codes: [String: String] {
    var codes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { codes[String(parts[0])] = String(parts[1]) }
    }
    return codes
  }
}
