/// A number that tells how much at a workstation is worth changing. Not a diagnosis, and no chance of falling ill.
package struct Score: Sendable, Hashable, Identifiable {
  package typealias ID = String
  package let id: ID
  package let title: String
  package let about: String?
  /// What a sum is capped at; for a formula `nil` unless the pack says so.
  package let max: Int?
  /// `nil`: the sum of what found rules add.
  package internal(set) var formula: Formula?
  /// From the lowest up; the first begins where the score does.
  package let bands: [Band]

  package init(id: ID, title: String, about: String? = nil, max: Int? = nil, formula: Formula? = nil, bands: [Band]) {
    (self.id, self.title, self.about, self.max) = (id, title, about, max)
    (self.formula, self.bands) = (formula, bands)
  }

  package func band(of points: Int) -> Band { bands.last { $0.from <= points } ?? bands[0] }
}

/// A stretch of a score with a word for it.
package struct Band: Sendable, Hashable, Identifiable {
  package let id: String
  package let from: Int
  package let word: String
  package init(id: String, from: Int, word: String) { (self.id, self.from, self.word) = (id, from, word) }
}
