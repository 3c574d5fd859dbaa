import GRDB

/// Somebody to ask, as a table of people names them.
package struct Invited: Sendable, Hashable {
  package let id: String
  /// Empty where the table does not say; then it stays what it was, as the contact does.
  package let team: String
  package let contact: String

  package init(id: String, team: String, contact: String) { (self.id, self.team, self.contact) = (id, team, contact) }
}

/// How many of a round were asked, and how many answered.
package struct RoundCount: Sendable, Hashable {
  package let round: String
  package let sent: String
  package let invited: Int
  package let answered: Int
}

extension Register {
  /// - Returns: How many are new in the round; who was invited to it already is not invited again.
  package func invite(_ people: [Invited], to round: String, on day: String, who: String) throws -> Int {
    try write { db in
      var new = 0
      for person in people {
        try db.cachedStatement(
          sql: """
            INSERT INTO person (id, team, contact) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET
              team = CASE ?2 WHEN '' THEN team ELSE ?2 END, contact = CASE ?3 WHEN '' THEN contact ELSE ?3 END
            """
        ).execute(arguments: [person.id, person.team, person.contact])
        try db.cachedStatement(
          sql: """
            INSERT INTO invitation (person, round, sent) SELECT number, ?, ? FROM person WHERE id = ?
            ON CONFLICT DO NOTHING
            """
        ).execute(arguments: [round, day, person.id])
        new += db.changesCount
      }
      try db.log(day, who: who, what: "invited", note: "\(new) to \(round)")
      return new
    }
  }

  /// Earliest first. For whoever keeps the register: exact numbers, which an employer is told in steps only.
  package func rounds() throws -> [RoundCount] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT round, min(sent) AS sent, count(*) AS invited, count(answered) AS answered FROM invitation
          GROUP BY round ORDER BY sent, round
          """
      ).map { RoundCount(round: $0["round"], sent: $0["sent"], invited: $0["invited"], answered: $0["answered"]) }
    }
  }

  /// Who was invited to a round and has not answered, by id.
  package func unanswered(_ round: String) throws -> [Invited] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, team, contact FROM invitation JOIN person ON person.number = person
          WHERE round = ? AND answered IS NULL ORDER BY id
          """, arguments: [round]
      ).map { Invited(id: $0["id"], team: $0["team"], contact: $0["contact"]) }
    }
  }
}
