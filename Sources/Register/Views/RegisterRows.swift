import Ergonomics
import GRDB

/// Somebody in the register, and how far things are.
package struct RegisteredPerson: Sendable, Hashable {
  package let id: String
  package let team: String
  package let contact: String
  package let workstations: [String]
  /// `nil` for who was invited only.
  package let lastAssessment: String?
  package let openActions: Int
  /// The earliest of the workstations.
  package let reviewDue: String?
}

/// An action with whose it is, and what it is to take away.
package struct RegisteredAction: Sendable, Hashable {
  package let number: Int
  package let person: String
  package let team: String
  package let workstation: String
  package let correction: Correction.ID
  package let title: String
  /// What is to be had for it; empty without one.
  package let item: String
  package let findings: [Rule.ID]
  package let findingTitles: [String]
  package let state: ActionState
  package let owner: String
  package let due: String?
  package let note: String
  package let cost: String
  package let proposed: String
  /// When its state changed last.
  package let changed: String
  /// Counts the changes, so that a table that was filled in can be held against them.
  package let revision: Int

  package func isOverdue(on day: String) -> Bool { state.isToBeDone && due.map { $0 < day } ?? false }
}

/// Which actions are meant; what is `nil` does not matter.
package struct ActionFilter: Sendable, Hashable {
  package var numbers: [Int]?
  package var person: String?
  package var team: String?
  package var owner: String?
  /// `nil` = those that are open.
  package var states: [ActionState]? = nil
  /// Due on this day at the latest.
  package var dueBy: String?

  package init() {}
}

/// An assessment that was filed, with what came out.
package struct RegisteredAssessment: Sendable, Hashable {
  package struct Score: Sendable, Hashable {
    package let id: String
    package let low: Int
    package let high: Int
    package let level: String?
    package let levelHigh: String
  }

  package let workstation: String
  package let date: String
  package let round: String
  /// `id@version+hash`.
  package let pack: String
  package let scores: [Score]
  /// Titles of what was found.
  package let findings: [String]
  /// Titles of what missing answers leave open.
  package let open: [String]
}

/// An entry of the log.
package struct RegisterEvent: Sendable, Hashable {
  package let date: String
  package let who: String
  package let what: String
  package let action: Int?
  package let from: String?
  package let to: String?
  package let note: String
}
