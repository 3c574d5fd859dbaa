import Ergonomics

/// Which scores, rules and corrections read what formulas share.
struct PartReaders {
  private let scores: [Set<PackMutant.Part>]
  private let rules: [Set<PackMutant.Part>]
  private let corrections: [Set<PackMutant.Part>]
  private let pack: Pack

  init(_ program: RuleProgram) {
    let pack = program.pack
    self.pack = pack
    scores = pack.scores.map { score in
      score.formula.map { pack.parts(of: [$0]).union([.formula(score.id)]) } ?? []
    }
    rules = pack.rules.enumerated().map { place, rule in
      let asked = program.questionsDeciding(program.rules[place].holds).compactMap { program.questions[$0].askWhen }
      return pack.parts(of: ([rule.applies, rule.when].compactMap { $0 } + asked).flatMap(\.formulas))
    }
    corrections = pack.corrections.map { correction in
      pack.parts(
        of: correction.sets.compactMap { if case .formula(let formula) = $0.value { formula } else { nil } })
    }
  }

  func scores(reading part: PackMutant.Part) -> [Int] { scores.indices.filter { scores[$0].contains(part) } }
  func rules(reading part: PackMutant.Part) -> [Rule] {
    rules.indices.filter { rules[$0].contains(part) }.map { pack.rules[$0] }
  }
  func corrections(reading part: PackMutant.Part) -> [Correction] {
    corrections.indices.filter { corrections[$0].contains(part) }.map { pack.corrections[$0] }
  }

  /// Whether texts alone show it.
  func isUnread(_ part: PackMutant.Part) -> Bool {
    !(scores + rules + corrections).contains { $0.contains(part) }
  }

  /// Whether an example of a rule or a correction notices a change.
  func areExamplesOtherwise(_ mutant: PackMutant) -> Bool {
    let rules = rules(reading: mutant.part)
    if !rules.isEmpty {
      let people = rules.flatMap { $0.examples.map(\.answers) }
      let told = RuleVariants.outcomes(RuleProgram(pack.with(mutant.change, rules: rules)), for: people)
      var first = 0
      for (place, rule) in rules.enumerated() {
        let own = told[place][first..<first + rule.examples.count]
        if !own.elementsEqual(rule.examples.map(\.outcome)) { return true }
        first += rule.examples.count
      }
    }
    return corrections(reading: mutant.part).contains { correction in
      let program = RuleProgram(pack.with(mutant.change, corrections: [correction]))
      return correction.examples.contains { example in
        let then = program.answers(example.answers, after: 0) ?? example.answers
        return example.becomes.byQuestion.contains { then[$0.key] != $0.value }
      }
    }
  }
}
