import Ergonomics
import RulePacks
import Testing

@Suite("A mistake in condition text")
struct ConditionProblemTests {
  typealias Mistake = (text: String, marked: String, code: Problem.Code, help: String?)

  static let inNames: [Mistake] = [
    ("lumbar_suport is none", "lumbar_suport", .unknownQuestion, "did you mean 'lumbar_support'?"),
    ("wobble is none", "wobble", .unknownQuestion, "write the id of a question or measure, or define it"),
    ("lumbar_support is nnone", "nnone", .unknownOption, "did you mean 'none'?"),
    ("lumbar_support is firm", "firm", .unknownOption, "use one of: in_place, not_touching, none"),
    (
      "lumbar_support is stool", "stool", .optionOfAnotherQuestion,
      "ask 'seat_type', or use one of: in_place, not_touching, none"
    ),
    ("desk_gapp at least 2 cm", "desk_gapp", .unknownMeasure, "did you mean 'desk_gap'?"),
    ("chair_char[seat, back] at least 2", "chair_char", .unknownTable, "did you mean 'chair_chart'?"),
    (
      "sitting_time at least 6 kg", "kg", .unknownUnit,
      "use one of: mm, cm, m, in, min, h, deg, %, times, points"
    ),
    ("sitting_time at least 6 mins. ", ".", .unexpected, nil),
    ("sitting_time at least 6 tmes", "tmes", .unknownUnit, "did you mean 'times'?"),
    ("maximum(desk_height, 2 cm) at least 2 cm", "maximum", .unknownFunction, nil),
    ("poinst(seat_type) at least 2", "poinst", .unknownFunction, "did you mean 'points'?"),
    ("min is none", "min", .reservedWord, "give the question another id"),
  ]

  @Test("in a name is answered with the nearest one", arguments: inNames)
  func names(text: String, marked: String, code: Problem.Code, help: String?) throws {
    try expect(text, marked: marked, code: code, help: help)
  }

  static let inKinds: [Mistake] = [
    ("pain_areas is hips", "pain_areas", .isOnMultiSelect, "write 'pain_areas has hips'"),
    ("pain_areas is not hips", "pain_areas", .isOnMultiSelect, "write 'pain_areas has none of (hips)'"),
    ("pain_areas in (hips, neck)", "pain_areas", .isOnMultiSelect, "write 'pain_areas has any of (hips, neck)'"),
    ("seat_type has stool", "seat_type", .hasOnSingleChoice, "write 'seat_type is stool'"),
    ("seat_type has none of (stool)", "seat_type", .hasOnSingleChoice, "write 'seat_type is not stool'"),
    (
      "seat_type has any of (stool, task_chair)", "seat_type", .hasOnSingleChoice,
      "write 'seat_type in (stool, task_chair)'"
    ),
    ("sitting_time is 6 h", "sitting_time", .isOnNumber, nil),
    ("sitting_time is none", "sitting_time", .isOnNumber, nil),
    ("count(pain_areas) is 2", "count(pain_areas)", .isOnNumber, nil),
    ("seat_type is 3", "3", .isOnNumber, "use one of: task_chair, stool, kneeling_chair"),
    ("desk_gap has hips", "desk_gap", .isOnNumber, nil),
    ("remarks is stool", "remarks", .textQuestion, "ask a question with options instead"),
    ("remarks at least 2", "remarks", .textQuestion, "ask a question with options instead"),
    ("remarks", "remarks", .textQuestion, "ask a question with options instead"),
    ("seat_type", "seat_type", .notACondition, "say what is asked of it, as in 'seat_type is task_chair'"),
    ("pain_areas", "pain_areas", .notACondition, "say what is asked of it, as in 'pain_areas has lower_back'"),
    ("not desk_gap", "desk_gap", .notACondition, "say what is asked of it, as in 'desk_gap more than 2 mm'"),
    ("count(pain_areas)", "count(pain_areas)", .notACondition, nil),
    ("seat_type at least 2", "seat_type", .notANumber, "write 'points(seat_type)' for the points of its answer"),
    ("pain_areas at least 2", "pain_areas", .notANumber, "write 'count(pain_areas)' or 'points(pain_areas)'"),
    ("(has_pain and uses_laptop) at least 2", "has_pain and uses_laptop", .notANumber, nil),
    ("(has_pain or uses_laptop) is yes", "(has_pain or uses_laptop)", .notAQuestion, nil),
    ("count(seat_type) at least 2", "seat_type", .wrongArguments, "write 'count(q)', with such a question for q"),
    ("points(pain_areas, seat_type) at least 2", "points(pain_areas, seat_type)", .wrongArguments, nil),
    ("min(desk_height) at least 2 cm", "min(desk_height)", .wrongArguments, "write 'min(a, b)'"),
    ("chair_chart[seat] at least 2", "chair_chart[seat]", .wrongArguments, "write 'chair_chart[row, column]'"),
    ("chair_chart at least 2", "chair_chart", .wrongArguments, "write 'chair_chart[row, column]'"),
  ]

  @Test("in the kind of question is answered with the right form", arguments: inKinds)
  func kinds(text: String, marked: String, code: Problem.Code, help: String?) throws {
    try expect(text, marked: marked, code: code, help: help)
  }

  static let inUnits: [Mistake] = [
    (
      "desk_height at least 6 h", "6 h", .mixedUnits,
      "write a length instead (units: mm, cm, m, in)"
    ),
    ("desk_height + sitting_time at least 6 cm", "sitting_time", .mixedUnits, nil),
    (
      "desk_height more than sitting_time", "sitting_time", .mixedUnits,
      "compare and add lengths with lengths only"
    ),
    ("count(pain_areas) at least 2 points", "2 points", .mixedUnits, nil),
    ("desk_height between 2 cm and 3 h", "3 h", .mixedUnits, nil),
    ("chair_chart[desk_height, 2] at least 2", "desk_height", .mixedUnits, "use a measure in points"),
    ("sitting_time at least 6", "6", .unitMissing, "add a unit, as in '6 h'"),
    ("sitting_time between 1 and 2 h", "1", .unitMissing, "add a unit, as in '1 h'"),
    ("desk_height + 3 at least 6 cm", "3", .unitMissing, "add a unit, as in '3 cm'"),
    ("stand_ups at least 2.5", "2.5", .notWhole, "write a whole number"),
    ("stand_ups at least 2.5 times", "2.5 times", .notWhole, "write a whole number"),
    (
      "desk_height * elbow_height at least 2 cm", "desk_height * elbow_height", .quantitiesMultiplied,
      "multiply by a plain number, such as 0.5"
    ),
    ("desk_height * 2 cm at least 2 cm", "desk_height * 2 cm", .quantitiesMultiplied, nil),
    ("desk_height / 2 at least 2 cm", "/", .division, nil),
    ("desk_height between elbow_height and 2 m", "elbow_height", .limitNotConstant, nil),
    ("sitting_time between 2 h and 90 min", "2 h and 90 min", .swappedEnds, "write 'between 90 min and 2 h'"),
    ("sitting_time between 1.2 min and 1.4 min", "1.2 min and 1.4 min", .emptyRange, "widen the range"),
    ("desk_height at least 1234567890 mm", "1234567890", .numberTooLarge, nil),
    (
      "desk_height - 999999999 m * 999999999 at least 3 cm", "999999999 m * 999999999", .numberTooLarge, nil
    ),
  ]

  @Test("in quantities is answered with the right unit", arguments: inUnits)
  func units(text: String, marked: String, code: Problem.Code, help: String?) throws {
    try expect(text, marked: marked, code: code, help: help)
  }

  private func expect(_ text: String, marked: String, code: Problem.Code, help: String?) throws {
    let reading = read(text)
    #expect(reading.value == nil)
    #expect(reading.problems.map(\.code) == [code], "\(reading.problems)")
    let problem = try #require(reading.problems.first)
    let excerpt = try #require(problem.excerpt)
    #expect(String(Array(excerpt.text)[excerpt.marked]) == marked)
    #expect(problem.place.column == excerpt.marked.lowerBound + 1)
    if let help { #expect(problem.help == help) }
  }
}
