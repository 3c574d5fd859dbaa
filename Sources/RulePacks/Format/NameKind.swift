import Ergonomics

/// What a pack gives ids to. Ids are unique within their kind; questions, measures and tables share one name space,
/// since formulas read them all.
enum NameKind: String, CaseIterable, Sendable {
  case question, measure, table, section, score, rule, correction, exercise, relief, muscle, source
  case careCard = "care card"

  /// The name space.
  var space: NameKind {
    switch self {
    case .question, .measure, .table: .question
    default: self
    }
  }

  /// How many of them a pack can have.
  var most: Int { self == .rule ? 500 : 1000 }

  /// What it is to have more.
  var tooMany: Problem.Code {
    switch self {
    case .question: .tooManyQuestions
    case .measure: .tooManyMeasures
    case .table: .tooManyTables
    case .section: .tooManySections
    case .score: .tooManyScores
    case .rule: .tooManyRules
    case .correction: .tooManyCorrections
    case .exercise: .tooManyExercises
    case .relief: .tooManyReliefs
    case .muscle: .tooManyMuscles
    case .source: .tooManySources
    case .careCard: .tooManyCareCards
    }
  }

  /// What it is to name one that there is not.
  var unknown: Problem.Code {
    switch self {
    case .question: .unknownQuestion
    case .measure: .unknownMeasure
    case .table: .unknownTable
    case .score: .unknownScore
    case .rule: .unknownRule
    case .correction: .unknownCorrection
    case .exercise: .unknownExercise
    case .relief: .unknownRelief
    case .muscle: .unknownMuscle
    case .source: .unknownSource
    case .section, .careCard: preconditionFailure("nothing in a pack names a \(rawValue)")
    }
  }

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
