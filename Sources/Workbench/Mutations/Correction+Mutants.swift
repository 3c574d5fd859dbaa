import Ergonomics

/// What a correction sets, with one thing changed.
struct SetsMutant {
  /// Which of the answers it sets.
  let place: Int
  /// The option that stands in the place of another; `nil` where the answer is not set at all.
  let options: (was: AnswerOption.ID, now: AnswerOption.ID)?
  let words: String
  let sets: [Correction.Change]
}

extension SetsMutant {
  /// One of the answers that a correction sets left out, or an option of it made another.
  static func all(of correction: Correction, in pack: Pack) -> [SetsMutant] {
    correction.sets.indices.flatMap { place -> [SetsMutant] in
      let change = correction.sets[place]
      guard let question = pack.question(change.question) else { return [] }
      var fewer = correction.sets
      fewer.remove(at: place)
      let dropped = SetsMutant(place: place, options: nil, words: "'\(question.id)' not set", sets: fewer)
      guard let (was, value) = other(change.value, of: question) else { return [dropped] }
      var sets = correction.sets
      sets[place] = Correction.Change(question: change.question, value: value.change)
      let words =
        "'\(question.id)' set \(text(of: change.value, question, pack)) made \(text(of: value.change, question, pack))"
      return [dropped, SetsMutant(place: place, options: (was, value.option), words: words, sets: sets)]
    }
  }

  /// With the next option of the question.
  private static func other(
    _ value: Correction.Change.Value, of question: Question
  ) -> (was: AnswerOption.ID, now: (option: AnswerOption.ID, change: Correction.Change.Value))? {
    let ids = question.options.map(\.id)
    func next(_ id: AnswerOption.ID?) -> (was: AnswerOption.ID, now: AnswerOption.ID)? {
      guard let id, ids.count > 1, let place = ids.firstIndex(of: id) else { return nil }
      return (id, ids[(place + 1) % ids.count])
    }
    switch value {
    case .answer(.option(let id)): return next(id).map { ($0.was, ($0.now, .answer(.option($0.now)))) }
    case .with(let ids): return next(ids.first).map { ($0.was, ($0.now, .with([$0.now]))) }
    case .without(let ids): return next(ids.first).map { ($0.was, ($0.now, .without([$0.now]))) }
    case .answer, .formula: return nil
    }
  }

  static func text(of value: Correction.Change.Value, _ question: Question, _ pack: Pack) -> String {
    switch value {
    case .answer(let answer): "to '\(ExampleText.text(of: answer, to: question))'"
    case .formula(let formula): "to '\(formula.text(in: pack.vocabulary))'"
    case .with(let ids): "with '\(ids.joined(separator: ", "))'"
    case .without(let ids): "without '\(ids.joined(separator: ", "))'"
    }
  }
}

/// Which rules read which questions.
struct RuleReaders {
  private let program: RuleProgram
  private let reads: [Set<Question.ID>]

  init(_ program: RuleProgram) {
    self.program = program
    reads = program.rules.map { rule in
      Set(program.questionsDeciding(rule.holds).map { program.questions[$0].id })
    }
  }

  func rules(reading questions: Set<Question.ID>) -> [Rule] {
    reads.indices.filter { !reads[$0].isDisjoint(with: questions) }.map { program.pack.rules[$0] }
  }
}
