import Ergonomics

extension Question {
  /// What can be answered, in words, for someone who looks for what to write.
  var acceptedAnswers: String {
    switch kind {
    case .choice(let options): options.map(\.id).joined(separator: ", ")
    case .choices(let options): "\(options.map(\.id).joined(separator: ", ")); several joined by ';'"
    case .number(let range):
      "a number from \(range.unit.text(ofBase: range.bounds.lowerBound)) "
        + "to \(range.unit.text(ofBase: range.bounds.upperBound))"
    case .text: "any text"
    }
  }
}
