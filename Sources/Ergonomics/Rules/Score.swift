/// A number that tells how much at a workstation is worth changing. Not a diagnosis, and no chance of falling ill.
package struct Score: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String

  /// A part of the body, for a drawing of where the load is.
  package enum Region: String, CaseIterable, Sendable, Codable {
    case neck, shoulders
    case upperBack = "upper-back"
    case lowerBack = "lower-back"
    case hips, legs, forearms
    case wholeBody = "whole-body"
  }

  package let id: ID
  package let title: String
  package let about: String?
  /// The part of the body it is about; `nil` when it is about none, such as a score of the equipment.
  package let region: Region?
  /// What a sum is capped at; for a formula `nil` unless the pack says so.
  package let max: Int?
  /// `nil`: the sum of what found rules add.
  package internal(set) var formula: Formula?
  /// From the lowest up; the first begins where the score does.
  package let bands: [Band]

  package init(
    id: ID, title: String, about: String? = nil, region: Region? = nil, max: Int? = nil, formula: Formula? = nil,
    bands: [Band]
  ) {
    (self.id, self.title, self.about, self.region, self.max) = (id, title, about, region, max)
    (self.formula, self.bands) = (formula, bands)
  }

  package func band(of points: Int) -> Band { bands.last { $0.from <= points } ?? bands[0] }
}

/// A stretch of a score with a word for it.
package struct Band: Sendable, Hashable, Codable, Identifiable {
  package let id: String
  package let from: Int
  package let word: String
  package init(id: String, from: Int, word: String) { (self.id, self.from, self.word) = (id, from, word) }
}

/// Somebody who does not exist, with what scores must come to for them: what tests points, tables, formulas and levels.
package struct ExamplePerson: Sendable, Hashable, Codable {
  package let says: String
  package internal(set) var answers: Answers
  package let comesTo: [ComesTo]

  package init(says: String, answers: Answers, comesTo: [ComesTo]) {
    (self.says, self.answers, self.comesTo) = (says, answers, comesTo)
  }

  /// What a score comes to.
  package struct ComesTo: Sendable, Hashable, Codable {
    package let score: Score.ID
    /// The least that it can be where answers are missing.
    package let points: Int
    /// Its level, `ScoreInterval.unknown` where nothing is known; `nil`: whatever it is.
    package let level: String?

    package init(score: Score.ID, points: Int, level: String?) {
      (self.score, self.points, self.level) = (score, points, level)
    }
  }
}
