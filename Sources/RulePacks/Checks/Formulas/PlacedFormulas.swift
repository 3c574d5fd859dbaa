import Ergonomics

extension CheckedDraft {
  /// Every formula, alone or inside a condition, with the place of its text; not those that read something doubtful.
  var formulas: [(formula: Formula, spot: SourceLocation)] {
    draft.placedFormulas.filter { $0.formula.names.isDisjoint(with: doubtful) }
  }
}

extension PackDraft {
  fileprivate typealias PlacedFormula = (formula: Formula, spot: SourceLocation)

  fileprivate var placedFormulas: [PlacedFormula] {
    var all: [PlacedFormula] = measures.map { ($0.value.formula, $0.file.text(of: $0.element).spot) }
    for score in scores {
      if let formula = score.value.formula { all.append((formula, score.spot(ofTextIn: "formula"))) }
    }
    for correction in corrections {
      for case .formula(let formula) in correction.value.sets.map(\.value) { all.append((formula, correction.spot())) }
    }
    for question in questions { all += compared(in: question.value.askWhen, question.spot("ask-when")) }
    for rule in rules {
      all += compared(in: rule.value.applies, rule.spot(ofTextIn: "applies"))
      all += compared(in: rule.value.when, rule.spot(ofTextIn: "when"))
    }
    for card in careCards { all += compared(in: card.value.when, card.spot(ofTextIn: "when")) }
    for correction in corrections {
      let conditions = correction.value.fitsWhen.map(\.when) + correction.value.avoidWhen.map(\.when)
      for condition in conditions { all += compared(in: condition, correction.spot()) }
    }
    for exercise in exercises {
      for avoidance in exercise.value.avoidWhen { all += compared(in: avoidance.when, exercise.spot()) }
    }
    for relief in reliefs {
      for avoidance in relief.value.avoidWhen { all += compared(in: avoidance.when, relief.spot()) }
    }
    return all
  }

  private func compared(in condition: Condition?, _ spot: SourceLocation) -> [PlacedFormula] {
    condition.map { $0.comparedFormulas.map { ($0, spot) } } ?? []
  }
}
