extension Assessment {
  /// A posture risk that was found.
  package struct Finding: Sendable, Hashable {
    package var id: Rule.ID
    package var title: String
    /// Name of a drawing of both: what was found, and what solves it.
    package var figure: String?
    /// What the person told, filled in: "You sit 6 h a day, and nothing supports the small of your back."
    package var toldUs: String
    package var reasons: [Reason]
    package var why: String
    package var adds: [Rule.Points]
    /// The strength of the best evidence for it.
    package var grade: Evidence.Strength
    /// For first, then against.
    package var evidence: [Evidence]
    /// Best first.
    package var corrections: [Correction.ID]
    /// Those that are not left out for this person.
    package var exercises: [Exercise.ID]
    package var muscles: [Muscle.ID]
    package var solved: String
    /// It says of answers that they do not fit together, and nothing of the workstation.
    package var isAboutAnswers = false

    package init(
      id: Rule.ID, title: String, figure: String?, toldUs: String, reasons: [Reason], why: String,
      adds: [Rule.Points], grade: Evidence.Strength, evidence: [Evidence], corrections: [Correction.ID],
      exercises: [Exercise.ID],
      muscles: [Muscle.ID], solved: String
    ) {
      (self.id, self.title, self.figure, self.toldUs) = (id, title, figure, toldUs)
      (self.reasons, self.why) = (reasons, why)
      (self.adds, self.grade, self.evidence, self.corrections) = (adds, grade, evidence, corrections)
      (self.exercises, self.muscles, self.solved) = (exercises, muscles, solved)
    }
  }

  /// A part of a rule's condition, and the answers that decided it.
  package struct Reason: Sendable, Hashable {
    /// The condition as a rule would write it: `sitting_time at least 2 h`.
    package var condition: String
    /// The same with what was answered: "Sitting time a day: 11 h (at least 2 h)".
    package var words: String
    package var questions: [Question.ID]
    package init(condition: String, words: String? = nil, questions: [Question.ID]) {
      (self.condition, self.words, self.questions) = (condition, words ?? condition, questions)
    }
  }
}
