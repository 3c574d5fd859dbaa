import Ergonomics
import GRDB

/// How things stand at a workstation, for whoever is to look at it.
package struct WorkstationStanding: Sendable, Hashable {
  package let person: String
  package let team: String
  package let workstation: String
  package let assessed: String?
  /// The highest level that each score of the last assessment may have, by score.
  package let levels: [Score.ID: Band.ID]
  /// Rules that the last assessment leaves open.
  package let undetermined: Int
  package let open: Int
  package let overdue: Int
  /// Actions that are said to be done, and nobody has looked.
  package let toConfirm: Int
  package let reviewDue: String?
}

extension Register {
  /// All workstations, by person.
  ///
  /// - Parameter pack: By whose last assessment it is judged.
  package func standings(
    by pack: Pack.ID, on day: String, team: String? = nil
  ) throws -> [WorkstationStanding] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT person.id, person.team, w.name, w.review_due,
            (SELECT number FROM assessment WHERE workstation = w.number AND pack = ?1
              ORDER BY date DESC, number DESC LIMIT 1) AS last,
            (SELECT max(date) FROM assessment WHERE workstation = w.number AND pack = ?1) AS assessed,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state NOT IN ('closed', 'rejected')) AS open,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state = 'done') AS done,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state NOT IN ('closed', 'rejected')
              AND due < ?2) AS overdue
          FROM workstation w JOIN person ON person.number = w.person
          WHERE ?3 IS NULL OR person.team = ?3 ORDER BY person.id, w.name
          """, arguments: [pack, day, team])
      var standings: [WorkstationStanding] = []
      while let row = try rows.next() { standings.append(try db.standing(row)) }
      return standings
    }
  }
}

extension Database {
  fileprivate func standing(_ row: Row) throws -> WorkstationStanding {
    let last: Int64? = row["last"]
    let levels = try Row.fetchAll(
      cachedStatement(sql: "SELECT id, level_high FROM score WHERE assessment = ?"), arguments: [last])
    let undetermined = try Int.fetchOne(
      cachedStatement(sql: "SELECT count(*) FROM finding WHERE assessment = ? AND outcome = 'open'"), arguments: [last])
    return WorkstationStanding(
      person: row["id"], team: row["team"], workstation: row["name"], assessed: row["assessed"],
      levels: Dictionary(uniqueKeysWithValues: levels.map { ($0["id"], $0["level_high"]) }),
      undetermined: undetermined ?? 0, open: row["open"], overdue: row["overdue"], toConfirm: row["done"],
      reviewDue: row["review_due"])
  }
}
