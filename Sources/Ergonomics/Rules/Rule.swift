/// A posture risk: whom it is about, when it is found, what it adds to scores, and what to do about it.
package struct Rule: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  /// The pack version it came with.
  package let since: String
  package let title: String
  /// Name of a drawing of both: what was found, and what solves it.
  package let figure: String?
  /// The drawing suits everybody of whom the rule is found, not only those whom drawings show (`Pack.drawingsShow`).
  package let isFigureForAnyone: Bool
  /// Whom it is about; `nil` = everyone.
  package var applies: Condition?
  package var when: Condition
  package var adds: [Points]
  package let loads: [Muscle.ID]
  package internal(set) var finding: Template
  package let why: String
  package let evidence: [Evidence]
  /// Best first.
  package let corrections: [Correction.ID]
  package let exercises: [Exercise.ID]
  package let reliefs: [Relief.ID]
  /// How a person knows that it is solved.
  package let solved: String
  /// The answers that prove it; every rule that adds points has some.
  package var solvedWhen: Condition?
  package var examples: [Example]
  /// It says of answers that they do not fit together, and nothing of the workstation: something to ask the person about.
  package var isAboutAnswers = false

  package init(
    id: ID, since: String, title: String, figure: String? = nil, isFigureForAnyone: Bool = false,
    applies: Condition? = nil, when: Condition,
    adds: [Points] = [], loads: [Muscle.ID] = [], finding: Template, why: String, evidence: [Evidence] = [],
    corrections: [Correction.ID] = [], exercises: [Exercise.ID] = [], reliefs: [Relief.ID] = [], solved: String,
    solvedWhen: Condition? = nil, examples: [Example] = []
  ) {
    (self.id, self.since, self.title, self.figure) = (id, since, title, figure)
    (self.isFigureForAnyone, self.applies, self.when) = (isFigureForAnyone, applies, when)
    (self.adds, self.loads, self.finding, self.why, self.evidence) = (adds, loads, finding, why, evidence)
    (self.corrections, self.exercises, self.reliefs) = (corrections, exercises, reliefs)
    (self.solved, self.solvedWhen, self.examples) = (solved, solvedWhen, examples)
  }

  package struct Points: Sendable, Hashable, Codable {
    package let score: Score.ID
    /// Not negative.
    package let points: Int
    package init(score: Score.ID, points: Int) { (self.score, self.points) = (score, points) }
  }

  /// Answers with the outcome they must have: the tests of a rule, kept in the rule.
  package struct Example: Sendable, Hashable, Codable {
    package let outcome: Outcome
    package let says: String
    package let answers: Answers
    package init(outcome: Outcome, says: String, answers: Answers) {
      (self.outcome, self.says, self.answers) = (outcome, says, answers)
    }
  }
}

/// What a rule says of a person.
package enum Outcome: String, CaseIterable, Sendable, Codable {
  /// The rule certainly holds.
  case found
  /// It certainly does not.
  case clear
  /// Missing answers decide.
  case undetermined
  /// It is certainly not about this person.
  case notApplicable = "not-applicable"
}

/// What research says for or against a finding.
package struct Evidence: Sendable, Hashable, Codable {
  package let source: Source.ID
  package let strength: Strength
  package let isAgainst: Bool
  package let text: String

  package enum Strength: String, CaseIterable, Sendable, Codable {
    case strong, moderate, consensus, limited, conflicting, none
  }

  package init(source: Source.ID, strength: Strength, isAgainst: Bool = false, text: String) {
    (self.source, self.strength, self.isAgainst, self.text) = (source, strength, isAgainst, text)
  }
}

/// Text with places that a person's answers fill: "You sit {sitting_time} a day."
package struct Template: Sendable, Hashable, Codable {
  package enum Part: Sendable, Hashable, Codable {
    case text(String)
    /// A question or measure, by id.
    case value(String)
  }
  package let parts: [Part]
  package init(_ parts: [Part]) { self.parts = parts }
}
