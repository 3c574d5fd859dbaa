import Ergonomics

/// What could be read of a pack, with what several checks ask of it, worked out once.
final class CheckedDraft {
  let draft: PackDraft
  /// Names of which nothing is claimed.
  let doubtful: Set<String>
  /// For drafts in which no measure reads itself.
  lazy var bounds = FormulaBounds(draft)
  lazy var scores = ScoreReach.all(in: self)

  init(_ draft: PackDraft, doubtful: Set<String>) { (self.draft, self.doubtful) = (draft, doubtful) }

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

  /// The questions, measures and tables that something in the pack reads, or may read as far as it could be read.
  /// - Note: Where pack.xml could not be read, its scores may read any of them.
  private(set) lazy var readNames: Set<String> = {
    let known = draft.questions.map(\.value.id) + draft.measures.map(\.value.id)
    if draft.head == nil { return Set(known) }
    let read: Set<String> =
      (draft.conditions.map(\.names) + draft.formulas.map(\.names) + [draft.shown, draft.namesInDoubt, doubtful])
      .reduce(into: []) { $0.formUnion($1) }
    // A misspelled name reads what it was meant for.
    let unread = known.filter { !read.contains($0) }
    return read.union(read.subtracting(known).compactMap { unread.nearest(to: $0) })
  }()

  /// The first in the alphabet of the questions about health among these names, and among what they read.
  func symptom(in names: Set<String>) -> Question.ID? {
    closure(of: names).intersection(symptoms).min()
  }

  private lazy var symptoms = Set(draft.questions.filter(\.value.isSensitive).map(\.value.id))
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

extension Rule {
  /// What its conditions name themselves.
  var names: Set<String> {
    [applies, solvedWhen].reduce(when.names) { $0.union($1?.names ?? []) }
  }
}
