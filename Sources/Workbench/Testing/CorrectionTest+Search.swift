import Ergonomics

/// The search for somebody who notices a change of what a correction sets. Whoever it finds is proposed as an example; only
/// where it tried all there is to try is a change said to be noticed by nobody.
extension CorrectionTest {
  private static let mostTried = 1 << 13

  func search(_ change: Int) -> Disagreement {
    // A number is told to people, whether or not a rule tells it from the next.
    var open: Disagreement? = changes[change].isNumber ? .notProved(combinations: 0) : nil
    let question = correction.sets[changes[change].place].question
    for rule in rules.indices where reads(rule, question) {
      switch search(change, rule) {
      case .none: break
      case .answers(let person): return .answers(person)
      case .notProved(let combinations): open = open ?? .notProved(combinations: combinations)
      }
    }
    return open ?? .none
  }

  private func reads(_ rule: Int, _ question: Question.ID) -> Bool {
    program.questionsDeciding(program.rules[rule].holds).contains { program.questions[$0].id == question }
  }

  private func search(_ change: Int, _ rule: Int) -> Disagreement {
    let (mutant, place) = (changes[change], RuleProgram.Place(program, rule: rule))
    let set = correction.sets[mutant.place]
    if isPlain(set), let options = mutant.options, !place.tells(options.was, from: options.now, of: set.question) {
      return .none
    }
    switch besideCopy(of: set.question, mutant, place) {
    case .none: return .none
    case .answers(let person) where notices(person, change, rule): return .answers(person)
    case .answers, .notProved: return oneByOne(change, rule)
    }
  }

  /// What comes of it depends on nothing but what is set, and what else was answered: of two options that the rule does not
  /// tell apart it is no matter which. Where options are taken away, it is one which others somebody has.
  private func isPlain(_ set: Correction.Change) -> Bool {
    switch set.value {
    case .answer: true
    case .with:
      !correction.sets.contains { other in
        if case .without = other.value { other.question == set.question } else { false }
      }
    case .without, .formula: false
    }
  }

  private func notices(_ person: Answers, _ change: Int, _ rule: Int) -> Bool {
    outcomes(of: [person], after: 0)[0][rule] != outcomes(of: [person], after: change + 1)[0][rule]
  }

  /// Everybody as they are afterwards: the question stands beside a copy of itself, which has the other answer. What is set
  /// to anything that depends on what was answered before may be anything.
  private func besideCopy(of question: Question.ID, _ mutant: SetsMutant, _ place: RuleProgram.Place) -> Disagreement {
    let copy = "\(question)'"
    let other = RuleProgram(program.pack.renaming([question: copy]))
    var fixed: [Question.ID: Answer] = [:]
    let once = Dictionary(grouping: correction.sets, by: \.question).values.filter { $0.count == 1 }.map { $0[0] }
    for set in once {
      guard case .answer(let answer) = set.value else { continue }
      fixed[set.question] = answer
      if set.question == question, case .answer(let now)? = mutant.now { fixed[copy] = now }
    }
    let found = RuleProgram.disagreement(of: place, and: .init(other, rule: place.rule), fixed: fixed)
    guard case .answers(let answers) = found else { return found }
    return .answers(Answers(answers.byQuestion.filter { $0.key != copy }))
  }

  /// Tries all people whom the rule tells apart, or who differ in what is added and taken away.
  private func oneByOne(_ change: Int, _ rule: Int) -> Disagreement {
    let sets = (correction.sets + changes[change].sets).flatMap { Self.options($0, in: pack) }
    let named = Self.named(correction, changes, in: pack).enumerated().filter { each in
      reads(rule, each.element.question) && sets.contains(each.element)
    }
    let space = AnswerSpace([
      AnswerSpace.Side(program, rules: [rule] + named.map { rules.count + $0.offset })
    ])
    if let person = first(in: space, rule, 0, change + 1) { return .answers(person) }
    guard space.isExact, space.combinations <= Self.mostTried else {
      return .notProved(combinations: space.combinations)
    }
    let formulas = correction.sets.indices.filter { isFormula(correction.sets[$0]) }
    if !formulas.contains(where: { reads(rule, correction.sets[$0].question) }) { return .none }
    // Whatever a formula comes to, somebody gives as an answer here.
    let count = changes.count + 1
    let isLoose = !formulas.contains(changes[change].place)
    return isLoose && first(in: space, rule, count, count + change + 1) == nil
      ? .none : .notProved(combinations: space.combinations)
  }

  private func isFormula(_ change: Correction.Change) -> Bool {
    if case .formula = change.value { true } else { false }
  }

  /// The first of whom the rule says something different after two variants.
  private func first(in space: AnswerSpace, _ rule: Int, _ variant: Int, _ other: Int) -> Answers? {
    space.first(limit: Self.mostTried) { trial in
      let people = trial.answers
      let (own, changed) = (outcomes(of: people, after: variant), outcomes(of: people, after: other))
      return people.indices.reduce(0) { own[$1][rule] == changed[$1][rule] ? $0 : $0 | 1 << UInt64($1) }
    }
  }

  // MARK: - Options

  /// An option by which people are told apart, whether or not rules do.
  struct NamedOption: Hashable {
    let question: Question.ID
    let option: AnswerOption.ID
    var condition: Condition { .hasAny(question, [option]) }
  }

  /// Of all that is set by a correction and its changes.
  static func named(_ correction: Correction, _ changes: [SetsMutant], in pack: Pack) -> [NamedOption] {
    (correction.sets + changes.flatMap(\.sets)).flatMap { options($0, in: pack) }.withoutDoubles
  }

  /// Where options are added, these; where some are taken away it matters which others somebody has.
  private static func options(_ change: Correction.Change, in pack: Pack) -> [NamedOption] {
    let ids: [AnswerOption.ID]
    switch change.value {
    case .with(let added): ids = added
    case .without: ids = pack.question(change.question)?.options.map(\.id) ?? []
    case .answer, .formula: ids = []
    }
    return ids.map { NamedOption(question: change.question, option: $0) }
  }
}

extension Correction {
  /// Setting only what is known beforehand.
  var withoutFormulas: Correction {
    var plain = self
    plain.sets = sets.filter { if case .formula = $0.value { false } else { true } }
    return plain
  }
}
