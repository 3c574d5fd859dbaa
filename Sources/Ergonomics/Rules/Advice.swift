/// A change at the workstation or in the day that takes a finding away.
package struct Correction: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String

  /// From the least effort up; a plan prefers what comes first.
  package enum Effort: String, CaseIterable, Sendable, Codable { case adjust, rearrange, organise, borrow, buy }
  package enum Cost: String, CaseIterable, Sendable, Codable { case free, low, medium, high }
  /// What is left out beside a card that says to ask somebody first, and where health must not be told.
  package enum Demand: String, CaseIterable, Sendable, Codable {
    /// Walking more, strength exercise, stretching.
    case exertion
    /// Treatment by hands or tools.
    case handsOn = "hands-on"
  }

  package let id: ID
  package let title: String
  /// `nil` for what anybody may do who may sit at a desk.
  package let asks: Demand?
  package let effort: Effort
  /// Who does it, in the pack's words: "you", "facilities".
  package let who: String
  package let minutes: Int
  package let cost: Cost
  /// The equipment it takes, product-neutral.
  package let item: String?
  package let steps: [String]
  /// How one sees that it worked.
  package let worksWhen: String?
  /// Name of a drawing of it.
  package let figure: String?
  /// The drawing suits everybody.
  package let isFigureForAnyone: Bool
  /// Days a week to do it on, 1 to 7; `nil` for what is done once.
  package let days: Int?
  /// What must hold for it to be possible: all of them.
  package internal(set) var fitsWhen: [Fit]
  package internal(set) var avoidWhen: [Avoidance]
  /// Corrections that never stand in one plan with it; one of the two names the other.
  package let notWith: [ID]
  /// The answers it changes.
  package var sets: [Change]
  /// The tests of what it sets.
  package var examples: [Example] = []

  package init(
    id: ID, title: String, asks: Demand? = nil, effort: Effort, who: String, minutes: Int, cost: Cost,
    item: String? = nil, steps: [String], worksWhen: String? = nil, figure: String? = nil,
    isFigureForAnyone: Bool = false, days: Int? = nil, fitsWhen: [Fit] = [],
    avoidWhen: [Avoidance] = [], notWith: [ID] = [], sets: [Change] = []
  ) {
    (self.id, self.title, self.asks, self.effort, self.who) = (id, title, asks, effort, who)
    (self.minutes, self.cost, self.item, self.steps, self.worksWhen) = (minutes, cost, item, steps, worksWhen)
    (self.figure, self.isFigureForAnyone) = (figure, isFigureForAnyone)
    (self.days, self.fitsWhen, self.avoidWhen) = (days, fitsWhen, avoidWhen)
    (self.notWith, self.sets) = (notWith, sets)
  }

  /// Who, in the pack's words, is the person who answered.
  package static let you = "you"
  /// Something for this afternoon: one's own, free, soon done, and no exertion.
  package var isAtOnce: Bool { who == Self.you && cost == .free && minutes <= 15 && asks == nil }
  /// It takes somebody else, or money.
  package var isAskedFor: Bool { who != Self.you || cost != .free }

  /// Something a correction takes to be possible.
  package struct Fit: Sendable, Hashable, Codable {
    package internal(set) var when: Condition
    /// In plain words, after "only if": "your chair can be set in height".
    package let says: String
    package init(when: Condition, says: String) { (self.when, self.says) = (when, says) }
  }

  /// Answers with what a rule must say once it is done.
  package struct Example: Sendable, Hashable, Codable {
    package let rule: Rule.ID
    package let outcome: Outcome
    package let says: String
    package let answers: Answers
    /// What some answers are then.
    package let becomes: Answers
    package init(rule: Rule.ID, outcome: Outcome, says: String, answers: Answers, becomes: Answers = Answers()) {
      (self.rule, self.outcome, self.says, self.answers, self.becomes) = (rule, outcome, says, answers, becomes)
    }
  }

  package struct Change: Sendable, Hashable, Codable {
    package enum Value: Sendable, Hashable, Codable {
      case answer(Answer)
      /// Worked out from the person's other answers; changes nothing while it is not exact.
      case formula(Formula)
      /// Options added to, or taken from, a multiple choice that is answered.
      case with([AnswerOption.ID])
      case without([AnswerOption.ID])
    }
    package let question: Question.ID
    package let value: Value
    package init(question: Question.ID, value: Value) { (self.question, self.value) = (question, value) }
  }
}

package struct Exercise: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String

  package struct Dose: Sendable, Hashable, Codable {
    package let sets: Int?
    package let reps: Int?
    /// In words with its unit: "30 s".
    package let hold: String?
    /// In words: "3 days a week".
    package let often: String
    /// Days a week, 1 to 7; `nil` = every day.
    package let days: Int?
    /// About how long it takes on a day; `nil` for what belongs to breaks.
    package let minutes: Int?
    package init(sets: Int?, reps: Int?, hold: String?, often: String, days: Int? = nil, minutes: Int? = nil) {
      (self.sets, self.reps, self.hold, self.often) = (sets, reps, hold, often)
      (self.days, self.minutes) = (days, minutes)
    }
  }

  package let id: ID
  package let title: String
  /// "stretch", "strength", …, in the pack's words.
  package let kind: String
  /// Name of a drawing.
  package let figure: String?
  package let isAtDesk: Bool
  package let targets: [Muscle.ID]
  package let steps: [String]
  package let dose: Dose
  package let doseSource: String?
  /// Where the exercise and its dose come from.
  package let sources: [Source.ID]
  package let easier: String
  package let stopIf: String
  package let cautions: [String]
  package internal(set) var avoidWhen: [Avoidance]

  package init(
    id: ID, title: String, kind: String, figure: String? = nil, isAtDesk: Bool = false, targets: [Muscle.ID] = [],
    steps: [String], dose: Dose, doseSource: String? = nil, sources: [Source.ID] = [], easier: String, stopIf: String,
    cautions: [String] = [], avoidWhen: [Avoidance] = []
  ) {
    (self.id, self.title, self.kind, self.figure, self.isAtDesk) = (id, title, kind, figure, isAtDesk)
    (self.targets, self.steps, self.dose, self.doseSource) = (targets, steps, dose, doseSource)
    self.sources = sources
    (self.easier, self.stopIf, self.cautions, self.avoidWhen) = (easier, stopIf, cautions, avoidWhen)
  }
}

/// When a correction, an exercise or a relief is not for a person.
package struct Avoidance: Sendable, Hashable, Codable {
  package internal(set) var when: Condition
  /// In plain words: "your outer hip hurts".
  package let says: String
  /// What to do in its place.
  package let instead: Exercise.ID?
  package init(when: Condition, says: String, instead: Exercise.ID? = nil) {
    (self.when, self.says, self.instead) = (when, says, instead)
  }
}

/// A self-massage, comfort or hands-on technique; cautions are read before the steps.
package struct Relief: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  package let title: String
  /// Kind of tool, never a brand: "ball"; `noTool` without.
  package let tool: String
  /// As packs write it (`pack.xsd`).
  package static let noTool = "none"
  package let muscles: [Muscle.ID]
  package let steps: [String]
  package let duration: String
  package let pressure: String
  package let cautions: [String]
  package internal(set) var avoidWhen: [Avoidance]
  package let evidence: [Evidence]

  package init(
    id: ID, title: String, tool: String, muscles: [Muscle.ID] = [], steps: [String], duration: String,
    pressure: String, cautions: [String], avoidWhen: [Avoidance] = [], evidence: [Evidence] = []
  ) {
    (self.id, self.title, self.tool, self.muscles, self.steps) = (id, title, tool, muscles, steps)
    (self.duration, self.pressure, self.cautions) = (duration, pressure, cautions)
    (self.avoidWhen, self.evidence) = (avoidWhen, evidence)
  }
}

package struct Muscle: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  /// Anatomical name.
  package let title: String
  package let plainName: String
  package let function: String
  /// Where tenderness is described; expert opinion, never a finding.
  package let tenderness: String
  package let cautions: [String]

  package init(id: ID, title: String, plainName: String, function: String, tenderness: String, cautions: [String] = [])
  {
    (self.id, self.title, self.plainName) = (id, title, plainName)
    (self.function, self.tenderness, self.cautions) = (function, tenderness, cautions)
  }
}

/// What to do about warning signs, whom to ask and how soon.
package struct CareCard: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  /// From the most pressing down.
  package enum Level: String, CaseIterable, Sendable, Codable { case emergency, urgent, routine }

  package let id: ID
  package let level: Level
  package let title: String
  package internal(set) var when: Condition
  /// Of an emergency, in a few words after "if": "you newly feel numb between the legs". Every person is told.
  package let atOnce: String?
  /// What to look for.
  package let signs: [String]
  package let ask: String
  package let soon: String
  package let text: [String]
  package let sources: [Source.ID]

  package init(
    id: ID, level: Level, title: String, when: Condition, atOnce: String? = nil, signs: [String] = [], ask: String,
    soon: String, text: [String] = [], sources: [Source.ID] = []
  ) {
    (self.id, self.level, self.title, self.when) = (id, level, title, when)
    (self.atOnce, self.signs) = (atOnce, signs)
    (self.ask, self.soon, self.text, self.sources) = (ask, soon, text, sources)
  }
}

/// The telephone number to call for help at once, by country.
package struct EmergencyNumber: Sendable, Hashable, Codable {
  /// "European Union".
  package let place: String
  /// As people say it: "999 or 112".
  package let number: String
  package init(place: String, number: String) { (self.place, self.number) = (place, number) }
}

package struct Source: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  package let citation: String
  package let year: Int?
  /// "review", "trial", "guideline", …, in the pack's words.
  package let kind: String
  package let link: String?
  package let note: String?

  package init(id: ID, citation: String, year: Int? = nil, kind: String, link: String? = nil, note: String? = nil) {
    (self.id, self.citation, self.year, self.kind, self.link, self.note) = (id, citation, year, kind, link, note)
  }
}
