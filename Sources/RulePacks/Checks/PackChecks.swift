import Ergonomics

/// What is wrong with a pack as a whole, though each part of it can be read.
struct PackChecks {
  var draft: PackDraft
  /// Names of which nothing is claimed.
  var doubtful: Set<String>
  var problems: [Problem] = []

  init(_ draft: PackDraft, doubtful: Set<String>) { (self.draft, self.doubtful) = (draft, doubtful) }

  /// Checks that need no evaluation. Circular measures and questions are out of the draft afterwards.
  mutating func checkStructure() {
    checkMeasuresForCircles()
    checkOrderOfQuestions()
    checkThatQuestionsAreRead()
    checkLimits()
    checkScores()
    checkLookups()
    checkSymptoms()
    checkForSameConditions()
    checkCareCards()
    checkThatCorrectionsAreNamed()
    checkPoints()
    checkSources()
    checkPrices()
  }

  /// What is named, and whatever that reads in turn through measures; not through what decides what is asked.
  func closure(of names: Set<String>) -> Set<String> {
    var (all, waiting) = (Set<String>(), Array(names))
    while let name = waiting.popLast() {
      guard all.insert(name).inserted, let measure = draft.measures.first(where: { $0.value.id == name }) else {
        continue
      }
      waiting += measure.value.formula.names
    }
    return all
  }
}

extension PackDraft {
  /// Every condition of the draft.
  var conditions: [Condition] {
    let ofRules = rules.flatMap { [$0.value.applies, $0.value.when, $0.value.solvedWhen].compactMap { $0 } }
    let avoidances =
      corrections.map(\.value.avoidWhen) + exercises.map(\.value.avoidWhen) + reliefs.map(\.value.avoidWhen)
    let ofAdvice = avoidances.flatMap { $0.map(\.when) } + corrections.flatMap { $0.value.fitsWhen.map(\.when) }
    return questions.compactMap(\.value.askWhen) + ofRules + careCards.map(\.value.when) + ofAdvice
      + [drawingsShow].compactMap { $0 }
  }

  /// Every formula that stands on its own: not compared with anything.
  var formulas: [Formula] {
    let changes = corrections.flatMap(\.value.sets).compactMap { change in
      if case .formula(let formula) = change.value { formula } else { nil as Formula? }
    }
    return measures.map(\.value.formula) + scores.compactMap(\.value.formula) + changes
  }
}
