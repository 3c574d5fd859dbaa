import Ergonomics
import RulePacks

/// Which changes of what makes scores up the people of a pack notice, or the examples of rules and corrections that read it.
struct PeopleTest {
  private(set) var mutants = 0
  private(set) var killed = 0
  private(set) var equivalent: [PackTest.Survivor] = []
  private(set) var notProved: [PackTest.Survivor] = []
  private(set) var suggestions: [PackTest.Suggestion] = []
  private let program: RuleProgram
  private let places: PackPlaces
  private var pack: Pack { program.pack }

  init(_ program: RuleProgram, at places: PackPlaces) {
    (self.program, self.places) = (program, places)
    mutate()
  }

  private mutating func mutate() {
    let readers = PartReaders(program)
    let parts = PackMutant.all(of: pack, at: places).filter { !readers.isUnread($0.part) }
    let all = ScoreMutant.all(of: pack, at: places) + parts.map { mutant(of: $0, readers) }
    let people = program.scored(pack.people.map(\.answers))
    let alive = all.filter { mutant in
      if mutant.isNoticed(by: pack.people, people, pack) { return false }
      if case .part(let part, _) = mutant.change { return !readers.areExamplesOtherwise(part) }
      return true
    }
    (mutants, killed) = (all.count, all.count - alive.count)
    if !alive.isEmpty { suggest(for: alive, readers) }
  }

  private func mutant(of part: PackMutant, _ readers: PartReaders) -> ScoreMutant {
    let scores = readers.scores(reading: part.part)
    return ScoreMutant(
      change: .part(part, RuleProgram(pack.with(part.change, scores: scores.map { pack.scores[$0] }))),
      scores: scores, survivor: .init(place: part.place, rule: "", words: part.words))
  }

  // MARK: - Examples that would notice

  private struct Alive {
    let mutant: ScoreMutant
    let witnesses: [Answers]
  }

  private mutating func suggest(for alive: [ScoreMutant], _ readers: PartReaders) {
    let search = ScoreWitnesses(program)
    var waiting: [Alive] = []
    for mutant in alive {
      switch search.witnesses(of: mutant) {
      case .people(let people): waiting.append(Alive(mutant: mutant, witnesses: people))
      case .nobody(let isProved):
        guard case .part(let part, _) = mutant.change else {
          if isProved { equivalent.append(mutant.survivor) } else { notProved.append(mutant.survivor) }
          continue
        }
        suggestRule(for: part, mutant.survivor, readers, isProved)
      }
    }
    // Whoever has much to answer leaves little to others; who answers everything leaves nothing.
    let read = readByFormulas
    func rank(_ alive: Alive) -> Int {
      read.isSubset(of: alive.witnesses[0].byQuestion.keys) && !read.isEmpty ? 0 : alive.witnesses[0].byQuestion.count
    }
    waiting.sort { rank($0) > rank($1) }
    while let next = waiting.first {
      let (person, noticed) = best(next, waiting)
      suggest(person, noticed.map { waiting[$0].mutant.survivor })
      waiting = waiting.indices.filter { !noticed.contains($0) }.map { waiting[$0] }
    }
  }

  /// Of some who notice a change whoever notices most of the others, too.
  private func best(_ next: Alive, _ all: [Alive]) -> (ScoredPerson, noticed: [Int]) {
    let people = program.scored((0..<(all.count == 1 ? 1 : Self.variants)).map { crowded(next, $0, all) })
    let noticed = all.map { Set($0.mutant.noticed(by: people, pack)) }
    let counts = people.indices.map { person in noticed.count { $0.contains(person) } }
    let best = people.indices.filter { noticed[0].contains($0) }.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    return (people[best], [0] + noticed.indices.dropFirst().filter { noticed[$0].contains(best) })
  }

  private static let variants = 32

  /// Somebody with the answers of others, as long as the change is still noticed; what then is open as others have it.
  private func crowded(_ next: Alive, _ variant: Int, _ all: [Alive]) -> Answers {
    var person = next.witnesses[variant % next.witnesses.count]
    let read = readByFormulas
    let isFormula = pack.scores[next.mutant.scores[0]].formula != nil
    let rest = Array(all.dropFirst())
    for place in rest.indices {
      if isFormula, read.isSubset(of: person.byQuestion.keys) { return person }
      let other = rest[(place + variant * 7) % rest.count]
      guard let both = person.merged(with: other.witnesses[variant % other.witnesses.count]), both != person,
        notices(next.mutant, both)
      else { continue }
      person = both
    }
    if read.isEmpty { return person }
    var completed = person
    for other in rest.isEmpty ? [] : [rest[variant * 7 % rest.count]] {
      completed = Answers(
        person.byQuestion.merging(other.witnesses[variant % other.witnesses.count].byQuestion) { own, _ in own })
    }
    completed = complete(completed, read)
    return notices(next.mutant, completed) ? completed : person
  }

  private var readByFormulas: Set<Question.ID> {
    Set(pack.scores.compactMap(\.formula).flatMap { $0.questions(measures: measures) })
  }

  private var measures: [Measure.ID: Measure] {
    Dictionary(pack.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func notices(_ mutant: ScoreMutant, _ person: Answers) -> Bool {
    !mutant.noticed(by: program.scored([person]), pack).isEmpty
  }

  /// With an answer to whatever formulas of scores read: the first option, or none of them.
  private func complete(_ person: Answers, _ read: Set<Question.ID>) -> Answers {
    var person = person
    for question in pack.questions where read.contains(question.id) && person[question.id] == nil {
      switch question.kind {
      case .choice(let options): person[question.id] = options.first.map { .option($0.id) }
      case .choices(let options): person[question.id] = (options.first(where: \.isAlone)).map { .options([$0.id]) }
      case .number, .text: break
      }
    }
    return person
  }

  private mutating func suggest(_ person: ScoredPerson, _ survivors: [PackTest.Survivor]) {
    let told = zip(pack.scores, person.told).compactMap { score, told in told.map { (score, $0) } }
    let example = ExamplePerson(
      says: told.map { "\($0.title.lowercased()) \($1.points)" }.joined(separator: ", "), answers: person.answers,
      comesTo: told.map { .init(score: $0.id, points: $1.points, level: $1.level) })
    let isFirst = places.people == nil && !suggestions.contains { $0.element == "people" }
    suggestions.append(
      PackTest.Suggestion(
        survivors: survivors, xml: ExampleText.xml(of: example, in: pack, isFirst: isFirst),
        element: "people", isFile: isFirst, place: places.people ?? Problem.Place(file: places.folder + "/people.xml")))
  }

  /// Where no score can tell: an example of a rule that reads what was changed.
  private mutating func suggestRule(
    for part: PackMutant, _ survivor: PackTest.Survivor, _ readers: PartReaders, _ isProved: Bool
  ) {
    var isProved = isProved && readers.corrections(reading: part.part).isEmpty
    for rule in readers.rules(reading: part.part) {
      let own = RuleProgram.Place(RuleProgram(pack.asking([rule])), rule: 0)
      let other = RuleProgram.Place(RuleProgram(pack.with(part.change, rules: [rule])), rule: 0)
      switch RuleProgram.disagreement(of: own, and: other) {
      case .none: break
      case .notProved: isProved = false
      case .answers(let answers):
        let outcome = own.program.outcomes(for: answers)[0]
        let example = Rule.Example(outcome: outcome, says: ExampleText.says(answers, in: pack), answers: answers)
        suggestions.append(
          PackTest.Suggestion(
            survivors: [survivor], xml: ExampleText.xml(of: example, in: pack), element: "rule",
            place: places.place(of: .rule, rule.id)))
        return
      }
    }
    if isProved { equivalent.append(survivor) } else { notProved.append(survivor) }
  }
}
