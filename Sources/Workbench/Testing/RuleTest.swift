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
    let flipped = rule.with {
      $0.when = $0.when.replacing(atom, by: .not(atom))
      $0.applies = $0.applies.map { $0.replacing(atom, by: .not(atom)) }
    }
    let told = outcomes(of: [rule.asking(atom), flipped, rule])
    let text = "'\(atom.text(in: vocabulary))'"
    branches.add(told[0].contains(.found), .init(place: place, words: "\(text) holds"))
    branches.add(told[0].contains(.clear), .init(place: place, words: "\(text) does not hold"))
    branches.add(told[1] != told[2], .init(place: place, words: "\(text) decides"))
    coverLimits(of: atom, place)
    coverOptions(of: atom, place)
  }

  private mutating func coverLimits(of atom: Condition, _ place: Problem.Place) {
    guard case .isWithin(let formula, let range) = atom else { return }
    var values: [Int] = []
    if range.lowerBound != .min { values += [range.lowerBound - 1, range.lowerBound] }
    if range.upperBound != .max { values += [range.upperBound, range.upperBound + 1] }
    for value in values {
      let isIt = Condition.isWithin(formula, value...value)
      if case .none = disagreement(isIt) { continue }  // nobody answers it
      let missing = PackTest.Missing(place: place, words: "'\(words(formula, value))'")
      boundaries.add(outcomes(of: [rule.asking(isIt)])[0].contains(.found), missing)
    }
  }

  /// `sitting_time is 301 min`
  private func words(_ formula: Formula, _ value: Int) -> String {
    let least = Condition.isWithin(formula, value...Int.max).text(in: vocabulary)
    return least.replacing(" at least ", with: " is ")
  }

  /// Whether anybody can have a condition.
  private func disagreement(_ condition: Condition) -> Disagreement {
    RuleVariants.disagreement(of: rule.asking(condition), and: rule.asking(.any([])), in: pack)
  }

  private mutating func coverOptions(of atom: Condition, _ place: Problem.Place) {
    let each: [Condition]
    switch atom {
    case .isOneOf(let question, let chosen): each = chosen.map { .isOneOf(question, [$0]) }
    case .hasAny(let question, let chosen): each = chosen.map { .hasAny(question, [$0]) }
    default: return
    }
    for (condition, told) in zip(each, outcomes(of: each.map { rule.asking($0) })) {
      options.add(told.contains(.found), .init(place: place, words: "'\(condition.text(in: vocabulary))'"))
    }
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
