import Ergonomics

/// Where the parts of a pack stand in its files.
package struct PackPlaces: Sendable {
  /// The folder of the pack, as it was named.
  package let folder: String
  private let rules: [Rule.ID: Placed]
  private let corrections: [Correction.ID: Placed]
  private let scores: [Score.ID: Placed]
  private let questions: [Question.ID: Placed]

  private struct Placed: Sendable {
    let own: Problem.Place
    /// By the name of an element in it, the first of that name.
    let elements: [String: Problem.Place]
  }

  init(_ draft: PackDraft, folder: String) {
    self.folder = folder
    rules = Self.places(draft.rules) { $0.id }
    corrections = Self.places(draft.corrections) { $0.id }
    scores = Self.places(draft.scores) { $0.id }
    questions = Self.places(draft.questions) { $0.id }
  }

  private static let conditions: Set = ["applies", "when"]

  private static func places<Value>(
    _ placed: [PackDraft.Placed<Value>], _ id: (Value) -> String
  ) -> [String: Placed] {
    Dictionary(
      placed.map { each in
        let elements = each.element.elements.map { child in
          (
            child.name,
            conditions.contains(child.name) ? each.file.text(of: child).spot.place : each.file.spot(of: child).place
          )
        }
        return (
          id(each.value),
          Placed(own: each.spot().place, elements: Dictionary(elements, uniquingKeysWith: { first, _ in first }))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  package func place(ofRule id: Rule.ID, _ element: String? = nil) -> Problem.Place { place(rules[id], element) }
  package func place(ofCorrection id: Correction.ID, _ element: String? = nil) -> Problem.Place {
    place(corrections[id], element)
  }
  package func place(ofScore id: Score.ID, _ element: String? = nil) -> Problem.Place { place(scores[id], element) }
  package func place(ofQuestion id: Question.ID) -> Problem.Place { place(questions[id], nil) }

  /// Of the folder where there is no such thing.
  private func place(_ placed: Placed?, _ element: String?) -> Problem.Place {
    guard let placed else { return Problem.Place(file: folder) }
    return element.flatMap { placed.elements[$0] } ?? placed.own
  }
}

/// A pack with where it stands.
package struct PlacedPack: Sendable {
  package let pack: Pack
  package let places: PackPlaces
}
