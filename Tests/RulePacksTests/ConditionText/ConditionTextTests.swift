import Ergonomics
import RulePacks
import Testing

@Suite("Condition text")
struct ConditionTextTests {
  @Test(
    "asks for options",
    arguments: [
      ("lumbar_support is none", .isOneOf("lumbar_support", ["none"])),
      ("lumbar_support is not none", .not(.isOneOf("lumbar_support", ["none"]))),
      ("lumbar_support in (none, in_place, none)", .isOneOf("lumbar_support", ["in_place", "none"])),
      ("lumbar_support not in (none, not_touching)", .not(.isOneOf("lumbar_support", ["not_touching", "none"]))),
      ("has_pain", .isOneOf("has_pain", ["yes"])),
      ("has_pain is yes", .isOneOf("has_pain", ["yes"])),
      ("has_pain is no", .isOneOf("has_pain", ["no"])),
      ("pain_areas has hips", .hasAny("pain_areas", ["hips"])),
      ("pain_areas has any of (hips, lower_back)", .hasAny("pain_areas", ["lower_back", "hips"])),
      (
        "pain_areas has all of (hips, lower_back)",
        .all([.hasAny("pain_areas", ["lower_back"]), .hasAny("pain_areas", ["hips"])])
      ),
      ("pain_areas has all of (hips)", .hasAny("pain_areas", ["hips"])),
      ("pain_areas has none of (neck, hips)", .not(.hasAny("pain_areas", ["hips", "neck"]))),
    ] as [(String, Condition)])
  func options(text: String, condition: Condition) {
    #expect(read(text).value == condition)
  }

  @Test(
    "compares quantities in whole base units",
    arguments: [
      ("sitting_time at least 6 h", 360...Int.max),
      ("sitting_time at most 1.5 h", Int.min...90),
      ("sitting_time more than 90 min", 91...Int.max),
      ("sitting_time less than 2 hours", Int.min...119),
      ("sitting_time between 1 h and 2 h", 60...120),
      ("sitting_time more than 1.5 min", 2...Int.max),
      ("sitting_time at least 1.5 min", 2...Int.max),
      ("sitting_time at most 1.5 min", Int.min...1),
      ("sitting_time less than 1.5 min", Int.min...1),
      ("sitting_time between 1.5 min and 2.5 min", 2...2),
      ("sitting_time more than -1.5 min", -1...Int.max),
      ("sitting_time at most -1.5 min", Int.min...(-2)),
      ("sitting_time at least 1 h + 30 min", 90...Int.max),
      ("sitting_time at least max(1 h, 90 min) * 0.5", 45...Int.max),
    ])
  func comparisons(text: String, range: ClosedRange<Int>) {
    #expect(read(text).value == .isWithin(.answer("sitting_time"), range))
  }

  @Test(
    "compares quantities of every kind",
    arguments: [
      ("desk_height more than 3 cm", .answer("desk_height"), 31...Int.max),
      ("knee_angle between 20 deg and 30 deg", .answer("knee_angle"), 20...30),
      ("knee_angle at least 90°", .answer("knee_angle"), 90...Int.max),
      ("desk_share at least 40 %", .answer("desk_share"), 40...Int.max),
      ("desk_share more than 40.5%", .answer("desk_share"), 41...Int.max),
      ("stand_ups at least 2 times", .answer("stand_ups"), 2...Int.max),
      ("stand_ups at least 2", .answer("stand_ups"), 2...Int.max),
      ("count(pain_areas) at least 2", .count("pain_areas"), 2...Int.max),
      ("points(lumbar_support) at most 1 points", .points("lumbar_support"), Int.min...1),
      ("desk_gap less than 3 cm", .measure("desk_gap"), Int.min...29),
      (
        "chair_chart[seat, back + 1] more than 4",
        .lookup("chair_chart", row: .measure("seat"), column: .sum(.measure("back"), .constant(1))), 5...Int.max
      ),
      (
        "(desk_height + elbow_height) more than 3 cm", .sum(.answer("desk_height"), .answer("elbow_height")),
        31...Int.max
      ),
      (
        "desk_height - elbow_height - 1 cm more than 3 cm",
        .difference(.difference(.answer("desk_height"), .answer("elbow_height")), .constant(10)), 31...Int.max
      ),
      (
        "desk_height + elbow_height * 0.25 at least 1 m",
        .sum(.answer("desk_height"), .scaled(.answer("elbow_height"), by: ExactDecimal(units: 25, places: 2))),
        1000...Int.max
      ),
      ("2 * desk_height at least 1 m", .scaled(.answer("desk_height"), by: 2), 1000...Int.max),
      (
        "min(desk_height, elbow_height, 1 m) at least 700 mm",
        .least([.answer("desk_height"), .answer("elbow_height"), .constant(1000)]), 700...Int.max
      ),
      ("desk_height more than elbow_height", .difference(.answer("desk_height"), .answer("elbow_height")), 1...Int.max),
    ] as [(String, Formula, ClosedRange<Int>)])
  func quantities(text: String, formula: Formula, range: ClosedRange<Int>) {
    #expect(read(text).value == .isWithin(formula, range))
  }

  @Test(
    "keeps an inch limit where an answer of the same inches is",
    arguments: [
      ("shelf_height at least 28 in", 711...Int.max), ("shelf_height less than 28 in", Int.min...710),
      ("shelf_height more than 28 in", 712...Int.max), ("shelf_height at most 28 in", Int.min...711),
    ])
  func inches(text: String, range: ClosedRange<Int>) {
    #expect(read(text).value == .isWithin(.answer("shelf_height"), range))
  }

  static let (a, b, c): (Condition, Condition, Condition) = (
    .isOneOf("has_pain", ["yes"]), .isOneOf("uses_laptop", ["yes"]), .isOneOf("seat_type", ["stool"])
  )

  @Test(
    "joins conditions",
    arguments: [
      ("has_pain and uses_laptop and seat_type is stool", .all([a, b, c])),
      ("has_pain or uses_laptop or seat_type is stool", .any([a, b, c])),
      ("(has_pain and uses_laptop) or seat_type is stool", .any([.all([a, b]), c])),
      ("has_pain and (uses_laptop or seat_type is stool)", .all([a, .any([b, c])])),
      ("not has_pain and uses_laptop", .all([.not(a), b])),
      ("not (has_pain and uses_laptop)", .not(.all([a, b]))),
      ("not not has_pain", .not(.not(a))),
      ("((has_pain))", a),
      ("at least 2 of (has_pain, uses_laptop, seat_type is stool)", .atLeast(2, of: [a, b, c])),
      ("has_pain and at least 1 of (uses_laptop, seat_type is stool)", .all([a, .atLeast(1, of: [b, c])])),
      (
        "has_pain and sitting_time between 1 h and 2 h and uses_laptop",
        .all([a, .isWithin(.answer("sitting_time"), 60...120), b])
      ),
      (
        "(seat_type is stool) and (desk_height) at least (3 cm)",
        .all([c, .isWithin(.answer("desk_height"), 30...Int.max)])
      ),
      ("\n  has_pain\n  and uses_laptop\n", .all([a, b])),
    ] as [(String, Condition)])
  func joined(text: String, condition: Condition) {
    #expect(read(text).value == condition)
  }
}
