extension Assessor {
  /// Whether a question is asked of a person, by the place of the question.
  package func reach(of answers: Answers) -> [QuestionReach] {
    let person = PersonEvaluation(answers, program)
    return program.questions.indices.map { place in
      guard let counts = program.askConditions[place] else { return .asked }
      let truth = person.verdicts.truth(of: counts, for: person.lane)
      return truth.canBeTrue == 0 ? .notAsked : truth.canBeFalse == 0 ? .asked : .undecided
    }
  }

  /// The cards that these answers call for, most pressing first.
  package func careCards(for answers: Answers) -> [Assessment.CareAdvice] {
    PersonEvaluation(answers, program).careCards
  }
}

/// Whether a question is asked of a person, as far as the answers so far tell.
package enum QuestionReach: Sendable {
  case asked, undecided, notAsked
}
