extension PersonEvaluation {
  /// What rules that compare two lengths take for solved, all of them: "from 6 cm below to 2 cm above the back of the knee".
  /// Nothing of a length that belongs to the body.
  func target(of question: Question) -> Assessment.Target? {
    guard let unit = question.lengthUnit, question.drawnAs?.isOfTheBody != true else { return nil }
    let all = solvedAtoms.compactMap { gap($0, above: question.id) }
    guard let beside = all.first?.other, all.allSatisfy({ $0.other == beside }),
      case (let low, let high) = (all.map(\.range.lowerBound).max()!, all.map(\.range.upperBound).min()!), low < high
    else { return nil }
    var ends: String?
    if case .number(let other)? = answers[beside] {
      ends = "\(unit.text(ofBase: other + low)) to \(unit.text(ofBase: other + high))"
    }
    return .init(beside: beside, from: unit.text(ofBase: low), to: unit.text(ofBase: high), ends: ends)
  }

  /// How far a length may be above another one, where an atom says so.
  private func gap(_ atom: Condition, above question: Question.ID) -> (other: Question.ID, range: ClosedRange<Int>)? {
    guard case .isWithin(let formula, let range) = atom, range.lowerBound > .min, range.upperBound < .max,
      case .difference(.answer(question), .answer(let other)) = written(formula)
    else { return nil }
    return (other, range)
  }

  private func written(_ formula: Formula) -> Formula {
    guard case .measure(let id) = formula else { return formula }
    return pack.measures.first { $0.id == id }?.formula ?? formula
  }
}
