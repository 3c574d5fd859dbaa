import Ergonomics

/// What stops the reading of a survey. A bad row never does.
package enum SurveyError: Error, Hashable, Sendable {
  /// What the file holds cannot be scored as it is; sorted.
  case refused([Problem])
  /// The number is the system's `errno`.
  case cannotRead(errno: Int32)
  case cannotWrite(errno: Int32)
}

extension Problem.Code {
  package static let emptySurvey = Self(rawValue: "empty-survey")
  package static let tooManyColumns = Self(rawValue: "too-many-columns")
  package static let wrongEncoding = Self(rawValue: "wrong-encoding")
  package static let otherEncoding = Self(rawValue: "other-encoding")
  package static let openQuote = Self(rawValue: "open-quote")
  package static let rowTooLong = Self(rawValue: "row-too-long")
  package static let unknownColumn = Self(rawValue: "unknown-column")
  package static let doubleColumn = Self(rawValue: "double-column")
  package static let personalColumn = Self(rawValue: "personal-column")
  package static let noQuestionColumn = Self(rawValue: "no-question-column")
  package static let mappingMistake = Self(rawValue: "mapping-mistake")
}
