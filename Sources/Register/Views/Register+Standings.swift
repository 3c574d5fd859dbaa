import GRDB

/// How things are at a workstation: what the latest assessment of each pack found, and what is to be done.
package struct WorkstationStanding: Sendable, Hashable {
  package let person: String
  package let team: String
  package let workstation: String
  /// The day of the latest assessment.
  package internal(set) var assessed: String
  /// Of the latest assessment of each pack.
  package internal(set) var scores: [RegisteredAssessment.Score]
  /// Rules that missing answers leave open.
  package internal(set) var openRules: Int
  package let reviewDue: String?
  package let openActions: Int
  package let overdueActions: Int
  /// Said to be done, and not looked at yet.
  package let unconfirmedActions: Int
}

extension Register {
  /// All workstations that were assessed, by person and name.
  ///
  /// - Parameter day: What was due before it is overdue.
  package func standings(on day: String, team: String? = nil) throws -> [WorkstationStanding] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT w.number AS place, person.id, person.team, w.name, w.review_due, a.number, a.date,
            (SELECT count(*) FROM finding WHERE assessment = a.number AND outcome = 'open') AS undetermined,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state NOT IN ('closed', 'rejected')) AS open,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state IN ('proposed', 'agreed', 'reopened')
              AND due < ?1) AS overdue,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state = 'done') AS unconfirmed
          FROM workstation w JOIN person ON person.number = w.person JOIN assessment a ON a.workstation = w.number
          WHERE (?2 IS NULL OR person.team = ?2) AND a.number = (SELECT number FROM assessment later
            WHERE later.workstation = w.number AND later.pack = a.pack ORDER BY date DESC, number DESC LIMIT 1)
          ORDER BY person.id, w.name, a.pack
          """, arguments: [day, team])
      var (standings, last) = ([WorkstationStanding](), Int64?.none)
      while let row = try rows.next() {
        if row["place"] != last {
          last = row["place"]
          standings.append(
            WorkstationStanding(
              person: row["id"], team: row["team"], workstation: row["name"], assessed: row["date"], scores: [],
              openRules: 0, reviewDue: row["review_due"], openActions: row["open"], overdueActions: row["overdue"],
              unconfirmedActions: row["unconfirmed"]))
        }
        let place = standings.count - 1
        standings[place].assessed = max(standings[place].assessed, row["date"])
        standings[place].scores += try db.scores(of: row["number"])
        standings[place].openRules += row["undetermined"]
      }
      return standings
    }
  }
}
