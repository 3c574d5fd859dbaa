import Ergonomics
import RulePacks
import Testing

@Suite("A condition printed as text")
struct ConditionPrintingTests {
  @Test(
    "is as an author writes it",
    arguments: [
      "lumbar_support is none", "lumbar_support is not none", "lumbar_support in (in_place, none)",
      "lumbar_support not in (in_place, none)", "has_pain", "not has_pain", "has_pain is no",
      "pain_areas has hips", "pain_areas has any of (lower_back, hips)", "pain_areas has all of (lower_back, hips)",
      "pain_areas has none of (hips)", "not pain_areas has all of (lower_back, hips)",
      "pain_areas has all of (lower_back, hips) and has_pain", "count(pain_areas) at least 2",
      "sitting_time at least 1.5 h", "sitting_time more than 2 h", "sitting_time less than 2 h",
      "desk_height more than 3 cm", "elbow_height at least 31 mm", "shelf_height more than 28 in",
      "sitting_time at most 100 min", "shelf_height at least 28 in",
      "desk_height between 72 cm and 75.5 cm", "desk_share at least 40 %", "knee_angle at most 90 deg",
      "desk_height - (elbow_height + 3 cm) at most -1 cm", "(desk_height - elbow_height) * -0.5 at most 3 cm",
      "chair_chart[seat, back + 1] + points(seat_type) at least 4", "min(desk_height, 100 cm * 0.7) at least 70 cm",
      "at least 2 of (has_pain, not uses_laptop, seat_type is stool and has_pain)",
      "(has_pain and uses_laptop) or not (has_pain or uses_laptop)",
    ])
  func asWritten(text: String) throws {
    #expect(try #require(read(text).value).text(in: .desk) == text)
  }

  @Test("reads back as the same condition", arguments: 0..<400)
  func roundTrip(seed: Int) {
    var conditions = RandomConditions(seed: seed)
    let condition = conditions.condition(depth: 4)
    let text = condition.text(in: .desk)
    let reading = read(text)
    #expect(reading.value == condition, "\(text)\n\(reading.problems)")
  }

  @Test("reads back as the same formula", arguments: 0..<200)
  func formulaRoundTrip(seed: Int) {
    var conditions = RandomConditions(seed: seed)
    let kind = [QuantityKind.length, .time, .count, .points][seed % 4]
    let formula = conditions.formula(kind, depth: 4)
    let text = formula.text(in: .desk, unit: kind.baseUnit)
    #expect(readFormula(text, as: kind).value == formula, "\(text)")
  }
}
