/// How far an action has come.
///
///     proposed → agreed → done → confirmed → closed
package enum ActionState: String, CaseIterable, Sendable {
  /// An assessment advises it.
  case proposed
  /// Somebody is to do it.
  case agreed
  /// Whoever was to do it says that it is done.
  case done
  /// The assessor looked, and it is.
  case confirmed
  /// Signed off, or no longer called for by an assessment.
  case closed
  /// It will not be done, for a reason that is kept.
  case rejected
  /// It was done, and is called for again.
  case reopened

  /// Somebody still has something to do for it.
  package var isOpen: Bool { self != .closed && self != .rejected }

  /// Whoever owns it still has to do it, so that it can be overdue; what is done waits for the assessor.
  package var isToBeDone: Bool { [.proposed, .agreed, .reopened].contains(self) }
}

/// What happens to an action.
package enum ActionMove: String, CaseIterable, Sendable {
  // What people do.
  case agree, done, confirm, reject, reopen
  /// A review of the workstation ends what was confirmed.
  case signOff = "sign-off"
  // What the next assessment says.
  /// It advises the same again.
  case foundAgain = "found-again"
  /// None of its findings is found any more.
  case solved
  /// Its findings are still there, but other advice takes its place.
  case replaced

  /// By a person, not by an assessment.
  package var isOfPeople: Bool {
    switch self {
    case .agree, .done, .confirm, .reject, .reopen, .signOff: true
    case .foundAgain, .solved, .replaced: false
    }
  }
}

extension ActionState {
  /// What a move makes of it; `nil` where it cannot be.
  package func after(_ move: ActionMove) -> ActionState? {
    switch (self, move) {
    case (.proposed, .agree), (.reopened, .agree): .agreed
    case (.proposed, .done), (.agreed, .done), (.reopened, .done): .done
    case (.done, .confirm): .confirmed
    case (.proposed, .reject), (.agreed, .reject), (.reopened, .reject): .rejected
    case (.done, .reopen), (.confirmed, .reopen), (.closed, .reopen), (.rejected, .reopen): .reopened
    case (.confirmed, .signOff): .closed
    // What was rejected stays so until somebody takes it up again.
    case (.done, .foundAgain), (.confirmed, .foundAgain), (.closed, .foundAgain): .reopened
    case (.proposed, .solved), (.agreed, .solved), (.done, .solved), (.confirmed, .solved), (.reopened, .solved):
      .closed
    case (.proposed, .replaced): .closed
    default: nil
    }
  }

  /// The states that a move starts from, in their order.
  package static func before(_ move: ActionMove) -> [ActionState] { allCases.filter { $0.after(move) != nil } }

  /// How people bring it to another state; `nil` where they cannot at once.
  package func move(to other: ActionState) -> ActionMove? {
    ActionMove.allCases.first { $0.isOfPeople && after($0) == other }
  }
}
