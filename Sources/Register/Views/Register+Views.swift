import Ergonomics
import GRDB

/// What the register is asked for. Nothing here looks at answers about health.
extension Register {
  /// By id.
  ///
  /// - Parameter team: `nil` = all.
  package func people(team: String? = nil, id: String? = nil) throws -> [RegisteredPerson] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, team, contact,
            (SELECT group_concat(name, char(31)) FROM (SELECT name FROM workstation WHERE person = p.number ORDER BY name))
              AS workstations,
            (SELECT max(date) FROM assessment JOIN workstation w ON w.number = workstation WHERE w.person = p.number) AS last,
            (SELECT count(*) FROM action JOIN workstation w ON w.number = workstation
              WHERE w.person = p.number AND state NOT IN ('closed', 'rejected')) AS open,
            (SELECT min(review_due) FROM workstation WHERE person = p.number) AS review
          FROM person p WHERE (?1 IS NULL OR team = ?1) AND (?2 IS NULL OR id = ?2) ORDER BY id
          """, arguments: [team, id])
      var people: [RegisteredPerson] = []
      while let row = try rows.next() {
        people.append(
          RegisteredPerson(
            id: row["id"], team: row["team"], contact: row["contact"], workstations: row.list("workstations"),
            lastAssessment: row["last"], openActions: row["open"], reviewDue: row["review"]))
      }
      return people
    }
  }

  /// The one with this id.
  ///
  /// - Throws: `RegisterFailure.unknownPerson`.
  package func person(_ id: String) throws -> RegisteredPerson {
    if let person = try people(id: id).first { return person }
    throw RegisterFailure.unknownPerson(id, near: try nearest(to: id))
  }

  func nearest(to id: String) throws -> String? {
    try read { try String.fetchAll($0, sql: "SELECT id FROM person ORDER BY id LIMIT 10000") }.nearest(to: id)
  }

  /// Those due first, first; without a day, last.
  package func actions(_ filter: ActionFilter) throws -> [RegisteredAction] { try read { try $0.actions(filter) } }

  /// Latest first.
  package func assessments(of person: String) throws -> [RegisteredAssessment] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT assessment.*, workstation.name AS place FROM assessment
          JOIN workstation ON workstation.number = workstation JOIN person ON person.number = person
          WHERE person.id = ? ORDER BY date DESC, assessment.number DESC
          """, arguments: [person])
      return try rows.map { try db.assessment($0) }
    }
  }

  /// What the latest answers before a day come to by the rules of today, as far as an employer may know of them; `nil` without
  /// any of this workstation and pack.
  package func assessment(
    before day: String, of person: String, at workstation: String, by assessor: Assessor
  ) throws -> Assessment? {
    let row = try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT answers, date FROM assessment JOIN workstation ON workstation.number = workstation
          JOIN person ON person.number = person
          WHERE person.id = ? AND name = ? AND pack = ? AND date < ? ORDER BY date DESC, assessment.number DESC LIMIT 1
          """, arguments: [person, workstation, assessor.pack.id, day])
    }
    return row.map { row in
      let answers = StoredAnswers(text: row["answers"]).answers(of: person, to: assessor.pack)
      return assessor.outcomes(of: answers, date: row["date"])
    }
  }

  /// When a workstation is to be looked at again; `nil` where no day is set.
  package func reviewDue(of person: String, at workstation: String) throws -> String? {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT review_due FROM workstation JOIN person ON person.number = person WHERE person.id = ? AND name = ?
          """, arguments: [person, workstation])
    }
  }

  /// Of the actions of a person, earliest first.
  package func events(of person: String) throws -> [RegisterEvent] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT event.* FROM event JOIN action ON action.number = event.action
          JOIN workstation ON workstation.number = action.workstation JOIN person ON person.number = workstation.person
          WHERE person.id = ? ORDER BY event.number
          """, arguments: [person])
      return rows.map { row in
        RegisterEvent(
          date: row["date"], who: row["who"], what: row["what"], action: row["action"], from: row["from_state"],
          to: row["to_state"], note: row["note"])
      }
    }
  }
}

extension Database {
  func actions(_ filter: ActionFilter) throws -> [RegisteredAction] {
    var (conditions, arguments) = ([String](), [(any DatabaseValueConvertible)?]())
    func demand(_ condition: String, _ values: [any DatabaseValueConvertible]) {
      conditions.append(condition)
      arguments += values
    }
    if let states = filter.states {
      demand("state IN (\(states.map { _ in "?" }.joined(separator: ", ")))", states.map(\.rawValue))
    } else if filter.numbers == nil {
      demand("state NOT IN ('closed', 'rejected')", [])
    }
    if let numbers = filter.numbers {
      demand("action.number IN (\(numbers.map { _ in "?" }.joined(separator: ", ")))", numbers)
    }
    if let person = filter.person { demand("person.id = ?", [person]) }
    if let team = filter.team { demand("person.team = ?", [team]) }
    if let owner = filter.owner { demand("owner = ?", [owner]) }
    if let day = filter.dueBy { demand("due IS NOT NULL AND due <= ?", [day]) }
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT action.*, person.id AS person, person.team, workstation.name AS place, correction.id AS advice,
          correction.title, correction.item,
          (SELECT group_concat(id, char(31)) FROM (SELECT rule.id FROM action_finding
            JOIN rule ON rule.number = rule WHERE action = action.number ORDER BY rule.number)) AS findings,
          (SELECT group_concat(title, char(31)) FROM (SELECT rule.title FROM action_finding
            JOIN rule ON rule.number = rule WHERE action = action.number ORDER BY rule.number)) AS titles
        FROM action JOIN workstation ON workstation.number = action.workstation
        JOIN person ON person.number = workstation.person JOIN correction ON correction.number = action.correction
        \(conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))")
        ORDER BY due IS NULL, due, action.number
        """, arguments: StatementArguments(arguments))
    var actions: [RegisteredAction] = []
    while let row = try rows.next() { actions.append(try RegisteredAction(row)) }
    return actions
  }

  func scores(of assessment: Int64) throws -> [RegisteredAssessment.Score] {
    try Row.fetchAll(
      cachedStatement(sql: "SELECT * FROM score WHERE assessment = ? ORDER BY id"), arguments: [assessment]
    ).map {
      RegisteredAssessment.Score(
        id: $0["id"], low: $0["low"], high: $0["high"], level: $0["level"], levelHigh: $0["level_high"])
    }
  }

  fileprivate func assessment(_ row: Row) throws -> RegisteredAssessment {
    let number: Int64 = row["number"]
    return try RegisteredAssessment(
      workstation: row["place"], date: row["date"], round: row["round"],
      pack: "\(row["pack"] as String)@\(row["pack_version"] as String)+\(row["pack_hash"] as String)",
      scores: scores(of: number), findings: titles(of: number, "found"), open: titles(of: number, "open"))
  }

  private func titles(of assessment: Int64, _ outcome: String) throws -> [String] {
    try String.fetchAll(
      cachedStatement(
        sql: """
          SELECT rule.title FROM finding JOIN rule ON rule.number = finding.rule
          WHERE finding.assessment = ? AND outcome = ? ORDER BY rule.number
          """), arguments: [assessment, outcome])
  }
}

extension RegisteredAction {
  init(_ row: Row) throws {
    self.init(
      number: row["number"], person: row["person"], team: row["team"], workstation: row["place"],
      correction: row["advice"], title: row["title"], item: row["item"], findings: row.list("findings"),
      findingTitles: row.list("titles"), state: try row.state, owner: row["owner"], due: row["due"], note: row["note"],
      cost: row["cost"], proposed: row["proposed"], changed: row["changed"], revision: row["revision"])
  }
}

extension Row {
  /// Parts that a character joins which stands in no name.
  func list(_ column: String) -> [String] {
    (self[column] as String?)?.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init) ?? []
  }
}
