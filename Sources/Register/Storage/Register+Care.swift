import Foundation
import GRDB

extension Register {
  /// A copy of one state of the register, whoever writes meanwhile: SQLite's own online backup.
  ///
  /// - Parameter path: Of an empty file, or none.
  package func backUp(to path: String) throws {
    do {
      let copy = try DatabaseQueue(path: path, configuration: Self.configuration(isShared: false))
      try database.backup(to: copy)
      // It is a file of its own from here on, without companions.
      try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
  }

  /// What is wrong with the register, a line each; empty if all is well.
  package func problems() throws -> [String] {
    try read { db in
      var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        problems.append("a row of '\(row[0] as String)' refers to one of '\(row[2] as String)' that is not there")
      }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT assessment.number, person.id, name, date, pack, answers, content_hash FROM assessment
          JOIN workstation ON workstation.number = workstation JOIN person ON person.number = person
          ORDER BY assessment.number
          """)
      while let row = try rows.next() {
        let hash = ContentHash.of(row["id"], row["name"], row["date"], row["pack"], row["answers"])
        if row["content_hash"] as Data != Data(hash) {
          problems.append("assessment \(row["number"] as Int64) is not what was filed")
        }
      }
      return problems
    }
  }

  /// How many people, assessments and actions there are.
  package func counts() throws -> (people: Int, assessments: Int, actions: Int) {
    try read { db in
      func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")! }
      return try (count("person"), count("assessment"), count("action"))
    }
  }
}
