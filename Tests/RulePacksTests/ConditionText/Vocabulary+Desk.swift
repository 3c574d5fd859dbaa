import Ergonomics
import RulePacks

extension Vocabulary {
  /// A few questions of each kind, two measures and a table.
  static let desk = Vocabulary(
    questions: [
      .choice("lumbar_support", ["in_place", "not_touching", "none"]),
      .choice("seat_type", ["task_chair", "stool", "kneeling_chair"]),
      .choice("has_pain", ["yes", "no"], isYesNo: true),
      .choice("uses_laptop", ["yes", "no"], isYesNo: true),
      .choices("pain_areas", ["lower_back", "hips", "neck", "none_of_these"]),
      .number("sitting_time", .hour, 0...1440),
      .number("break_every", .minute, 0...600),
      .number("desk_height", .centimetre, 300...1500),
      .number("elbow_height", .millimetre, 300...1500),
      .number("shelf_height", .inch, 0...3000),
      .number("knee_angle", .degree, 0...180),
      .number("desk_share", .percent, 0...100),
      .number("stand_ups", .times, 0...100),
      Question(id: "remarks", section: "s", kind: .text, label: "", text: "", help: ""),
    ],
    measures: ["desk_gap": .millimetre, "seat": .points, "back": .points], tables: ["chair_chart"])
}

extension Question {
  static func choice(_ id: ID, _ options: [AnswerOption.ID], isYesNo: Bool = false) -> Question {
    Question(
      id: id, section: "s", kind: .choice(options.enumerated().map { AnswerOption(id: $1, text: $1, points: $0) }),
      isYesNo: isYesNo, label: "", text: "", help: "")
  }

  static func choices(_ id: ID, _ options: [AnswerOption.ID]) -> Question {
    Question(
      id: id, section: "s", kind: .choices(options.map { AnswerOption(id: $0, text: $0, points: 1) }),
      label: "", text: "", help: "")
  }

  static func number(_ id: ID, _ unit: UnitOfMeasure, _ bounds: ClosedRange<Int>) -> Question {
    Question(
      id: id, section: "s", kind: .number(NumberRange(unit: unit, bounds: bounds)), label: "", text: "", help: "")
  }
}

/// Reads text that begins in the first column of a file.
func read(_ text: String) -> Reading<Condition> {
  let source = SourceText(text, file: "rule.xml", line: 1) { range in
    (
      Problem.Place(file: "rule.xml", line: 1, column: range.lowerBound + 1),
      Problem.Excerpt(text: text, marked: range)
    )
  }
  return ConditionText.read(source, with: .desk)
}

func readFormula(_ text: String, as kind: QuantityKind) -> Reading<Formula> {
  FormulaText.read(SourceText(text, file: "measures.xml", line: 1), as: kind, with: .desk)
}
