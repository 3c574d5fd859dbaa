extension Assessment {
  package struct CorrectionAdvice: Sendable, Hashable {
    package var id: Correction.ID
    package var title: String
    package var effort: Correction.Effort
    package var who: String
    package var minutes: Int
    package var cost: Correction.Cost
    package var item: String?
    package var steps: [String]
    package var worksWhen: String?
    /// Days a week to do it on, 1 to 7; `nil` for what is done once.
    package var days: Int?
    /// Name of a drawing of it that suits the person.
    package var figure: String?
    /// Numbers that were answered, and what they come to once it is done.
    package var aims: [Aim] = []
    /// In words: what must be so for it to be possible, and was not answered.
    package var onlyIf: [String]
    /// In words: what a person must know to be free of before doing it, because they did not answer it.
    package var notIf: [String]

    package init(
      id: Correction.ID, title: String, effort: Correction.Effort, who: String, minutes: Int, cost: Correction.Cost,
      item: String?, steps: [String], worksWhen: String?, days: Int? = nil, onlyIf: [String] = [],
      notIf: [String] = []
    ) {
      (self.id, self.title, self.effort, self.who, self.minutes) = (id, title, effort, who, minutes)
      (self.cost, self.item, self.steps) = (cost, item, steps)
      (self.worksWhen, self.days, self.onlyIf, self.notIf) = (worksWhen, days, onlyIf, notIf)
    }
  }

  /// What a correction makes of a number that was answered, in the words of answers: from "10.5 h" to "8.5 h".
  package struct Aim: Sendable, Hashable {
    package var question: Question.ID
    package var from: String
    package var to: String
    package init(question: Question.ID, from: String, to: String) {
      (self.question, self.from, self.to) = (question, from, to)
    }
  }

  package struct ExerciseAdvice: Sendable, Hashable {
    package var id: Exercise.ID
    package var title: String
    package var kind: String
    package var figure: String?
    package var isAtDesk: Bool
    /// Plain names.
    package var muscles: [String]
    package var steps: [String]
    package var dose: Exercise.Dose
    package var doseSource: String?
    /// Where it and its dose come from.
    package var sources: [Source.ID]
    package var easier: String
    package var stopIf: String
    package var cautions: [String]
    /// In words: what a person must know to be free of before doing it, because they did not answer it.
    package var notIf: [String]
    /// Findings that call for it.
    package var findings: [Rule.ID]

    package init(
      id: Exercise.ID, title: String, kind: String, figure: String?, isAtDesk: Bool, muscles: [String],
      steps: [String], dose: Exercise.Dose, doseSource: String?, sources: [Source.ID], easier: String, stopIf: String,
      cautions: [String], notIf: [String], findings: [Rule.ID]
    ) {
      (self.id, self.title, self.kind, self.figure, self.isAtDesk) = (id, title, kind, figure, isAtDesk)
      (self.muscles, self.steps, self.dose, self.doseSource) = (muscles, steps, dose, doseSource)
      (self.sources, self.easier, self.stopIf, self.cautions) = (sources, easier, stopIf, cautions)
      (self.notIf, self.findings) = (notIf, findings)
    }
  }

  package struct ReliefAdvice: Sendable, Hashable {
    package var id: Relief.ID
    package var title: String
    package var tool: String
    /// Plain names.
    package var muscles: [String]
    package var steps: [String]
    package var duration: String
    package var pressure: String
    package var cautions: [String]
    package var notIf: [String]
    package var evidence: [Evidence]
    package var findings: [Rule.ID]

    package init(
      id: Relief.ID, title: String, tool: String, muscles: [String], steps: [String], duration: String,
      pressure: String, cautions: [String], notIf: [String], evidence: [Evidence], findings: [Rule.ID]
    ) {
      (self.id, self.title, self.tool, self.muscles, self.steps) = (id, title, tool, muscles, steps)
      (self.duration, self.pressure, self.cautions) = (duration, pressure, cautions)
      (self.notIf, self.evidence, self.findings) = (notIf, evidence, findings)
    }
  }

  /// A correction, exercise or relief that is not for this person.
  package struct LeftOut: Sendable, Hashable {
    package var id: String
    package var title: String
    /// In words: "your outer hip hurts".
    package var because: [String]
    /// In words: what would have to be so for it to be possible: "your chair can be set in height".
    package var unless: [String]
    /// The exercise in its place, if there is one.
    package var instead: Exercise.ID?

    package init(
      id: String, title: String, because: [String], unless: [String] = [], instead: Exercise.ID? = nil
    ) {
      (self.id, self.title, self.because) = (id, title, because)
      (self.unless, self.instead) = (unless, instead)
    }
  }

  /// A muscle that findings load.
  package struct MuscleLoad: Sendable, Hashable {
    package var id: Muscle.ID
    package var title: String
    package var plainName: String
    package var function: String
    package var tenderness: String
    package var cautions: [String]
    package var findings: [Rule.ID]

    package init(
      id: Muscle.ID, title: String, plainName: String, function: String, tenderness: String, cautions: [String],
      findings: [Rule.ID]
    ) {
      (self.id, self.title, self.plainName, self.function) = (id, title, plainName, function)
      (self.tenderness, self.cautions, self.findings) = (tenderness, cautions, findings)
    }
  }
}
