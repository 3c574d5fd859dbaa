/// What a person answered to one question. A question without an `Answer` is unanswered.
package enum Answer: Sendable, Hashable, Codable {
  case option(AnswerOption.ID)
  /// At least one, in the order of the question's options.
  case options([AnswerOption.ID])
  /// At least one, none that excludes others; what else was chosen is not known.
  case atLeast([AnswerOption.ID])
  /// In base units.
  case number(Int)
  /// Some number from one to another, in base units.
  case range(ClosedRange<Int>)
  case text(String)
  /// "Not sure", or "prefer not to say": leaves open whatever depends on it, as no answer does.
  case declined
}

extension Answer {
  init(_ numbers: ClosedRange<Int>) {
    self = numbers.count == 1 ? .number(numbers.lowerBound) : .range(numbers)
  }

  /// The numbers that it may be, in base units; `nil` where it is none.
  package var numbers: ClosedRange<Int>? {
    switch self {
    case .number(let number): number...number
    case .range(let numbers): numbers
    default: nil
    }
  }
}

/// The answers of one person.
package struct Answers: Sendable, Hashable, Codable {
  /// Whom they belong to, as the person or the survey named it.
  package var id: String?
  package var byQuestion: [Question.ID: Answer]

  package init(id: String? = nil, _ byQuestion: [Question.ID: Answer] = [:]) {
    (self.id, self.byQuestion) = (id, byQuestion)
  }

  package subscript(question: Question.ID) -> Answer? {
    get { byQuestion[question] }
    set { byQuestion[question] = newValue }
  }
}
