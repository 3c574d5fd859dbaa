import GRDB

/// A row of the action table as somebody filled it in; what is `nil` has no column.
package struct FilledInAction: Sendable, Hashable {
  package let line: Int
  package let number: Int
  /// That of the export; `nil` where the column was taken out.
  package let revision: Int?
  package let state: ActionState?
  package let change: ActionChange

  package init(line: Int, number: Int, revision: Int?, state: ActionState?, change: ActionChange) {
    (self.line, self.number, self.revision, self.state, self.change) = (line, number, revision, state, change)
  }
}

/// Why a row cannot be taken over.
package enum ImportConflict: Error, Sendable, Hashable {
  case unknown(Int)
  /// It stands in an earlier row too.
  case twice(Int)
  /// The register has changed since the table was made, and the row says something else.
  case changedMeanwhile(Int, now: ActionState)
  /// Nobody can bring it from the one to the other at once.
  case cannotBecome(Int, from: ActionState, to: ActionState)
}

extension Register {
  /// Takes over all rows, or none.
  ///
  /// - Returns: What stands in the way, by line; else how many actions were changed.
  package func take(
    _ rows: [FilledInAction], on day: String, who: String
  ) throws -> (changed: Int, conflicts: [(line: Int, conflict: ImportConflict)]) {
    try write { db in
      var (changes, conflicts) = ([(RegisteredAction, ActionChange)](), [(line: Int, conflict: ImportConflict)]())
      var seen: Set<Int> = []
      var filter = ActionFilter()
      for row in rows {
        filter.numbers = [row.number]
        do throws(ImportConflict) {
          guard seen.insert(row.number).inserted else { throw .twice(row.number) }
          guard let action = try? db.actions(filter).first else { throw .unknown(row.number) }
          let change = try row.change(of: action)
          if !change.isEmpty { changes.append((action, change)) }
        } catch {
          conflicts.append((row.line, error))
        }
      }
      if conflicts.isEmpty {
        for (action, change) in changes { try db.change(action, change, on: day, who: who) }
      }
      return (conflicts.isEmpty ? changes.count : 0, conflicts)
    }
  }
}

extension FilledInAction {
  /// What the row says that the register does not.
  fileprivate func change(of action: RegisteredAction) throws(ImportConflict) -> ActionChange {
    var change = ActionChange(
      owner: change.owner.differing(from: action.owner), due: change.due.differing(from: action.due ?? ""),
      note: change.note.differing(from: action.note), cost: change.cost.differing(from: action.cost))
    let isOtherState = state.map { $0 != action.state } ?? false
    if let revision, revision != action.revision, isOtherState || !change.isEmpty {
      throw .changedMeanwhile(number, now: action.state)
    }
    if let state, isOtherState {
      guard let move = action.state.move(to: state) else {
        throw .cannotBecome(number, from: action.state, to: state)
      }
      change.move = move
    }
    return change
  }
}

extension String? {
  fileprivate func differing(from other: String) -> String? { self == other ? nil : self }
}
