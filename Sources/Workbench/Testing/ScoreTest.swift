import Ergonomics
import RulePacks

/// Which changes of the points that rules add to a score its examples notice.
struct ScoreTest {
  private(set) var mutants = 0
  private(set) var killed = 0
  private(set) var equivalent: [PackTest.Survivor] = []
  private(set) var suggestions: [PackTest.Suggestion] = []
  private let score: Int
  private let program: RuleProgram
  private let places: PackPlaces
  private var pack: Pack { program.pack }

  /// The points of a rule, one up or down.
  private struct Mutant {
    let rule: Int
    let was: Int
    let now: Int
  }

  init(of score: Int, in program: RuleProgram, at places: PackPlaces) {
    (self.score, self.program, self.places) = (score, program, places)
    if pack.scores[score].formula == nil { mutate() }
  }

  private func points(of rule: Int) -> Int {
    pack.rules[rule].adds.first { $0.score == pack.scores[score].id }?.points ?? 0
  }

  private mutating func mutate() {
    var alive = pack.rules.indices.filter { points(of: $0) > 0 }.flatMap { rule in
      [-1, 1].map { Mutant(rule: rule, was: points(of: rule), now: points(of: rule) + $0) }
    }
    mutants = alive.count
    for example in pack.scores[score].examples { _ = notice(&alive, example.answers) }
    killed = mutants - alive.count
    while let next = alive.first {
      guard let person = person(with: next.rule, and: alive.map(\.rule)) else {
        equivalent += alive.filter { $0.rule == next.rule }.map(survivor)
        alive.removeAll { $0.rule == next.rule }
        continue
      }
      let noticed = notice(&alive, person)
      if noticed.isEmpty {
        // Points that nobody has: whoever has the rule is beyond the end of the scale without it.
        equivalent.append(survivor(alive.removeFirst()))
        continue
      }
      suggest(person, for: noticed)
    }
  }

  /// Takes out the changes that are noticed of a person.
  private func notice(_ alive: inout [Mutant], _ person: Answers) -> [Mutant] {
    let found = found(of: person)
    let sum = found.reduce(0) { $0 + points(of: $1) }
    let most = pack.scores[score].max ?? .max
    let noticed = alive.filter {
      found.contains($0.rule) && min(sum + $0.now - $0.was, most) != min(sum, most)
    }
    alive.removeAll { mutant in noticed.contains { $0.rule == mutant.rule && $0.now == mutant.now } }
    return noticed
  }

  private func found(of person: Answers) -> Set<Int> {
    let outcomes = program.outcomes(for: person)
    return Set(outcomes.indices.filter { outcomes[$0] == .found })
  }

  /// Somebody with a rule and as many of others as leave room for one more point; `nil` if nobody has it.
  private func person(with rule: Int, and others: [Int]) -> Answers? {
    guard var person = example(of: rule) else { return nil }
    let most = pack.scores[score].max ?? .max
    for other in others.withoutDoubles where !found(of: person).contains(other) {
      guard let more = example(of: other), let both = person.merged(with: more) else { continue }
      let found = found(of: both)
      let sum = found.reduce(0) { $0 + points(of: $1) }
      if sum < most, self.found(of: person).union([other]).isSubset(of: found) { person = both }
    }
    return person
  }

  private func example(of rule: Int) -> Answers? {
    pack.rules[rule].examples.first { $0.outcome == .found && $0.answers.isPlain }?.answers ?? program.found(rule: rule)
  }

  private mutating func suggest(_ person: Answers, for noticed: [Mutant]) {
    let found = found(of: person).filter { points(of: $0) > 0 }.sorted()
    let sum = found.reduce(0) { $0 + points(of: $1) }
    let example = Score.Example(
      points: min(sum, pack.scores[score].max ?? .max),
      says: found.map { pack.rules[$0].id }.joined(separator: ", "), answers: person)
    suggestions.append(
      PackTest.Suggestion(
        survivors: noticed.map(survivor), xml: ExampleText.xml(of: example, in: pack),
        element: "score", place: places.place(ofScore: pack.scores[score].id)))
  }

  private func survivor(_ mutant: Mutant) -> PackTest.Survivor {
    let (rule, id) = (pack.rules[mutant.rule].id, pack.scores[score].id)
    return PackTest.Survivor(
      place: places.place(ofRule: rule, "adds"), rule: rule,
      words: "\(mutant.was) points to \(id) made \(mutant.now)")
  }
}

extension Answers {
  /// Each is an answer, none left open.
  var isPlain: Bool { byQuestion.values.allSatisfy { $0 != .declined } }

  /// Who gives the answers of both; `nil` where they answer a question differently.
  func merged(with other: Answers) -> Answers? {
    let isClash = other.byQuestion.contains { self[$0.key] != nil && self[$0.key] != $0.value }
    return isClash ? nil : Answers(byQuestion.merging(other.byQuestion) { own, _ in own })
  }
}
