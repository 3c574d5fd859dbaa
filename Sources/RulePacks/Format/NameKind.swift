/// What a pack gives ids to. Ids are unique within their kind; questions, measures and tables share one name space,
/// since formulas read them all.
enum NameKind: String, CaseIterable, Sendable {
  case question, measure, table, section, score, rule, correction, exercise, relief, muscle, source
  case careCard = "care card"

  /// For problem codes: `unknown-care-card`.
  var code: String { rawValue.replacing(" ", with: "-") }

  /// The name space.
  var space: NameKind {
    switch self {
    case .question, .measure, .table: .question
    default: self
    }
  }

  /// How many of them a pack can have.
  var most: Int { self == .rule ? 500 : 1000 }

  /// The elements that define one, as paths from the root of their files.
  var definitions: [[String]] {
    switch self {
    case .question: [["questionnaire", "section", "question"]]
    case .measure: [["measures", "measure"]]
    case .table: [["measures", "table"]]
    case .section: [["questionnaire", "section"]]
    case .score: [["pack", "score"]]
    case .rule: [["rule"]]
    case .correction: [["corrections", "correction"]]
    case .exercise: [["exercises", "exercise"]]
    case .relief: [["reliefs", "relief"]]
    case .muscle: [["muscles", "muscle"]]
    case .source: [["sources", "source"]]
    case .careCard: [["care-cards", "care"]]
    }
  }
}
