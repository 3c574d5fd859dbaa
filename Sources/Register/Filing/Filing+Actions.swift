import Ergonomics
import GRDB

/// What an assessment does to the actions of its workstation.
extension Filing {
  func follow(_ assessment: Assessment, at workstation: Int64, _ db: Database) throws {
    var advised: Set<Int64> = []
    for action in assessment.actions {
      guard let correction = corrections[action.correction] else { continue }
      let kind = try db.number(of: correction, of: assessment.header.packID)
      advised.insert(try advise(kind, for: action.findings, at: workstation, assessment.header.packID, db))
    }
    let (found, open) = (Set(assessment.findings.map(\.id)), Set(assessment.undetermined))
    for action in try others(than: advised, at: workstation, assessment.header.packID, db) {
      let findings = try db.findings(ofAction: action.number)
      if findings.contains(where: found.contains) {
        try db.move(action.number, from: action.state, .replaced, settings.date, who: settings.who)
      } else if !findings.contains(where: open.contains) {
        try db.move(action.number, from: action.state, .solved, settings.date, who: settings.who)
      }
    }
  }

  /// Proposes an action, or takes up the one that is there.
  private func advise(
    _ correction: Int64, for findings: [Rule.ID], at workstation: Int64, _ pack: Pack.ID, _ db: Database
  ) throws -> Int64 {
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, state FROM action WHERE workstation = ? AND correction = ?"),
      arguments: [workstation, correction])
    let action: Int64
    if let known {
      action = known["number"]
      try db.move(action, from: try known.state, .foundAgain, settings.date, who: settings.who)
      try db.cachedStatement(sql: "DELETE FROM action_finding WHERE action = ?").execute(arguments: [action])
    } else {
      try db.cachedStatement(
        sql: "INSERT INTO action (workstation, correction, state, proposed, changed) VALUES (?, ?, ?, ?, ?)"
      ).execute(
        arguments: [workstation, correction, ActionState.proposed.rawValue, settings.date, settings.date])
      action = db.lastInsertedRowID
    }
    for finding in findings {
      try db.cachedStatement(
        sql: "INSERT INTO action_finding SELECT ?, number FROM rule WHERE pack = ? AND id = ?"
      ).execute(arguments: [action, pack, finding])
    }
    return action
  }

  /// Actions of the workstation, by the same pack, that are not advised now.
  private func others(
    than advised: Set<Int64>, at workstation: Int64, _ pack: Pack.ID, _ db: Database
  ) throws -> [(number: Int64, state: ActionState)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT action.number, action.state FROM action JOIN correction ON correction.number = action.correction
          WHERE action.workstation = ? AND correction.pack = ? ORDER BY action.number
          """), arguments: [workstation, pack])
    return try rows.map { ($0["number"], try $0.state) }.filter { !advised.contains($0.0) }
  }
}

extension Row {
  /// - Throws: `DatabaseError` for what no state is called; the table admits none.
  var state: ActionState {
    get throws {
      guard let state = ActionState(rawValue: self["state"]) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an action has no state")
      }
      return state
    }
  }
}

extension Database {
  fileprivate func number(of correction: Correction, of pack: Pack.ID) throws -> Int64 {
    try cachedStatement(
      sql: """
        INSERT INTO correction (pack, id, title, item) VALUES (?, ?, ?, ?)
        ON CONFLICT (pack, id) DO UPDATE SET title = excluded.title, item = excluded.item
        WHERE title <> excluded.title OR item <> excluded.item
        """
    ).execute(arguments: [pack, correction.id, correction.title, correction.item ?? ""])
    return try Int64.fetchOne(
      cachedStatement(sql: "SELECT number FROM correction WHERE pack = ? AND id = ?"), arguments: [pack, correction.id])!
  }

  fileprivate func findings(ofAction action: Int64) throws -> [Rule.ID] {
    try String.fetchAll(
      cachedStatement(
        sql: "SELECT rule.id FROM action_finding JOIN rule ON rule.number = rule WHERE action = ? ORDER BY rule.number"),
      arguments: [action])
  }

  /// Moves an action and writes it down; a move that cannot be, and one that changes nothing, leaves all as it is.
  func move(
    _ action: Int64, from state: ActionState, _ move: ActionMove, _ date: String, who: String, note: String = ""
  ) throws {
    guard let next = state.after(move) else { return }
    try cachedStatement(
      sql: "UPDATE action SET state = ?, changed = ?, revision = revision + 1 WHERE number = ?"
    ).execute(arguments: [next.rawValue, date, action])
    try log(date, who: who, what: move.rawValue, action: action, from: state, to: next, note: note)
  }

  func log(
    _ date: String, who: String, what: String, action: Int64? = nil, from: ActionState? = nil, to: ActionState? = nil,
    note: String = ""
  ) throws {
    try cachedStatement(
      sql: "INSERT INTO event (date, who, what, action, from_state, to_state, note) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [date, who, what, action, from?.rawValue, to?.rawValue, note])
  }
}
