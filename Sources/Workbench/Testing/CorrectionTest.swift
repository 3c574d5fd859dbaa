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
  /// With the correction, its changes, then all of these without the formulas they set; behind the rules stand those that
  /// tell apart the options that are added and taken away.
  let program: RuleProgram

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
    let named = Self.named(correction, changes, in: pack)
    let telling = rules.prefix(1).flatMap { rule in named.map { rule.asking($0.condition) } }
    program = RuleProgram(
      pack.asking(
        rules + telling,
        corrections: variants + variants.map(\.withoutFormulas)))
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
    while let change = alive.first {
      switch search(change) {
      case .answers(let person):
        let (own, other) = (outcomes(of: [person], after: 0), outcomes(of: [person], after: change + 1))
        guard let rule = best(own, other, [person])?.rule else { preconditionFailure("nobody notices what was found") }
        suggest(person, rule, own[0][rule], &alive)
        continue
      case .none: equivalent.append(survivor(change))
      case .notProved: notProved.append(survivor(change))
      }
      alive.removeFirst()
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
      place: places.place(of: .correction, correction.id, "sets", number: changes[change].place), rule: correction.id,
      words: changes[change].words)
  }
}
