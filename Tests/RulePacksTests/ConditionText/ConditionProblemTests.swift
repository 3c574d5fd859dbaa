import Ergonomics
import RulePacks
import Testing

@Suite("A mistake in condition text")
struct ConditionProblemTests {
  @Test(
    "in a name is answered with the nearest one",
    arguments: [
      ("lumbar_suport is none", "lumbar_suport", "unknown-question", "did you mean 'lumbar_support'?"),
      ("wobble is none", "wobble", "unknown-question", "write the id of a question or measure, or define it"),
      ("lumbar_support is nnone", "nnone", "unknown-option", "did you mean 'none'?"),
      ("lumbar_support is firm", "firm", "unknown-option", "use one of: in_place, not_touching, none"),
      (
        "lumbar_support is stool", "stool", "option-of-another-question",
        "ask 'seat_type', or use one of: in_place, not_touching, none"
      ),
      ("desk_gapp at least 2 cm", "desk_gapp", "unknown-measure", "did you mean 'desk_gap'?"),
      ("chair_char[seat, back] at least 2", "chair_char", "unknown-table", "did you mean 'chair_chart'?"),
      (
        "sitting_time at least 6 kg", "kg", "unknown-unit",
        "use one of: mm, cm, m, in, min, h, deg, %, times, points"
      ),
      ("sitting_time at least 6 mins. ", ".", "unexpected", nil),
      ("sitting_time at least 6 tmes", "tmes", "unknown-unit", "did you mean 'times'?"),
      ("maximum(desk_height, 2 cm) at least 2 cm", "maximum", "unknown-function", nil),
      ("poinst(seat_type) at least 2", "poinst", "unknown-function", "did you mean 'points'?"),
      ("min is none", "min", "reserved-word", "give the question another id"),
    ] as [(String, String, String, String?)])
  func names(text: String, marked: String, code: String, help: String?) throws {
    try expect(text, marked: marked, code: code, help: help)
  }

  @Test(
    "in the kind of question is answered with the right form",
    arguments: [
      ("pain_areas is hips", "pain_areas", "is-on-multi-select", "write 'pain_areas has hips'"),
      ("pain_areas is not hips", "pain_areas", "is-on-multi-select", "write 'pain_areas has none of (hips)'"),
      ("pain_areas in (hips, neck)", "pain_areas", "is-on-multi-select", "write 'pain_areas has any of (hips, neck)'"),
      ("seat_type has stool", "seat_type", "has-on-single-choice", "write 'seat_type is stool'"),
      ("seat_type has none of (stool)", "seat_type", "has-on-single-choice", "write 'seat_type is not stool'"),
      (
        "seat_type has any of (stool, task_chair)", "seat_type", "has-on-single-choice",
        "write 'seat_type in (stool, task_chair)'"
      ),
      ("sitting_time is 6 h", "sitting_time", "is-on-number", nil),
      ("sitting_time is none", "sitting_time", "is-on-number", nil),
      ("count(pain_areas) is 2", "count(pain_areas)", "is-on-number", nil),
      ("seat_type is 3", "3", "is-on-number", "use one of: task_chair, stool, kneeling_chair"),
      ("desk_gap has hips", "desk_gap", "is-on-number", nil),
      ("remarks is stool", "remarks", "text-question", "ask a question with options instead"),
      ("remarks at least 2", "remarks", "text-question", "ask a question with options instead"),
      ("remarks", "remarks", "text-question", "ask a question with options instead"),
      ("seat_type", "seat_type", "not-a-condition", "say what is asked of it, as in 'seat_type is task_chair'"),
      ("pain_areas", "pain_areas", "not-a-condition", "say what is asked of it, as in 'pain_areas has lower_back'"),
      ("not desk_gap", "desk_gap", "not-a-condition", "say what is asked of it, as in 'desk_gap more than 2 mm'"),
      ("count(pain_areas)", "count(pain_areas)", "not-a-condition", nil),
      ("seat_type at least 2", "seat_type", "not-a-number", "write 'points(seat_type)' for the points of its answer"),
      ("pain_areas at least 2", "pain_areas", "not-a-number", "write 'count(pain_areas)' or 'points(pain_areas)'"),
      ("(has_pain and uses_laptop) at least 2", "has_pain and uses_laptop", "not-a-number", nil),
      ("(has_pain or uses_laptop) is yes", "(has_pain or uses_laptop)", "not-a-question", nil),
      ("count(seat_type) at least 2", "seat_type", "wrong-arguments", "write 'count(q)', with such a question for q"),
      ("points(pain_areas, seat_type) at least 2", "points(pain_areas, seat_type)", "wrong-arguments", nil),
      ("min(desk_height) at least 2 cm", "min(desk_height)", "wrong-arguments", "write 'min(a, b)'"),
      ("chair_chart[seat] at least 2", "chair_chart[seat]", "wrong-arguments", "write 'chair_chart[row, column]'"),
      ("chair_chart at least 2", "chair_chart", "wrong-arguments", "write 'chair_chart[row, column]'"),
    ] as [(String, String, String, String?)])
  func kinds(text: String, marked: String, code: String, help: String?) throws {
    try expect(text, marked: marked, code: code, help: help)
  }

  @Test(
    "in quantities is answered with the right unit",
    arguments: [
      (
        "desk_height at least 6 h", "6 h", "mixed-units",
        "write a length instead (units: mm, cm, m, in)"
      ),
      ("desk_height + sitting_time at least 6 cm", "sitting_time", "mixed-units", nil),
      (
        "desk_height more than sitting_time", "sitting_time", "mixed-units",
        "compare and add lengths with lengths only"
      ),
      ("count(pain_areas) at least 2 points", "2 points", "mixed-units", nil),
      ("desk_height between 2 cm and 3 h", "3 h", "mixed-units", nil),
      ("chair_chart[desk_height, 2] at least 2", "desk_height", "mixed-units", "use a measure in points"),
      ("sitting_time at least 6", "6", "unit-missing", "add a unit, as in '6 h'"),
      ("sitting_time between 1 and 2 h", "1", "unit-missing", "add a unit, as in '1 h'"),
      ("desk_height + 3 at least 6 cm", "3", "unit-missing", "add a unit, as in '3 cm'"),
      ("stand_ups at least 2.5", "2.5", "not-whole", "write a whole number"),
      ("stand_ups at least 2.5 times", "2.5 times", "not-whole", "write a whole number"),
      (
        "desk_height * elbow_height at least 2 cm", "desk_height * elbow_height", "quantities-multiplied",
        "multiply by a plain number, such as 0.5"
      ),
      ("desk_height * 2 cm at least 2 cm", "desk_height * 2 cm", "quantities-multiplied", nil),
      ("desk_height / 2 at least 2 cm", "/", "division", nil),
      ("desk_height between elbow_height and 2 m", "elbow_height", "limit-not-constant", nil),
      ("sitting_time between 2 h and 90 min", "2 h and 90 min", "swapped-ends", "write 'between 90 min and 2 h'"),
      ("sitting_time between 1.2 min and 1.4 min", "1.2 min and 1.4 min", "empty-range", "widen the range"),
      ("desk_height at least 1234567890 mm", "1234567890", "number-too-large", nil),
      (
        "desk_height - 999999999 m * 999999999 at least 3 cm", "999999999 m * 999999999", "number-too-large", nil
      ),
    ] as [(String, String, String, String?)])
  func units(text: String, marked: String, code: String, help: String?) throws {
    try expect(text, marked: marked, code: code, help: help)
  }

  private func expect(_ text: String, marked: String, code: String, help: String?) throws {
    let reading = read(text)
    #expect(reading.value == nil)
    #expect(reading.problems.map(\.code.rawValue) == [code], "\(reading.problems)")
    let problem = try #require(reading.problems.first)
    let excerpt = try #require(problem.excerpt)
    #expect(String(Array(excerpt.text)[excerpt.marked]) == marked)
    #expect(problem.place.column == excerpt.marked.lowerBound + 1)
    if let help { #expect(problem.help == help) }
  }
}
