import Ergonomics
import RulePacks
import TestSupport
import Testing

@Suite("Condition text that cannot be read")
struct ConditionSyntaxProblemTests {
  @Test(
    "says what is wrong and what to write",
    arguments: [
      ("", ["there is no condition or formula"], "write one, or remove the element"),
      (" \n ", ["there is no condition or formula"], "write one, or remove the element"),
      ("has_pain and", ["the text ends where a condition or a quantity is expected"], nil),
      ("and has_pain", ["'and' stands where a condition or a quantity is expected"], nil),
      ("has_pain and and uses_laptop", ["'and' stands where a condition or a quantity is expected"], nil),
      ("has_pain uses_laptop", ["unexpected 'uses_laptop'"], nil),
      ("has_pain AND uses_laptop", ["unexpected 'AND'"], "did you mean 'and'?"),
      ("sitting_time greater than 2 h", ["unexpected 'greater'"], "write 'more than'"),
      ("sitting_time at least 6 h min", ["unexpected 'min'"], nil),
      ("pain_areas has hips, neck", ["unexpected ','"], "list options as in 'in (a, b)' or 'has any of (a, b)'"),
      ("pain_areas has any (hips)", ["'any' stands where 'any of' is expected"], "write 'has any of (…)'"),
      ("seat_type iss stool", ["unexpected 'iss'"], "did you mean 'is'?"),
      ("seat_type is stool)", ["unexpected ')'"], "remove it, or open it with '('"),
      ("(seat_type is stool", ["'(' is never closed"], "add ')'"),
      ("seat_type in (stool", ["'(' is never closed"], "add ')'"),
      ("chair_chart[seat, back at least 2", ["'at' stands where ']' or ',' is expected"], nil),
      ("seat_type in stool", ["'stool' stands where '(' is expected"], "write '(stool)'"),
      ("seat_type in stool, chair", ["'stool' stands where '(' is expected"], "write '(stool, chair)'"),
      (
        "sitting_time at least 4 h 30 min",
        ["'30 min' stands behind a quantity, which has one number and one unit"], "write '4.5 h' or '270 min'"
      ),
      ("seat_type isnt stool", ["unexpected 'isnt'"], "write 'is not'"),
      ("seat_type in ()", ["')' stands where an option is expected"], nil),
      ("seat_type is in (stool)", ["'in' stands where an option is expected"], "write 'in (…)' without 'is'"),
      ("seat_type is 'stool'", ["names are written without quotes"], "remove the quotes"),
      ("pain_areas has (hips)", ["'(' stands where an option is expected"], nil),
      ("pain_areas not has hips", ["'has' stands where 'in' after 'not' is expected"], "write 'has none of (…)'"),
      ("pain_areas has not hips", ["'not' stands where an option is expected"], "write 'has none of (…)'"),
      ("sitting_time more then 2 h", ["'then' stands where 'than' is expected"], "write 'than' here"),
      ("sitting_time at 2 h", ["'2' stands where 'least' or 'most' is expected"], nil),
      ("sitting_time at least 1,5 h", ["'1,5' has a comma before its decimals"], "write '1.5'"),
      (
        "at least two of (has_pain, uses_laptop)",
        [
          "'two' stands where a number is expected"
        ], nil
      ),
      (
        "at least 0 of (has_pain, uses_laptop)", ["at least 0 of 2 conditions cannot be counted"],
        "write a whole number from 1 to 2"
      ),
      (
        "at least 4 of (has_pain, uses_laptop, seat_type is stool)", ["at least 4 of 3 conditions cannot be counted"],
        "write a whole number from 1 to 3"
      ),
      ("seat_type is and has_pain", ["'and' stands where an option is expected"], "write an option here"),
      (
        "at most 1 of (has_pain, uses_laptop)", ["'at' stands where 'at least' is expected"],
        "count with 'at least … of (…)', and put 'not' before it for fewer"
      ),
      ("has_pain, uses_laptop", ["unexpected ','"], "remove it"),
      ("(has_pain, uses_laptop)", ["',' stands where ')' is expected"], "write ')' here"),
      ("desk_height more than -1,5 cm", ["'-1,5' has a comma before its decimals"], "write '-1.5'"),
      ("desk_height - - at least 3 cm", ["'at' stands where a number after '-' is expected"], nil),
    ] as [(String, [String], String?)])
  func unreadable(text: String, summaries: [String], help: String?) {
    let problems = read(text).problems
    #expect(problems.map(\.summary) == summaries)
    if let help { #expect(problems.first?.help == help) }
  }

  @Test(
    "names the word for a symbol",
    arguments: [
      ("sitting_time < 2 h", "<", "write 'less than'"), ("sitting_time > 2 h", ">", "write 'more than'"),
      ("sitting_time <= 2 h", "<=", "write 'at most'"), ("sitting_time ≥ 2 h", "≥", "write 'at least'"),
      ("sitting_time >= 2 h", ">=", "write 'at least'"), ("seat_type = stool", "=", "write 'is'"),
      ("seat_type == stool", "==", "write 'is'"), ("seat_type != stool", "!=", "write 'is not'"),
      ("sitting_time = 2 h", "=", "write 'sitting_time between 2 h and 2 h'"),
      ("has_pain && uses_laptop", "&&", "write 'and'"), ("has_pain || uses_laptop", "||", "write 'or'"),
      ("!has_pain", "!", "write 'not'"),
    ])
  func symbols(text: String, symbol: String, help: String) {
    let problems = read(text).problems
    #expect(problems.map(\.code) == [.symbolInsteadOfWord])
    #expect(problems.first?.summary == "'\(symbol)' is no word of the language")
    #expect(problems.first?.help == help)
  }

  @Test("shows both readings of 'and' beside 'or'")
  func mixed() {
    let text = "has_pain and not uses_laptop or seat_type is stool and (stand_ups at\n least 2)"
    let first = "(has_pain and not uses_laptop) or (seat_type is stool and (stand_ups at least 2))"
    let second = "has_pain and (not uses_laptop or seat_type is stool) and (stand_ups at least 2)"
    let problems = read(text).problems
    #expect(problems.map(\.code) == [.mixedAndOr])
    #expect(problems.first?.help == "write '\(first)' or '\(second)'")
    #expect(read(first).problems.isEmpty)
    #expect(read(second).problems.isEmpty)
  }

  @Test("tells every problem, not only the first")
  func recovery() {
    let text = """
      lumbar_suport is none and sitting_time > 6 and (seat_type is stol or pain_areas is hips) \
      and has_pain has_pain and sitting_time between x! and 2 h and at least 3 of (has_pain, desk_gapp at least 2 cm)
      """
    #expect(
      read(text).problems.map(\.code) == [
        .unknownQuestion, .symbolInsteadOfWord, .unitMissing, .unknownOption, .isOnMultiSelect,
        .unexpected, .unexpected, .atLeastOutOfRange, .unknownMeasure,
      ])
  }

  @Test("never traps, whatever it is made of", arguments: 0..<300)
  func anything(seed: Int) {
    var random = SeededGenerator(seed)
    let words =
      ["and", "or", "not", "(", ")", "[", "]", ",", "at", "least", "most", "between", "is", "in", "has", "any", "of"]
      + ["has_pain", "pain_areas", "hips", "desk_height", "desk_gap", "chair_chart", "count", "min", "2", "1.5", "cm"]
      + ["*", "+", "-", "<", "=", "!", "%", "'", "é", "99999999999"]
    let text = (0..<20).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
    for reading in [read(text), read("has_pain and \(text)")] {
      #expect((reading.value == nil) == !reading.problems.isEmpty, "\(text)")
    }
    #expect(!readFormula(text, as: .length).problems.isEmpty || readFormula(text, as: .length).value != nil)
  }

  @Test(
    "is refused when nested so deep that it would exhaust the stack",
    arguments: [
      String(repeating: "(", count: 5_000) + "has_pain" + String(repeating: ")", count: 5_000),
      String(repeating: "not ", count: 5_000) + "has_pain",
      String(repeating: "(", count: 600) + "has_pain" + String(repeating: ")", count: 600),
      String(repeating: "not ", count: 600) + "has_pain",
      String(repeating: "min(1, ", count: 400) + "1" + String(repeating: ")", count: 400) + " at least 1",
      "stand_ups" + String(repeating: " + 1", count: 5_000) + " at least 1",
    ])
  func deep(text: String) {
    let codes = Set(read(text).problems.map(\.code))
    #expect(!codes.isDisjoint(with: [.conditionTooDeep, .conditionTooLong]))
  }
}
