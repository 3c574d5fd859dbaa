import Ergonomics
import RulePacks
import TestSupport
import Testing

@testable import Workbench

@Suite("A test of the people of a pack")
struct PeopleTestTests {
  private static let places = Result { try PlacedPack.fixture("small").places }

  /// A score by a table of what the options of three questions are worth, and one by a formula at random.
  ///
  /// - Parameter readsTwice: The formula reads one question in two places, so that its parts are not free of each other.
  private func pack(_ generator: inout SeededGenerator, readsTwice: Bool = false) -> Pack {
    func points(_ count: Int) -> [Int] { (0..<count).map { _ in Int.random(in: -1...2, using: &generator) } }
    let questions: [Question] = [
      .choice("a", ["one", "two", "three"], points: points(3)),
      .choices("b", ["one", "two", "none"], points: points(2) + [0], alone: ["none"]),
      .choice("c", ["one", "two", "three"], points: points(3)),
    ]
    let (a, b, c) = (Formula.points("a"), Formula.points("b"), Formula.points("c"))
    let twice: [Formula] = [
      .sum(a, .difference(b, a)), .greatest([a, .difference(.constant(1), a)]),
      .sum(.least([a, b]), .greatest([a, b])),
    ]
    let once: [Formula] = [
      .sum(a, b), .difference(a, b), .least([a, b, .constant(1)]), .greatest([a, .sum(b, .constant(1))]),
      .scaled(.sum(a, b), by: ExactDecimal(units: 15, places: 1)),
    ]
    let ways = readsTwice ? twice : once
    let table = LookupTable(
      id: "chart", rows: 0...3, columns: 0...2, cells: (0..<12).map { _ in Int.random(in: 0...5, using: &generator) },
      isClamped: true)
    let most = Int.random(in: 3...6, using: &generator)
    let bands = [Band(id: "low", from: 0, word: "fine"), Band(id: "high", from: 3, word: "much")]
    return Pack.small(
      questions: questions,
      scores: [
        Score(
          id: "chart_score", title: "Chart", max: most, formula: .lookup("chart", row: .measure("m"), column: c),
          bands: bands),
        Score(id: "whole", title: "Whole", formula: .sum(.measure("m"), .greatest([c, .constant(0)])), bands: bands),
      ],
      measures: [Measure(id: "m", title: "M", unit: .points, formula: ways.randomElement(using: &generator)!)],
      tables: [table])
  }

  private static func everybody(_ pack: Pack) -> [Answers] {
    let b: [Answer] = [.options(["one"]), .options(["two"]), .options(["one", "two"]), .options(["none"])]
    return ["one", "two", "three"].flatMap { a in
      b.flatMap { b in ["one", "two", "three"].map { Answers(["a": .option(a), "b": b, "c": .option($0)]) } }
    }
  }

  /// What all scores come to once something is changed.
  private func told(_ pack: Pack, _ mutant: ScoreMutant?, _ person: Answers) -> [ScoredPerson.Told?] {
    var scores = pack.scores
    var change: PackMutant.Change?
    if let mutant {
      let score = pack.scores[mutant.scores[0]]
      var (most, bands) = (score.max, score.bands)
      switch mutant.change {
      case .part(let part, _): change = part.change
      case .most(let now): most = now
      case .band(let level, let from): bands[level] = Band(id: bands[level].id, from: from, word: "")
      case .points: break
      }
      scores[mutant.scores[0]] = Score(
        id: score.id, title: score.title, max: most, formula: score.formula, bands: bands)
    }
    let changed = pack.with(change, scores: scores)
    return changed.scores.map { PlainJudge(pack: changed, person: person).told($0) }
  }

  @Test("counts as not to be noticed what is the same for everybody there can be, and finds people who notice all else")
  func everybody() throws {
    var generator = SeededGenerator(17)
    var (equivalent, survivors, killed) = (0, 0, 0)
    for _ in 0..<25 {
      var pack = pack(&generator)
      let everybody = Self.everybody(pack)
      let examples = (0..<3).map { _ in everybody.randomElement(using: &generator)! }.map { person in
        ExamplePerson(
          says: "somebody", answers: person,
          comesTo: zip(pack.scores, told(pack, nil, person)).map {
            .init(score: $0.id, points: $1!.points, level: $1!.level)
          })
      }
      pack = pack.with(scores: pack.scores, people: examples)
      let places = try Self.places.get()
      let program = RuleProgram(pack)
      let test = PeopleTest(program, at: places)
      let readers = PartReaders(program)
      let parts = PackMutant.all(of: pack, at: places).map { part in
        ScoreMutant(
          change: .part(part, program), scores: readers.scores(reading: part.part),
          survivor: .init(place: part.place, rule: "", words: part.words))
      }
      let all = ScoreMutant.all(of: pack, at: places) + parts
      let noticeable = all.filter { mutant in
        everybody.contains { told(pack, nil, $0) != told(pack, mutant, $0) }
      }
      let noticed = all.filter { mutant in
        examples.contains { told(pack, nil, $0.answers) != told(pack, mutant, $0.answers) }
      }
      #expect(test.mutants == all.count && test.notProved.isEmpty)
      #expect(test.equivalent.count == all.count - noticeable.count, "\(pack.measures[0].formula)")
      #expect(test.killed == noticed.count)
      #expect(test.killed + test.suggestions.flatMap(\.survivors).count == noticeable.count)
      equivalent += test.equivalent.count
      survivors += noticeable.count - noticed.count
      killed += noticed.count
    }
    #expect(equivalent > 50 && survivors > 100 && killed > 100)
  }

  @Test("claims of formulas that read a question twice no more than everybody there can be shows")
  func readsTwice() throws {
    var generator = SeededGenerator(29)
    let places = try Self.places.get()
    var (differing, unproved) = (0, 0)
    for _ in 0..<20 {
      let old = pack(&generator, readsTwice: true)
      let mutants = PackMutant.all(of: old, at: places)
      let changed = (0..<20).map { _ in old.with(mutants.randomElement(using: &generator)!.change, scores: old.scores) }
      for new in changed + [pack(&generator, readsTwice: true)] {
        let witnesses = ScoreChanges(RuleProgram(old), RuleProgram(new)).witnesses
        for (place, score) in new.scores.enumerated() {
          let isOther = Self.everybody(old).contains { told(old, nil, $0)[place] != told(new, nil, $0)[place] }
          differing += isOther ? 1 : 0
          guard case .nobody(let isProved) = witnesses.first(where: { $0.score == score.id })?.found else { continue }
          #expect(!isOther || !isProved)
          unproved += isProved ? 0 : 1
        }
      }
    }
    #expect(differing > 50 && unproved > 5)
  }

  @Test(
    "finds of two states somebody whom a score tells something else, with no answer too many, or proves that there is nobody"
  )
  func twoStates() throws {
    var generator = SeededGenerator(23)
    var (found, nobody, unproved) = (0, 0, 0)
    for _ in 0..<12 {
      let old = pack(&generator)
      let other = pack(&generator)
      let mutants = PackMutant.all(of: old, at: try Self.places.get())
      let changed = (0..<12).map { _ in old.with(mutants.randomElement(using: &generator)!.change, scores: old.scores) }
      for new in changed + [other, old.with(scores: other.scores), old.with(scores: old.scores)] {
        let witnesses = ScoreChanges(RuleProgram(old), RuleProgram(new)).witnesses
        for (place, score) in new.scores.enumerated() {
          let isOther = Self.everybody(old).contains { told(old, nil, $0)[place] != told(new, nil, $0)[place] }
          switch witnesses.first(where: { $0.score == score.id })?.found {
          case .person(let person, let before, let after):
            found += 1
            #expect(isOther && (before.low != after.low || before.level != after.level))
            // Nothing is told of somebody who answers less: neither two numbers, nor a difference.
            for question in person.byQuestion.keys {
              var fewer = person
              fewer[question] = nil
              let (was, now) = (interval(old, place, fewer), interval(new, place, fewer))
              let isExact = was.map { $0.low == $0.high } ?? false && now.map { $0.low == $0.high } ?? false
              #expect(!isExact || was?.low == now?.low && was?.level == now?.level)
            }
          case .nobody(let isProved):
            nobody += isProved ? 1 : 0
            unproved += isProved ? 0 : 1
            #expect(!isOther)
          case nil: #expect(!isOther)
          }
        }
      }
    }
    #expect(found > 100 && nobody > 20 && unproved == 0)
  }

  private func interval(_ pack: Pack, _ score: Int, _ person: Answers) -> ScoreInterval? {
    Assessor(pack, programVersion: "").assess(person, date: "2026-01-31").scores[score].now
  }
}
