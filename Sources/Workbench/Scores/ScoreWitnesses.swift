import Ergonomics

/// Finds somebody whose score tells of a change.
final class ScoreWitnesses {
  enum Found {
    /// At least one.
    case people([Answers])
    case nobody(isProved: Bool)
  }

  private let program: RuleProgram
  private let pairs: ValuePairs
  private lazy var sums = reachedSums()
  private var pack: Pack { program.pack }

  init(_ program: RuleProgram) { (self.program, pairs) = (program, ValuePairs(program.pack)) }

  /// Somebody for each sum that was reached.
  func people(reachingSumsOf score: Int) -> [Answers] { sums[score].map(\.answers) }

  func witnesses(of mutant: ScoreMutant) -> Found {
    let score = mutant.scores.first
    switch mutant.change {
    case .points(let rule, _, _): return witness(of: rule, mutant)
    case .band, .most:
      return pack.scores[score!].formula == nil ? summed(mutant) : paired(mutant)
    case .part: return paired(mutant)
    }
  }

  // MARK: - Sums

  private func witness(of rule: Int, _ mutant: ScoreMutant) -> Found {
    guard let person = example(of: rule) else { return .nobody(isProved: true) }
    // Points that nobody has: whoever has the rule is beyond the end of the scale without it.
    return mutant.noticed(by: program.scored([person]), pack).isEmpty ? .nobody(isProved: true) : .people([person])
  }

  private func example(of rule: Int) -> Answers? {
    pack.rules[rule].examples.first { $0.outcome == .found && $0.answers.isPlain }?.answers
      ?? program.answers(ofRule: rule, comingOutAs: .found)
  }

  private func summed(_ mutant: ScoreMutant) -> Found {
    let score = mutant.scores[0]
    let people = sums[score]
    if let place = mutant.noticed(by: people, pack).first { return .people([people[place].answers]) }
    if case .band(let level, let from) = mutant.change {
      let told = min(from, pack.scores[score].bands[level].from)
      return .nobody(isProved: !possibleSums(score).contains { min($0, pack.scores[score].max ?? .max) == told })
    }
    guard case .most(let now) = mutant.change, let most = pack.scores[score].max else {
      return .nobody(isProved: false)
    }
    // Whoever has less than both ends has the same.
    return .nobody(isProved: mostPossible(score) <= min(now, most))
  }

  /// Of some of the rules, whoever may have them together.
  private func possibleSums(_ score: Int) -> Set<Int> {
    program.scores[score].points.filter { $0 > 0 }.reduce(into: [0]) { sums, points in
      sums.formUnion(sums.map { $0 + points })
    }
  }

  /// No sum is greater: of two rules that nobody has together, the one with more points counts.
  private func mostPossible(_ score: Int) -> Int {
    let points = program.scores[score].points
    var (sum, left) = (points.reduce(0, +), points.indices.filter { points[$0] > 0 })
    while let rule = left.popLast() {
      let other = left.firstIndex { other in
        let overlap = program.overlap(ofRules: rule, other)
        return overlap.isComplete && !overlap.both
      }
      if let other { sum -= min(points[rule], points[left.remove(at: other)]) }
    }
    return sum
  }

  /// By score: somebody for each sum that was reached, by putting the examples of rules together, or by drawing people.
  private func reachedSums() -> [[ScoredPerson]] {
    var drawn = DrawnPeople(program, seed: 1)
    let clear = pack.rules.flatMap(\.examples).filter { $0.outcome == .clear && $0.answers.isPlain }.map(\.answers)
    let healthy = clear.reduce(Answers()) { $0.merged(with: $1) ?? $0 }
    let people = [Answers(), healthy] + drawn.next(1_024)
    return pack.scores.indices.map { score in
      var known: [Int: ScoredPerson] = [:]
      func add(_ people: [Answers]) {
        for person in program.scored(people) {
          let sum = person.uncapped[score]
          let isKnown = known[sum].map { $0.told[score]?.level != ScoreInterval.unknown } ?? false
          if !isKnown { known[sum] = person }
        }
      }
      add(people)
      for rule in pack.rules.indices where program.scores[score].points[rule] > 0 {
        guard let found = example(of: rule) else { continue }
        let starts = known.sorted { $0.key < $1.key }.map(\.value.answers)
        add([found] + starts.compactMap { $0.merged(with: found) })
      }
      var most = known.keys.max() ?? 0
      repeat {
        most = known.keys.max() ?? 0
        known[most].map { add(neighbours(of: $0.answers)) }
      } while known.keys.max() ?? 0 > most
      return known.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// Who gives one other answer.
  private func neighbours(of person: Answers) -> [Answers] {
    pack.questions.enumerated().flatMap { place, question -> [Answers] in
      let answers: [Answer]
      switch question.kind {
      case .choice(let options): answers = options.map { .option($0.id) }
      case .choices(let options):
        var chosen: [AnswerOption.ID] = []
        if case .options(let ids)? = person[question.id] { chosen = ids }
        answers = options.map { option in
          let kept = options.filter { $0.id == option.id || chosen.contains($0.id) && !$0.isAlone }
          return .options(option.isAlone ? [option.id] : kept.map(\.id))
        }
      case .number:
        let classes = program.classes[place]
        answers = (1...classes.count).map { .number(classes.members(of: $0).lowerBound) }
      case .text: answers = []
      }
      return answers.filter { $0 != person[question.id] }.map { answer in
        var other = person
        other[question.id] = answer
        return other
      }
    }
  }

  // MARK: - Formulas

  /// The score that reads the least comes first, so that other answers are left to other changes.
  private func paired(_ mutant: ScoreMutant) -> Found {
    var isProved = true
    let formulas = mutant.scores.compactMap { score in pack.scores[score].formula.map { (score, $0) } }
    let measures = Dictionary(pack.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = formulas.map { ($0.0, $0.1, $0.1.questions(measures: measures).count) }.sorted { $0.2 < $1.2 }
    for (score, formula, _) in sorted {
      let values: PairedValues
      if case .part(let part, _) = mutant.change {
        if case .score(let other) = part.change, let now = other.formula {
          values = pairs.values(of: formula, and: now)
        } else {
          values = pairs.values(of: formula, with: part.change, part.part)
        }
      } else {
        values = pairs.values(of: formula)
      }
      isProved = isProved && values.isExact
      let told = values.people.filter { pair, _ in isTold(mutant, pair, pack.scores[score]) }
      let people = told.sorted { ($0.key.before, $0.key.after) < ($1.key.before, $1.key.after) }.flatMap(\.value)
      let noticing = program.scored(people)
      let places = mutant.noticed(by: noticing, pack)
      if !places.isEmpty { return .people(places.map { people[$0] }) }
      if !people.isEmpty { isProved = false }
    }
    return .nobody(isProved: isProved)
  }

  private func isTold(_ mutant: ScoreMutant, _ pair: PairedValues.Pair, _ score: Score) -> Bool {
    let most = score.max ?? .max
    switch mutant.change {
    case .part: return min(pair.before, most) != min(pair.after, most)
    case .most(let now): return min(pair.before, most) != min(pair.before, now)
    case .band(let level, let from):
      let points = min(pair.before, most)
      return (points >= from) != (points >= score.bands[level].from)
    case .points: return false
    }
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
