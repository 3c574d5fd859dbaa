import Ergonomics
import RulePacks

/// What the examples of one rule show, and which changes of it they notice.
struct RuleTest {
  typealias Survivor = PackTest.Survivor

  let rule: Rule
  let place: Problem.Place
  private(set) var branches = PackTest.Coverage()
  private(set) var boundaries = PackTest.Coverage()
  private(set) var options = PackTest.Coverage()
  private(set) var mutants = 0
  private(set) var killed = 0
  private(set) var equivalent: [Survivor] = []
  private(set) var notProved: [Survivor] = []
  private(set) var suggestions: [PackTest.Suggestion] = []
  private let pack: Pack
  private let places: PackPlaces
  private let vocabulary: Vocabulary
  private var people: [Answers] { rule.examples.map(\.answers) }

  init(of rule: Rule, in pack: Pack, at places: PackPlaces) {
    (self.rule, self.pack, self.places, vocabulary) = (rule, pack, places, pack.vocabulary)
    place = places.place(of: .rule, rule.id)
    cover()
    mutate()
  }

  private func at(_ element: String) -> Problem.Place { places.place(of: .rule, rule.id, element) }

  // MARK: - Coverage

  private mutating func cover() {
    for (element, condition) in [("applies", rule.applies), ("when", rule.when)] {
      guard let condition else { continue }
      for atom in condition.atoms.withoutDoubles { cover(atom, in: element) }
    }
  }

  private mutating func cover(_ atom: Condition, in element: String) {
    let place = at(element)
    let (asking, flipped) = (
      rule.asking(atom),
      rule.with {
        $0.when = $0.when.replacing(atom, by: .not(atom))
        $0.applies = $0.applies.map { $0.replacing(atom, by: .not(atom)) }
      }
    )
    let told = outcomes(of: [asking, flipped, rule])
    let text = "'\(atom.text(in: vocabulary))'"
    show(\.branches, told[0].contains(.found), "\(text) holds", place, asking) { $1.found }
    show(\.branches, told[0].contains(.clear), "\(text) does not hold", place, asking) { $1[.clear] }
    show(\.branches, told[1] != told[2], "\(text) decides", place, flipped) { $0.different(from: $1) }
    coverLimits(of: atom, place)
    coverOptions(of: atom, place)
  }

  private mutating func coverLimits(of atom: Condition, _ place: Problem.Place) {
    guard case .isWithin(let formula, let range) = atom else { return }
    var values: [Int] = []
    if range.lowerBound != .min { values += [range.lowerBound - 1, range.lowerBound] }
    if range.upperBound != .max { values += [range.upperBound, range.upperBound + 1] }
    for value in values {
      let asking = rule.asking(.isWithin(formula, value...value))
      let isShown = outcomes(of: [asking])[0].contains(.found)
      show(\.boundaries, isShown, "'\(words(formula, value))'", place, asking) { $1.found }
    }
  }

  /// `sitting_time is 301 min`
  private func words(_ formula: Formula, _ value: Int) -> String {
    let least = Condition.isWithin(formula, value...Int.max).text(in: vocabulary)
    return least.replacing(" at least ", with: " is ")
  }

  private mutating func coverOptions(of atom: Condition, _ place: Problem.Place) {
    let each: [Condition]
    switch atom {
    case .isOneOf(let question, let chosen): each = chosen.map { .isOneOf(question, [$0]) }
    case .hasAny(let question, let chosen): each = chosen.map { .hasAny(question, [$0]) }
    default: return
    }
    for (condition, told) in zip(each, outcomes(of: each.map { rule.asking($0) })) {
      let words = "'\(condition.text(in: vocabulary))'"
      show(\.options, told.contains(.found), words, place, rule.asking(condition)) { $1.found }
    }
  }

  /// Counts what examples show; what they do not with an example that does, but for what nobody can have.
  ///
  /// - Parameter whom: Of the rule and a variant of it, who would show it.
  private mutating func show(
    _ coverage: WritableKeyPath<RuleTest, PackTest.Coverage>, _ isShown: Bool, _ words: String, _ place: Problem.Place,
    _ variant: Rule, _ whom: (OutcomeMasks, OutcomeMasks) -> UInt64
  ) {
    if isShown { return self[keyPath: coverage].add(true, .init(place: place, words: words)) }
    let program = RuleProgram(pack.asking([rule, variant]))
    let space = AnswerSpace([AnswerSpace.Side(program, rules: [0, 1])])
    func first(_ isSure: Bool) -> Answers? {
      space.first { trial in
        let masks = [0, 1].map { program.outcomes(ofRule: $0, in: trial.runs[0]) }
        return whom(masks[0], masks[1]) & (isSure ? ~masks[0].open : .max)
      }
    }
    let person = first(true) ?? first(false)
    if person == nil, space.isExact, space.combinations <= AnswerSpace.limit { return }
    let xml = person.map { person in
      let outcome = RuleVariants.outcomes(of: [rule], in: pack, for: [person])[0][0]
      return ExampleText.xml(
        of: Rule.Example(outcome: outcome, says: ExampleText.says(person, in: pack), answers: person), in: pack)
    }
    self[keyPath: coverage].add(false, .init(place: place, words: words, example: xml))
  }

  private func outcomes(of variants: [Rule]) -> [[Outcome]] {
    RuleVariants.outcomes(of: variants, in: pack, for: people)
  }

  // MARK: - Changes

  private mutating func mutate() {
    let mutants = RuleVariants.mutants(of: rule)
    self.mutants = mutants.count
    let expected = rule.examples.map(\.outcome)
    var alive: [(mutant: RuleVariants.Mutant, kill: Answers)] = []
    for (mutant, told) in zip(mutants, outcomes(of: mutants.map(\.rule))) {
      if told != expected {
        killed += 1
        continue
      }
      switch RuleVariants.disagreement(of: rule, and: mutant.rule, in: pack) {
      case .answers(let answers): alive.append((mutant, answers))
      case .none: equivalent.append(survivor(mutant))
      case .notProved: notProved.append(survivor(mutant))
      }
    }
    suggest(for: alive)
  }

  /// An example that notices several changes is told once.
  private mutating func suggest(for alive: [(mutant: RuleVariants.Mutant, kill: Answers)]) {
    var alive = alive
    while let next = alive.first {
      let told = RuleVariants.outcomes(of: [rule] + alive.map(\.mutant.rule), in: pack, for: [next.kill]).map { $0[0] }
      let noticed = alive.indices.filter { told[$0 + 1] != told[0] }
      let example = Rule.Example(outcome: told[0], says: ExampleText.says(next.kill, in: pack), answers: next.kill)
      suggestions.append(
        PackTest.Suggestion(
          survivors: noticed.map { survivor(alive[$0].mutant) }, xml: ExampleText.xml(of: example, in: pack),
          element: "rule", place: place))
      alive = alive.indices.filter { !noticed.contains($0) }.map { alive[$0] }
    }
  }

  private func survivor(_ mutant: RuleVariants.Mutant) -> Survivor {
    let (was, now) = (mutant.change.was, mutant.change.now)
    return Survivor(
      place: at(mutant.element.rawValue), rule: rule.id,
      words: "'\(was.text(in: vocabulary))' made '\(now.text(in: vocabulary))'")
  }
}

extension Rule {
  /// A rule that is found of those for whom a condition holds.
  func asking(_ condition: Condition) -> Rule {
    with {
      $0.applies = nil
      $0.when = condition
    }
  }
}

extension Condition {
  /// With another condition wherever one stands in it.
  func replacing(_ atom: Condition, by other: Condition) -> Condition {
    if self == atom { return other }
    switch self {
    case .isOneOf, .hasAny, .isWithin: return self
    case .not(let part): return .not(part.replacing(atom, by: other))
    case .all(let parts): return .all(parts.map { $0.replacing(atom, by: other) })
    case .any(let parts): return .any(parts.map { $0.replacing(atom, by: other) })
    case .atLeast(let count, let parts): return .atLeast(count, of: parts.map { $0.replacing(atom, by: other) })
    }
  }
}
