import Ergonomics

extension PackChecks {
  mutating func checkMeasuresForCircles() {
    let reads = Dictionary(
      draft.measures.map { ($0.value.id, $0.value.formula.names) }, uniquingKeysWith: { first, _ in first })
    var circular: Set<String> = []
    for measure in draft.measures {
      guard let circle = Self.circle(from: measure.value.id, in: reads) else { continue }
      circular.insert(measure.value.id)
      // Told once, at the first of its measures in the file.
      if circle.contains(where: { $0 != measure.value.id && circular.contains($0) }) { continue }
      problems.append(.circularMeasures(circle, at: measure.spot("id")))
    }
    for measure in draft.measures where circular.contains(measure.value.id) {
      draft.namesInDoubt.formUnion(measure.value.formula.names)
    }
    draft.measures.removeAll { circular.contains($0.value.id) }
    doubtful.formUnion(circular)
    leaveOutDoubtful()
  }

  /// The shortest way back to where it starts: `a`, `b`, `a`. `nil` if there is none.
  static func circle(from start: String, in reads: [String: Set<String>]) -> [String]? {
    var waiting = [[start]]
    var seen: Set<String> = []
    while !waiting.isEmpty {
      let path = waiting.removeFirst()
      for next in reads[path.last!, default: []].sorted() where reads[next] != nil {
        if next == start { return path + [start] }
        if seen.insert(next).inserted { waiting.append(path + [next]) }
      }
    }
    return nil
  }

  /// Takes out measures and formulas that read something doubtful: they cannot be evaluated.
  private mutating func leaveOutDoubtful() {
    while let place = draft.measures.firstIndex(where: { !$0.value.formula.names.isDisjoint(with: doubtful) }) {
      draft.namesInDoubt.formUnion(draft.measures[place].value.formula.names)
      doubtful.insert(draft.measures.remove(at: place).value.id)
    }
  }

  mutating func checkOrderOfQuestions() {
    let places = Dictionary(
      draft.questions.enumerated().map { ($1.value.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reads = Dictionary(
      draft.questions.map { ($0.value.id, $0.value.askWhen.map { closure(of: $0.names) } ?? []) },
      uniquingKeysWith: { first, _ in first })
    var circular: Set<String> = []
    for (place, question) in draft.questions.enumerated() {
      let id = question.value.id
      if let circle = Self.circle(from: id, in: reads) {
        circular.insert(id)
        if circle.contains(where: { $0 != id && circular.contains($0) }) { continue }
        problems.append(.circularAskWhen(circle, at: question.spot("ask-when")))
      } else if let later = reads[id]!.filter({ places[$0].map { $0 > place } ?? false }).min() {
        problems.append(.asksBefore(id, later, at: question.spot("ask-when")))
      }
    }
    draft.namesInDoubt.formUnion(circular.flatMap { reads[$0] ?? [] })
    draft.questions.removeAll { circular.contains($0.value.id) }
    doubtful.formUnion(circular)
  }

  mutating func checkThatQuestionsAreRead() {
    let changes = draft.corrections.flatMap(\.value.sets)
    let named =
      draft.conditions.map(\.names) + draft.formulas.map(\.names) + [draft.shown, draft.namesInDoubt, doubtful]
    let read = named.reduce(into: Set<String>()) { $0.formUnion($1) }
    for question in draft.questions where question.value.kind != .text && !read.contains(question.value.id) {
      let isChanged = changes.contains { $0.question == question.value.id }
      problems.append(.unreadQuestion(question.value.id, isChanged: isChanged, at: question.spot("id")))
    }
  }

  /// Of what the engine keeps in one word.
  mutating func checkLimits() {
    var limits: [Question.ID: Set<Int>] = [:]
    for case .isWithin(.answer(let question), let range) in draft.conditions.flatMap(\.atoms) {
      limits[question, default: []].formUnion([
        range.lowerBound, range.upperBound == .max ? .max : range.upperBound + 1,
      ])
    }
    for question in draft.questions {
      let count = limits[question.value.id, default: []].count
      if count >= AnswerClasses.limit - 1 {
        problems.append(.tooManyLimits(question.value.id, count, at: question.spot("id")))
      }
    }
    if draft.scores.count > Verdicts.scoreLimit {
      problems.append(.tooManyScores(limit: Verdicts.scoreLimit, at: draft.scores[Verdicts.scoreLimit].spot("id")))
    }
  }
}

extension Problem {
  static func circularMeasures(_ circle: [String], at spot: SourceLocation) -> Problem {
    Problem(
      "circular-measures", spot, "measure '\(circle[0])' is computed from itself: \(circle.joined(separator: " → "))",
      help: "compute one of them from answers alone")
  }

  static func circularAskWhen(_ circle: [String], at spot: SourceLocation) -> Problem {
    Problem(
      "circular-ask-when", spot,
      "whether '\(circle[0])' is asked depends on its own answer: \(circle.joined(separator: " → "))",
      help: "let it depend on earlier questions only")
  }

  static func asksBefore(_ question: String, _ later: String, at spot: SourceLocation) -> Problem {
    Problem(
      "ask-when-later", spot, "'\(question)' depends on '\(later)', which is asked later",
      help: "move '\(later)' before '\(question)'")
  }

  static func unreadQuestion(_ id: String, isChanged: Bool, at spot: SourceLocation) -> Problem {
    Problem(
      "unread-question", spot,
      isChanged
        ? "question '\(id)' is changed by a correction, but nothing reads it" : "nothing reads question '\(id)'",
      help: "delete the question, or read it in a rule")
  }

  static func tooManyLimits(_ id: String, _ count: Int, at spot: SourceLocation) -> Problem {
    Problem(
      "too-many-limits", spot,
      "conditions compare '\(id)' with \(count) different numbers, and \(AnswerClasses.limit - 2) are possible",
      help: "let rules share their limits")
  }

  static func tooManyScores(limit: Int, at spot: SourceLocation) -> Problem {
    Problem(
      "too-many-scores", spot, "the pack has more than \(limit) scores",
      help: "make some of them measures, or two packs")
  }
}
