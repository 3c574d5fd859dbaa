/// What a person answered to one question. A question without an `Answer` is unanswered.
package enum Answer: Sendable, Hashable {
  case option(AnswerOption.ID)
  /// At least one, in the order of the question's options.
  case options([AnswerOption.ID])
  /// In base units.
  case number(Int)
  case text(String)
  /// "Not sure", or "prefer not to say": leaves open whatever depends on it, as no answer does.
  case declined
}

/// The answers of one person.
package struct Answers: Sendable, Hashable {
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
