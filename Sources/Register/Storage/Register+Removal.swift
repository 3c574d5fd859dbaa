import Foundation
import GRDB

/// Taking people and old assessments out, for good: their bytes are in no file that is left.
extension Register {
  /// Everything about a person, and the name where others' actions bear it; the log keeps that somebody was forgotten, by
  /// number alone.
  package func forget(_ id: String, on day: String) throws {
    let person = try person(id)
    try write { db in
      try db.execute(literal: "DELETE FROM person WHERE id = \(id)")
      for name in Set([id, person.contact]) where !name.isEmpty { try db.takeOut(name) }
      try db.log(day, who: "", what: "forgotten", note: "1")
    }
    try wipe()
  }

  /// Assessments from before a day, but for the last one of each workstation, and entries of the log that old about actions
  /// that are done with.
  ///
  /// - Returns: How many assessments are gone.
  package func retain(since day: String, on today: String) throws -> Int {
    let gone = try write { db in
      try db.execute(
        literal: """
          DELETE FROM assessment WHERE date < \(day) AND EXISTS (
            SELECT 1 FROM assessment later WHERE later.workstation = assessment.workstation
              AND later.pack = assessment.pack AND (later.date, later.number) > (assessment.date, assessment.number))
          """)
      let gone = db.changesCount
      try db.execute(
        literal: """
          DELETE FROM action WHERE state IN ('closed', 'rejected') AND changed < \(day)
          """)
      try db.execute(literal: "DELETE FROM review WHERE date < \(day)")
      try db.execute(literal: "DELETE FROM event WHERE action IS NULL AND date < \(day)")
      try db.log(today, who: "", what: "retained", note: "\(gone)")
      return gone
    }
    try wipe()
    return gone
  }

  /// What was deleted is overwritten already (`secure_delete`); this takes away copies that moving it about within the file
  /// has left, and the pages of the log that SQLite keeps beside the file.
  private func wipe() throws {
    do {
      try database.vacuum()
      let frames = try database.inDatabase { try $0.checkpoint(.truncate) }
      if frames.walFrameCount > 0 { throw RegisterFailure.busy(path: path) }
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
  }
}

extension Database {
  /// Shorter ids are numbers and initials, which stand for other things in a note.
  private static var shortestName: Int { 3 }

  /// Takes a name out of what others wrote down.
  fileprivate func takeOut(_ name: String) throws {
    try execute(literal: "UPDATE action SET owner = '' WHERE owner = \(name)")
    try execute(literal: "UPDATE event SET who = '' WHERE who = \(name)")
    try execute(literal: "UPDATE event SET note = '' WHERE what = 'owner' AND note = \(name)")
    try execute(literal: "UPDATE review SET assessor = '' WHERE assessor = \(name)")
    guard name.count >= Self.shortestName else { return }
    // As a word: a short name may stand within others.
    let pattern = "(?<![\\p{L}\\p{N}])\(NSRegularExpression.escapedPattern(for: name))(?![\\p{L}\\p{N}])"
    for (table, column) in [
      ("action", "note"), ("action", "owner"), ("event", "note"), ("event", "who"), ("review", "note"),
    ] {
      let rows = try Row.fetchAll(
        self, sql: "SELECT number, \(column) AS words FROM \(table) WHERE instr(lower(\(column)), lower(?)) > 0",
        arguments: [name])
      for row in rows {
        let words = (row["words"] as String).replacingOccurrences(
          of: pattern, with: "…", options: [.regularExpression, .caseInsensitive])
        try execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE number = ?", arguments: [words, row["number"] as Int64])
      }
    }
  }
}
