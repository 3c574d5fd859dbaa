extension Condition {
  /// The questions it reads, also through measures, in the order of reading, without doubles.
  package func questions(measures: [Measure.ID: Measure]) -> [Question.ID] {
    var seen: Set<Question.ID> = []
    return atoms.flatMap { atom -> [Question.ID] in
      switch atom {
      case .isOneOf(let question, _), .hasAny(let question, _): [question]
      case .isWithin(let formula, _): formula.questions(measures: measures)
      case .all, .any, .not, .atLeast: []
      }
    }.filter { seen.insert($0).inserted }
  }

  /// The formulas it compares, those inside others included.
  package var formulas: [Formula] {
    atoms.flatMap { if case .isWithin(let formula, _) = $0 { formula.parts } else { [Formula]() } }
  }
}

extension Formula {
  /// The questions it reads, also through measures, in the order of reading, without doubles.
  package func questions(measures: [Measure.ID: Measure]) -> [Question.ID] {
    var (found, seen, measured) = ([Question.ID](), Set<Question.ID>(), Set<Measure.ID>())
    func read(_ formula: Formula) {
      for part in formula.parts {
        switch part {
        case .answer(let question), .points(let question), .count(let question):
          if seen.insert(question).inserted { found.append(question) }
        case .measure(let id):
          // Once: measures of measures that are read twice each would be read over and over.
          if measured.insert(id).inserted { read(measures[id]!.formula) }
        default: break
        }
      }
    }
    read(self)
    return found
  }

  /// Itself and every formula inside it.
  package var parts: [Formula] {
    switch self {
    case .constant, .answer, .points, .count, .measure: [self]
    case .lookup(_, let a, let b), .sum(let a, let b), .difference(let a, let b): [self] + a.parts + b.parts
    case .scaled(let part, _): [self] + part.parts
    case .least(let parts), .greatest(let parts): [self] + parts.flatMap(\.parts)
    }
  }
}

extension Pack {
  /// Every condition of the pack: of rules, of what is asked when, of care cards, of advice to offer or to leave out.
  package var conditions: [Condition] {
    let ofRules = rules.flatMap { [$0.applies, $0.when, $0.solvedWhen].compactMap { $0 } }
    let avoidances = corrections.flatMap(\.avoidWhen) + exercises.flatMap(\.avoidWhen) + reliefs.flatMap(\.avoidWhen)
    return questions.compactMap(\.askWhen) + ofRules + careCards.map(\.when) + avoidances.map(\.when)
      + corrections.flatMap { $0.fitsWhen.map(\.when) } + [drawingsShow].compactMap { $0 }
  }

  /// The numbers at which an atom of some condition changes, by question.
  var numberLimits: [Question.ID: [Int]] {
    var limits: [Question.ID: [Int]] = [:]
    for case .isWithin(.answer(let question), let range) in conditions.flatMap(\.atoms) {
      limits[question, default: []] += [range.lowerBound, range.upperBound == .max ? .max : range.upperBound + 1]
    }
    return limits
  }

  /// Number questions that are part of a formula, not only compared on their own.
  var questionsReadAsNumbers: Set<Question.ID> {
    let compared = conditions.flatMap(\.atoms).compactMap { atom -> Formula? in
      guard case .isWithin(let formula, _) = atom else { return nil }
      if case .answer = formula { return nil }
      return formula
    }
    let changed = corrections.flatMap(\.sets).compactMap {
      if case .formula(let formula) = $0.value { formula } else { nil }
    }
    let all = compared + measures.map(\.formula) + scores.compactMap(\.formula) + changed
    return Set(all.flatMap(\.parts).compactMap { if case .answer(let question) = $0 { question } else { nil } })
  }
}
