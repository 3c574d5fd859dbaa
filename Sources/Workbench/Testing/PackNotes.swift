import Ergonomics

/// What is no mistake of a pack, as good packs have it too, but worth a look.
package struct PackNotes: Sendable {
  /// A finding that is found only where another is, without being declared a cut of it.
  package struct Hidden: Sendable, Hashable {
    package let rule: Rule.ID
    package let by: Rule.ID
    /// Somebody who has the other alone, and somebody who has both.
    package let without: Answers?
    package let with: Answers?
  }

  /// Answers to the questions that several rules read together, of which none of them is found.
  package struct Gap: Sendable, Hashable {
    package let rules: [Rule.ID]
    package let answers: [Answers]
  }

  /// A level of a score, with somebody who has it; `nil` where nobody was found.
  package struct Level: Sendable, Hashable {
    package let score: Score.ID
    package let level: String
    package let person: Answers?
  }

  package let hidden: [Hidden]
  package let gaps: [Gap]
  package let levels: [Level]

  package init(of pack: Pack) {
    let program = RuleProgram(pack)
    hidden = Self.hidden(program)
    gaps = Self.gaps(program)
    levels = Self.levels(program)
  }

  private static func hidden(_ program: RuleProgram) -> [Hidden] {
    let rules = program.pack.rules
    let families = program.pack.families
    return program.findingLinks().filter { link in
      link.overlap.isComplete && link.overlap.both
        && !families.contains { $0.contains(rules[link.first].id) && $0.contains(rules[link.second].id) }
    }.flatMap { link -> [Hidden] in
      let inside =
        (link.overlap.onlyFirst ? [] : [(link.first, link.second)])
        + (link.overlap.onlySecond ? [] : [(link.second, link.first)])
      return inside.map { inner, outer in
        Hidden(
          rule: rules[inner].id, by: rules[outer].id, without: person(program, with: outer, without: inner),
          with: program.answers(ofRule: inner, comingOutAs: .found))
      }
    }
  }

  private static func person(_ program: RuleProgram, with rule: Int, without other: Int) -> Answers? {
    AnswerSpace([AnswerSpace.Side(program, rules: [rule, other])]).first { trial in
      let (own, hidden) = (
        program.outcomes(ofRule: rule, in: trial.runs[0]), program.outcomes(ofRule: other, in: trial.runs[0])
      )
      return own.found & ~(hidden.found | hidden.open)
    }
  }

  /// Rules that read the same few choices are one family: what they leave out between them is a gap.
  private static func gaps(_ program: RuleProgram) -> [Gap] {
    let groups = Dictionary(grouping: program.rules.indices) { program.rules[$0].holds.questions.sorted() }
    return groups.filter { $0.value.count > 1 && $0.key.count < 4 && isOfChoices($0.key, program) }
      .sorted { $0.value[0] < $1.value[0] }.compactMap { questions, rules in
        var left: [Answers] = []
        let ids = questions.map { program.questions[$0].id }
        let space = AnswerSpace([AnswerSpace.Side(program, rules: rules)])
        guard space.isExact, space.completeCombinations <= mostInATable else { return nil }
        _ = space.first(isComplete: true) { trial in
          let spoken = rules.reduce(0 as UInt64) { $0 | program.outcomes(ofRule: $1, in: trial.runs[0]).found }
          for (place, answers) in trial.answers.enumerated() where spoken >> UInt64(place) & 1 == 0 {
            let asked = questions.filter { question in
              program.counts[question].map { trial.runs[0].truth(of: $0).canBeTrue >> UInt64(place) & 1 == 1 } ?? true
            }.map { program.questions[$0].id }
            if asked.count == ids.count { left.append(Answers(answers.byQuestion.filter { ids.contains($0.key) })) }
          }
          return 0
        }
        return left.isEmpty ? nil : Gap(rules: rules.map { program.pack.rules[$0].id }, answers: left.withoutDoubles)
      }
  }

  private static let mostInATable = 1 << 12

  private static func isOfChoices(_ questions: [Int], _ program: RuleProgram) -> Bool {
    questions.allSatisfy { if case .choice = program.questions[$0].kind { true } else { false } }
  }

  /// Looked for among people drawn at random, and those who have many findings at once.
  private static func levels(_ program: RuleProgram) -> [Level] {
    var drawn = DrawnPeople(program, seed: 1)
    let found = program.pack.rules.flatMap { rule in rule.examples.filter { $0.outcome == .found }.map(\.answers) }
    let crowded = found.reduce(into: Answers()) { all, more in all = all.merged(with: more) ?? all }
    let people = [crowded, Answers()] + program.pack.people.map(\.answers) + drawn.next(4_096)
    var verdicts = Verdicts(program, .scoring)
    var seen: [Score.ID: [String: Answers]] = [:]
    for start in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      let some = Array(people[start..<min(people.count, start + AnswerBlock.capacity)])
      var block = AnswerBlock(program)
      for (place, person) in some.enumerated() { block.set(person, for: place, in: program) }
      verdicts.evaluate(block, count: some.count)
      for (place, person) in some.enumerated() {
        for (score, each) in program.pack.scores.enumerated() {
          guard let level = verdicts.score(score, for: place)?.level, seen[each.id]?[level] == nil else { continue }
          seen[each.id, default: [:]][level] = person
        }
      }
    }
    return program.pack.scores.flatMap { score in
      score.bands.map { Level(score: score.id, level: $0.id, person: seen[score.id]?[$0.id]) }
    }
  }
}
