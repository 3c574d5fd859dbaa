import Ergonomics
import RulePacks

/// Which changes of what a correction sets its examples notice.
struct CorrectionTest {
  private(set) var mutants = 0
  private(set) var killed = 0
  private(set) var equivalent: [PackTest.Survivor] = []
  private(set) var notProved: [PackTest.Survivor] = []
  var suggestions: [PackTest.Suggestion] = []
  let correction: Correction
  let pack: Pack
  let places: PackPlaces
  /// Rules that read what is set.
  let rules: [Rule]
  let changes: [SetsMutant]
  private let program: RuleProgram

  init(of correction: Correction, in pack: Pack, _ readers: RuleReaders, at places: PackPlaces) {
    (self.correction, self.pack, self.places) = (correction, pack, places)
    rules = readers.rules(reading: Set(correction.sets.map(\.question)))
    changes = SetsMutant.all(of: correction, in: pack)
    let variants =
      [correction]
      + changes.map { change in
        var variant = correction
        variant.sets = change.sets
        return variant
      }
    program = RuleProgram(pack.asking(rules, corrections: variants))
    mutants = changes.count
    if !changes.isEmpty { mutate() }
  }

  private mutating func mutate() {
    var alive = Array(changes.indices)
    for example in correction.examples {
      alive.removeAll { isOtherwise(example.becomes, example.answers, after: $0 + 1) }
      guard let rule = rules.firstIndex(where: { $0.id == example.rule }) else { continue }
      alive.removeAll { outcomes(of: [example.answers], after: $0 + 1)[0][rule] != example.outcome }
    }
    killed = mutants - alive.count
    if alive.contains(where: { changes[$0].isNumber }) { suggestNumbers(&alive) }
    suggest(from: candidates, &alive)
    if !alive.isEmpty { suggest(from: candidates.flatMap(filled), &alive) }
    if !alive.isEmpty { suggest(from: candidatesInPairs.flatMap(filled), &alive) }
    for change in alive {
      if isProved(change) { equivalent.append(survivor(change)) } else { notProved.append(survivor(change)) }
    }
  }

  private mutating func suggest(from people: [Answers], _ alive: inout [Int]) {
    let own = outcomes(of: people, after: 0)
    for next in alive {
      guard alive.contains(next), let (person, rule) = best(own, outcomes(of: people, after: next + 1), people) else {
        continue
      }
      suggest(people[person], rule, own[person][rule], &alive)
    }
  }

  /// Of those who notice, rather somebody of whom a rule that names the correction is clear then, with few answers.
  private func best(_ own: [[Outcome]], _ other: [[Outcome]], _ people: [Answers]) -> (person: Int, rule: Int)? {
    var best: (person: Int, rule: Int, rank: Int)?
    for person in own.indices {
      for rule in rules.indices where own[person][rule] != other[person][rule] {
        let isNamed = rules[rule].corrections.contains(correction.id)
        let rank =
          (own[person][rule] == .undetermined ? 200 : 0) + (isNamed ? 0 : 100) + people[person].byQuestion.count
        if rank < best?.rank ?? .max { best = (person, rule, rank) }
      }
    }
    return best.map { ($0.person, $0.rule) }
  }

  private mutating func suggest(_ person: Answers, _ rule: Int, _ outcome: Outcome, _ alive: inout [Int]) {
    let noticed = alive.filter { outcomes(of: [person], after: $0 + 1)[0][rule] != outcome }
    alive.removeAll(where: noticed.contains)
    let example = Correction.Example(
      rule: rules[rule].id, outcome: outcome, says: ExampleText.says(person, in: pack), answers: person)
    suggestions.append(
      PackTest.Suggestion(
        survivors: noticed.map(survivor), xml: ExampleText.xml(of: example, in: pack),
        element: "correction", place: places.place(of: .correction, correction.id)))
  }

  /// The people of examples, of rules that read what is set.
  var candidates: [Answers] {
    rules.flatMap { $0.examples.map(\.answers) }.withoutDoubles.filter { $0.isPlain && !$0.byQuestion.isEmpty }
  }

  /// With an answer to whatever the correction adds options to, or takes them from: those that it takes, or all.
  private func filled(_ person: Answers) -> [Answers] {
    var (person, withAll) = (person, person)
    for question in pack.questions where person[question.id] == nil {
      var (taken, added) = ([AnswerOption.ID](), [AnswerOption.ID]())
      for change in correction.sets where change.question == question.id {
        if case .without(let ids) = change.value { taken += ids }
        if case .with(let ids) = change.value { added += ids }
      }
      if taken.isEmpty, !added.isEmpty {
        taken = question.options.filter { !added.contains($0.id) && !$0.isAlone }.prefix(1).map(\.id)
      }
      if taken.isEmpty { continue }
      person[question.id] = .options(question.options.map(\.id).filter(taken.contains))
      withAll[question.id] = .options(question.options.filter { !$0.isAlone }.map(\.id))
    }
    return [person, withAll].withoutDoubles
  }

  /// Somebody of whom a rule that names the correction is found, who also has the answers of another example;
  /// what the correction sets is no matter.
  private var candidatesInPairs: [Answers] {
    let named = pack.rules.filter { $0.corrections.contains(correction.id) }
    let first = named.flatMap(\.examples).filter { $0.outcome == .found && $0.answers.isPlain }.map(\.answers)
    let replaced = correction.sets.filter { if case .answer = $0.value { true } else { false } }.map(\.question)
    let others = candidates.map { other in Answers(other.byQuestion.filter { !replaced.contains($0.key) }) }
    let pairs = others.lazy.flatMap { second in first.lazy.compactMap { $0.merged(with: second) } }
    return Array(pairs.prefix(Self.mostPairs))
  }

  private static let mostPairs = 2048

  /// Whether no rule says anything different: it does not tell the options apart, or not where all else that the
  /// correction sets is given.
  private func isProved(_ change: Int) -> Bool {
    let mutant = changes[change]
    if mutant.isNumber { return false }
    let question = correction.sets[mutant.place].question
    return rules.indices.allSatisfy { rule in
      let read = program.questionsDeciding(program.rules[rule].holds)
      if !read.contains(where: { program.questions[$0].id == question }) { return true }
      let place = RuleProgram.Place(program, rule: rule)
      if let options = mutant.options, !place.tells(options.was, from: options.now, of: question) { return true }
      return isSameAfter(place, mutant, question) || isSame(rule, after: change)
    }
  }

  /// The question stands beside a copy of itself, which has the other answer.
  private func isSameAfter(_ place: RuleProgram.Place, _ mutant: SetsMutant, _ question: Question.ID) -> Bool {
    let copy = "\(question)'"
    let other = RuleProgram(program.pack.renaming([question: copy]))
    var fixed: [Question.ID: Answer] = [:]
    for (number, change) in correction.sets.enumerated() {
      guard case .answer(let answer) = change.value else { continue }
      fixed[change.question] = answer
      if number == mutant.place, case .answer(let now)? = mutant.now { fixed[copy] = now }
    }
    return RuleProgram.disagreement(of: place, and: .init(other, rule: place.rule), fixed: fixed) == .none
  }

  /// Tries one by one all people whom the rule tells apart, where nothing else has a part in what is set.
  private func isSame(_ rule: Int, after change: Int) -> Bool {
    let space = AnswerSpace([AnswerSpace.Side(program, rules: [rule])])
    guard space.isExact, space.combinations <= Self.mostTried, reads(only: space) else { return false }
    let person = space.first(limit: Self.mostTried) { trial in
      let people = trial.answers
      let (own, other) = (outcomes(of: people, after: 0), outcomes(of: people, after: change + 1))
      return people.indices.reduce(0) { own[$1][rule] == other[$1][rule] ? $0 : $0 | 1 << UInt64($1) }
    }
    return person == nil
  }

  private static let mostTried = 1 << 13

  /// Formulas of what is set read nothing that is not tried.
  private func reads(only space: AnswerSpace) -> Bool {
    let tried = Set(space.axes.flatMap(\.questions))
    let measures = Dictionary(pack.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return correction.sets.allSatisfy { change in
      guard case .formula(let formula) = change.value else { return true }
      return !tried.contains(change.question)
        || formula.questions(measures: measures).allSatisfy(tried.contains)
    }
  }

  func answers(_ person: Answers, after variant: Int) -> Answers {
    program.answers(person, after: variant) ?? person
  }

  func isOtherwise(_ wanted: Answers, _ person: Answers, after variant: Int) -> Bool {
    if wanted.byQuestion.isEmpty { return false }
    let then = answers(person, after: variant)
    return wanted.byQuestion.contains { then[$0.key] != $0.value }
  }

  /// What the rules say of people once a variant is done: by person, then by rule.
  func outcomes(of people: [Answers], after variant: Int) -> [[Outcome]] {
    var (outcomes, run) = ([[Outcome]](), RuleProgram.Run(program))
    for start in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      let some = people[start..<min(people.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(program)
      for (person, answers) in some.enumerated() {
        block.set(self.answers(answers, after: variant), for: person, in: program)
      }
      program.run(.scoring, on: block, into: &run)
      let masks = rules.indices.map { program.outcomes(ofRule: $0, in: run) }
      outcomes += (0..<some.count).map { person in masks.map { $0[person] } }
    }
    return outcomes
  }

  func survivor(_ change: Int) -> PackTest.Survivor {
    PackTest.Survivor(
      place: places.place(of: .correction, correction.id, "sets"), rule: correction.id, words: changes[change].words)
  }
}
