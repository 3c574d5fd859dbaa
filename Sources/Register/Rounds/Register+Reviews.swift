import GRDB

/// A workstation that is to be looked at again.
package struct DueReview: Sendable, Hashable {
  package let person: String
  package let team: String
  package let workstation: String
  package let due: String
  package let lastAssessment: String?
  package let openActions: Int
}

extension Register {
  /// Workstations to be looked at again until a day, those due first, first.
  ///
  /// - Parameter day: `nil` = all that have a day.
  package func reviews(until day: String?, team: String? = nil) throws -> [DueReview] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT person.id, person.team, w.name, w.review_due,
            (SELECT max(date) FROM assessment WHERE workstation = w.number) AS last,
            (SELECT count(*) FROM action WHERE workstation = w.number AND state NOT IN ('closed', 'rejected')) AS open
          FROM workstation w JOIN person ON person.number = w.person
          WHERE w.review_due IS NOT NULL AND (?1 IS NULL OR w.review_due <= ?1) AND (?2 IS NULL OR person.team = ?2)
          ORDER BY w.review_due, person.id, w.name
          """, arguments: [day, team]
      ).map {
        DueReview(
          person: $0["id"], team: $0["team"], workstation: $0["name"], due: $0["review_due"],
          lastAssessment: $0["last"],
          openActions: $0["open"])
      }
    }
  }

  /// Writes down that an assessor looked at a workstation: what was confirmed there is closed.
  ///
  /// - Parameters:
  ///   - workstation: `nil` = the only one.
  ///   - next: When to look again; `nil` = as it was, unless that day has come.
  /// - Returns: How many actions were closed.
  package func review(
    _ person: String, at workstation: String?, on day: String, who: String, note: String, next: String?
  ) throws -> Int {
    let near = try nearest(to: person)
    return try write { db in
      let place = try db.place(workstation, of: person, near: near)
      try db.execute(
        literal: "INSERT INTO review (workstation, date, assessor, note) VALUES (\(place), \(day), \(who), \(note))")
      if let next {
        try db.execute(literal: "UPDATE workstation SET review_due = \(next) WHERE number = \(place)")
      } else {
        try db.execute(
          literal: "UPDATE workstation SET review_due = NULL WHERE number = \(place) AND review_due <= \(day)")
      }
      let confirmed = try Row.fetchAll(
        db,
        sql: "SELECT number, state FROM action WHERE workstation = ? AND state = 'confirmed' ORDER BY number",
        arguments: [place])
      for action in confirmed { try db.move(action["number"], from: action.state, .signOff, day, who: who, note: note) }
      return confirmed.count
    }
  }

  /// Sets the day on which a workstation is to be looked at again, unless an earlier one is set.
  package func ask(
    forReviewOf person: String, at workstation: String?, by due: String
  ) throws {
    let near = try nearest(to: person)
    try write { db in
      let place = try db.place(workstation, of: person, near: near)
      try db.execute(
        literal: """
          UPDATE workstation SET review_due = \(due)
          WHERE number = \(place) AND (review_due IS NULL OR review_due > \(due))
          """)
    }
  }
}

extension Database {
  /// The number of a workstation that is there.
  ///
  /// - Throws: `RegisterFailure` where it is not, and where it is not said which of several.
  func place(_ workstation: String?, of person: String, near: String?) throws -> Int64 {
    let known = try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)", arguments: [person])!
    guard known else { throw RegisterFailure.unknownPerson(person, near: near) }
    let places = try Row.fetchAll(
      self,
      sql: """
        SELECT workstation.number, name FROM workstation JOIN person ON person.number = person
        WHERE person.id = ? ORDER BY name
        """, arguments: [person])
    let names = places.map { $0["name"] as String }
    guard let workstation else {
      guard places.count == 1 else { throw RegisterFailure.severalWorkstations(person: person, names: names) }
      return places[0]["number"]
    }
    guard let place = places.first(where: { $0["name"] == workstation }) else {
      throw RegisterFailure.unknownWorkstation(person: person, name: workstation, names: names)
    }
    return place["number"]
  }
}
