import Ergonomics
import RulePacks

/// What a correction sets, with one thing changed.
struct SetsMutant {
  /// Which of the answers it sets.
  let place: Int
  /// What it is set to; `nil` where it is not set at all.
  let now: Correction.Change.Value?
  /// The option that stands in the place of another.
  let options: (was: AnswerOption.ID, now: AnswerOption.ID)?
  let words: String
  let sets: [Correction.Change]

  /// Another number, or none: told to people, whether or not a rule tells it from the first.
  let isNumber: Bool
}

extension SetsMutant {
  /// One of the answers that a correction sets left out, or an option of it made another, a number one more or one less, a
  /// formula changed in one thing.
  static func all(of correction: Correction, in pack: Pack) -> [SetsMutant] {
    correction.sets.indices.flatMap { place -> [SetsMutant] in
      let change = correction.sets[place]
      guard let question = pack.question(change.question) else { return [] }
      var fewer = correction.sets
      fewer.remove(at: place)
      let isNumber = if case .number = question.kind { true } else { false }
      let dropped = SetsMutant(
        place: place, now: nil, options: nil, words: "'\(question.id)' not set", sets: fewer, isNumber: isNumber)
      return [dropped]
        + others(change.value, of: question).map { options, value in
          var sets = correction.sets
          sets[place] = Correction.Change(question: change.question, value: value)
          let words =
            "'\(question.id)' set \(text(of: change.value, question, pack)) made \(text(of: value, question, pack))"
          return SetsMutant(place: place, now: value, options: options, words: words, sets: sets, isNumber: isNumber)
        }
    }
  }

  private typealias Swap = (was: AnswerOption.ID, now: AnswerOption.ID)

  /// With the next option of the question, or the next numbers.
  private static func others(
    _ value: Correction.Change.Value, of question: Question
  ) -> [(options: Swap?, value: Correction.Change.Value)] {
    let ids = question.options.map(\.id)
    func next(
      _ id: AnswerOption.ID?, _ value: (AnswerOption.ID) -> Correction.Change.Value
    )
      -> [(options: Swap?, value: Correction.Change.Value)]
    {
      guard let id, ids.count > 1, let place = ids.firstIndex(of: id) else { return [] }
      let other = ids[(place + 1) % ids.count]
      return [((id, other), value(other))]
    }
    switch value {
    case .answer(.option(let id)): return next(id) { .answer(.option($0)) }
    case .with(let ids): return next(ids.first) { .with([$0]) }
    case .without(let ids): return next(ids.first) { .without([$0]) }
    case .answer(.number(let number)):
      guard case .number(let range) = question.kind else { return [] }
      return [number - 1, number + 1].filter(range.bounds.contains).map { (nil, .answer(.number($0))) }
    case .formula(let formula): return formula.mutants.map { (nil, .formula($0.whole)) }
    case .answer: return []
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
