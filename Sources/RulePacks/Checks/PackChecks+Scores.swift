import Ergonomics
import Markup

extension PackChecks {
  mutating func checkScores() {
    let bounds = FormulaBounds(draft)
    var regions: Set<Score.Region> = []
    for score in draft.scores {
      if let region = score.value.region, !regions.insert(region).inserted {
        problems.append(.doubleRegion(region, at: score.spot("region")))
      }
      let adding = draft.rules.filter { $0.value.adds.contains { $0.score == score.value.id } }
      let most: Int?
      var least = 0
      if let formula = score.value.formula {
        for rule in adding { problems.append(.addsToFormula(score.value.id, at: adds(score.value.id, of: rule))) }
        let reach = bounds.bounds(of: formula)
        (least, most) = (reach?.lowerBound ?? 0, reach.map { min($0.upperBound, score.value.max ?? .max) })
        if reach == nil { least = score.value.bands.first?.from ?? 0 }
      } else {
        let isOpen =
          draft.scoresInDoubt.contains(score.value.id) || draft.isIncomplete
          || doubtful.contains(score.value.id)
        if adding.isEmpty, !isOpen { problems.append(.nothingAdds(score.value.id, at: score.spot("id"))) }
        let sum = adding.flatMap(\.value.adds).filter { $0.score == score.value.id }.reduce(0) { $0 + $1.points }
        if sum > Int(UInt16.max) { problems.append(.tooManyPoints(score.value.id, sum, at: score.spot("id"))) }
        most = isOpen || adding.isEmpty ? score.value.max : min(sum, score.value.max ?? .max)
      }
      checkBands(of: score, least: least, most: most)
    }
  }

  private mutating func checkBands(of score: PackDraft.Placed<Score>, least: Int, most: Int?) {
    let elements = score.element.elements("band")
    var ids: Set<String> = []
    for (place, band) in score.value.bands.enumerated() {
      func spot(_ attribute: String) -> SourceLocation {
        score.file.attribute(attribute, of: elements[place])?.spot ?? score.file.spot(of: elements[place])
      }
      if !ids.insert(band.id).inserted { problems.append(.doubleBand(band.id, at: spot("id"))) }
      if band.id == "unknown" { problems.append(.reservedBand(at: spot("id"))) }
      if place == 0, score.value.formula == nil ? band.from != 0 : band.from > least {
        problems.append(.bandGap(band.id, band.from, least: least, at: spot("from")))
      }
      if place > 0, band.from <= score.value.bands[place - 1].from {
        problems.append(.bandOrder(band.id, after: score.value.bands[place - 1], at: spot("from")))
      } else if let most, band.from > most {
        problems.append(.bandOutOfReach(band, score.value.id, most: most, at: spot("from")))
      }
    }
  }

  private func adds(_ score: Score.ID, of rule: PackDraft.Placed<Rule>) -> SourceLocation {
    let element = rule.element.elements("adds").first { $0["score"] == score }
    return element.flatMap { rule.file.attribute("score", of: $0)?.spot } ?? rule.spot()
  }

  /// That no formula leaves its tables, nor the numbers that are computed exactly.
  mutating func checkLookups() {
    let bounds = FormulaBounds(draft)
    for (formula, spot) in draft.placedFormulas where formula.names.isDisjoint(with: doubtful) {
      let isFromMeasure = formula.names.contains { name in
        bounds.measures[name].map { bounds.bounds(of: $0.formula) == nil } ?? false
      }
      if bounds.bounds(of: formula) == nil, !isFromMeasure { problems.append(.formulaTooLarge(at: spot)) }
      for case .lookup(let id, let row, let column) in formula.parts {
        guard let table = bounds.tables[id], !table.isClamped else { continue }
        for (name, part, inside) in [("row", row, table.rows), ("column", column, table.columns)] {
          guard let reach = bounds.bounds(of: part), reach.clamped(to: inside) != reach else { continue }
          problems.append(.lookupOutside(id, name, reach: reach, table: inside, at: spot))
        }
      }
    }
  }
}

extension PackDraft {
  fileprivate typealias PlacedFormula = (formula: Formula, spot: SourceLocation)

  /// Every formula, alone or inside a condition, with the place of its text.
  fileprivate var placedFormulas: [PlacedFormula] {
    var all: [PlacedFormula] = measures.map { ($0.value.formula, $0.file.text(of: $0.element).spot) }
    for score in scores {
      if let formula = score.value.formula { all.append((formula, spot(of: "formula", in: score))) }
    }
    for correction in corrections {
      for case .formula(let formula) in correction.value.sets.map(\.value) { all.append((formula, correction.spot())) }
    }
    for question in questions { all += compared(in: question.value.askWhen, question.spot("ask-when")) }
    for rule in rules {
      all += compared(in: rule.value.applies, spot(of: "applies", in: rule))
      all += compared(in: rule.value.when, spot(of: "when", in: rule))
    }
    for card in careCards { all += compared(in: card.value.when, spot(of: "when", in: card)) }
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

  private func spot<Value>(of element: String, in placed: Placed<Value>) -> SourceLocation {
    placed.element.element(element).map { placed.file.text(of: $0).spot } ?? placed.spot()
  }
}

extension Problem {
  static func lookupOutside(
    _ table: String, _ part: String, reach: ClosedRange<Int>, table inside: ClosedRange<Int>, at spot: SourceLocation
  ) -> Problem {
    Problem(
      "lookup-outside-table", spot,
      "the \(part) read from table '\(table)' can be \(reach.lowerBound) to \(reach.upperBound), but the table has"
        + " \(inside.lowerBound) to \(inside.upperBound)",
      help: "enlarge the table, or give it clamp=\"yes\" to read the nearest \(part)")
  }

  static func formulaTooLarge(at spot: SourceLocation) -> Problem {
    Problem(
      "formula-too-large", spot, "some answers take this beyond what can be computed exactly",
      help: "use smaller factors, or narrower bounds for the questions it reads")
  }

  static func nothingAdds(_ score: String, at spot: SourceLocation) -> Problem {
    Problem(
      "score-nothing-adds", spot, "no rule adds to score '\(score)'", help: "delete the score, or give it a formula")
  }

  static func addsToFormula(_ score: String, at spot: SourceLocation) -> Problem {
    Problem(
      "adds-to-formula", spot, "score '\(score)' is computed by a formula and takes no points",
      help: "delete the 'adds', or the formula")
  }

  static func doubleBand(_ id: String, at spot: SourceLocation) -> Problem {
    Problem("double-id", spot, "the score has two bands '\(id)'", help: "give one of them another id")
  }

  static func doubleRegion(_ region: Score.Region, at spot: SourceLocation) -> Problem {
    Problem(
      "double-region", spot, "two scores are about the region '\(region.rawValue)'",
      help: "leave it at the score that tells more")
  }

  static func reservedBand(at spot: SourceLocation) -> Problem {
    Problem(
      "reserved-word", spot, "'unknown' is the level of a score of which nothing is known", help: "choose another id")
  }

  static func bandGap(_ id: String, _ from: Int, least: Int, at spot: SourceLocation) -> Problem {
    Problem(
      "band-gap", spot, "the first band '\(id)' begins at \(from), but the score begins at \(least)",
      help: "let it begin at \(least)")
  }

  static func bandOrder(_ id: String, after other: Band, at spot: SourceLocation) -> Problem {
    Problem(
      "band-order", spot, "band '\(id)' does not begin above band '\(other.id)', which begins at \(other.from)",
      help: "order the bands from the lowest up")
  }

  static func bandOutOfReach(_ band: Band, _ score: String, most: Int, at spot: SourceLocation) -> Problem {
    Problem(
      "band-out-of-reach", spot, "band '\(band.id)' begins at \(band.from), but '\(score)' reaches \(most) at most",
      help: "let it begin lower, or delete it")
  }

  static func tooManyPoints(_ score: String, _ sum: Int, at spot: SourceLocation) -> Problem {
    Problem(
      "too-many-points", spot, "all rules together add \(sum) points to score '\(score)'",
      help: "scores are meant to reach a hundred or so: add fewer points")
  }
}
