import Ergonomics
import RulePacks
import Testing

@Suite("Formula text")
struct FormulaTextTests {
  @Test(
    "gives a formula of the kind that is asked for",
    arguments: [
      ("desk_height - elbow_height", .length, .difference(.answer("desk_height"), .answer("elbow_height"))),
      ("(sitting_time)", .time, .answer("sitting_time")),
      ("2", .points, .constant(2)),
      ("max(points(seat_type), 3) + 1", .points, .sum(.greatest([.points("seat_type"), .constant(3)]), .constant(1))),
      ("1.5 h", .time, .constant(90)),
      ("elbow_height * -0.50", .length, .scaled(.answer("elbow_height"), by: ExactDecimal(units: -5, places: 1))),
      ("chair_chart[2, 3]", .points, .lookup("chair_chart", row: .constant(2), column: .constant(3))),
    ] as [(String, QuantityKind, Formula)])
  func formulas(text: String, kind: QuantityKind, formula: Formula) {
    #expect(readFormula(text, as: kind).value == formula)
  }

  @Test(
    "is refused when it gives something else",
    arguments: [
      ("sitting_time", .length, .mixedUnits), ("2", .length, .unitMissing), ("2.5", .points, .notWhole),
      ("has_pain", .points, .notANumber), ("has_pain and uses_laptop", .points, .notANumber),
      ("elbow_hight", .length, .unknownQuestion), ("", .length, .emptyCondition),
    ] as [(String, QuantityKind, Problem.Code)])
  func refused(text: String, kind: QuantityKind, code: Problem.Code) {
    #expect(readFormula(text, as: kind).problems.map(\.code) == [code])
  }

  @Test("never grows beyond what the engine can count")
  func tooLarge() {
    let text = "elbow_height" + String(repeating: " * 999999999", count: 3)
    #expect(readFormula(text, as: .length).problems.map(\.code) == [.numberTooLarge])
  }
}
