/// The wordings by which the options of a question are known: id, text and aliases, in that order where two are the same.
package struct OptionNames: Sendable, Hashable, Codable {
  /// By normalised wording.
  private let places: [String: Int]

  init(_ options: [AnswerOption]) {
    var places: [String: Int] = [:]
    for names in [options.map { [$0.id] }, options.map { [$0.text] }, options.map(\.aliases)] {
      for (place, names) in names.enumerated() {
        for name in names { places.merge([name.normalised: place]) { first, _ in first } }
      }
    }
    self.places = places
  }

  /// The place of the option that has this wording; letter case, blanks, quotes and a full stop do not matter.
  package func place(of wording: some StringProtocol) -> Int? { places[wording.normalised] }
}
