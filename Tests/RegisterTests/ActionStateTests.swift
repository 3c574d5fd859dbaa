import Testing

@testable import Register

@Suite("The states of an action")
struct ActionStateTests {
  /// By state: what each move makes of it. What is not here cannot be.
  private static let table: [ActionState: [ActionMove: ActionState]] = [
    .proposed: [.agree: .agreed, .done: .done, .reject: .rejected, .solved: .closed, .replaced: .closed],
    .agreed: [.done: .done, .reject: .rejected, .solved: .closed],
    .done: [.confirm: .confirmed, .reopen: .reopened, .foundAgain: .reopened, .solved: .closed],
    .confirmed: [.signOff: .closed, .reopen: .reopened, .foundAgain: .reopened, .solved: .closed],
    .closed: [.reopen: .reopened, .foundAgain: .reopened],
    .rejected: [.reopen: .reopened],
    .reopened: [.agree: .agreed, .done: .done, .reject: .rejected, .solved: .closed],
  ]

  @Test("follow each move to one state, or cannot make it", arguments: ActionState.allCases)
  func moves(_ state: ActionState) {
    for move in ActionMove.allCases { #expect(state.after(move) == Self.table[state]?[move], "\(state) \(move)") }
  }

  @Test("can each be reached from what is proposed, and be left for what is closed")
  func reach() {
    var reached: Set<ActionState> = [.proposed]
    for _ in ActionState.allCases {
      reached.formUnion(reached.flatMap { state in ActionMove.allCases.compactMap { state.after($0) } })
    }
    #expect(reached == Set(ActionState.allCases))
    for state in ActionState.allCases where state != .closed {
      var ends: Set = [state]
      for _ in ActionState.allCases {
        ends.formUnion(ends.flatMap { s in ActionMove.allCases.compactMap { s.after($0) } })
      }
      #expect(ends.contains(.closed), "\(state)")
    }
  }

  @Test("never change by a move back to themselves, nor back to proposed")
  func noLoop() {
    for state in ActionState.allCases {
      for move in ActionMove.allCases {
        #expect(state.after(move) != state)
        #expect(state.after(move) != .proposed)
      }
    }
  }

  @Test("are told by the moves of people alone where a table names another state")
  func table() {
    #expect(ActionState.proposed.move(to: .agreed) == .agree)
    #expect(ActionState.confirmed.move(to: .closed) == .signOff)
    #expect(ActionState.proposed.move(to: .closed) == nil)
    #expect(ActionState.closed.move(to: .reopened) == .reopen)
  }
}
