import Ergonomics
import TestSupport
import Testing

@testable import Workbench

@Suite("Changes of a condition")
struct ConditionMutantTests {
  @Test("move each limit by one unit, leave out each option and condition, and swap what joins")
  func all() {
    let sits = Condition.isWithin(.answer("hours"), 120...Int.max)
    let condition = Condition.all([.isOneOf("seat", ["a", "b"]), .not(sits)])
    let changed = condition.mutants
    #expect(changed.map(\.kind) == [.connective, .part, .part, .option, .option, .not, .limit, .limit])
    #expect(
      changed[6].whole == .all([.isOneOf("seat", ["a", "b"]), .not(.isWithin(.answer("hours"), 119...Int.max))]))
  }
}
