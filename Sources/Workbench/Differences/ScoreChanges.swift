import Ergonomics

/// Somebody to whom a score says something else in two states of a pack.
package struct ScoreWitness: Sendable {
  package enum Found: Sendable {
    /// Answers of which none can be left out, and what they come to.
    case person(Answers, before: ScoreInterval, after: ScoreInterval)
    case nobody(isProved: Bool)
  }

  package let score: Score.ID
  package let found: Found
}

/// Looks for them, of every score that is made up differently.
struct ScoreChanges {
  private let old: RuleProgram
  private let new: RuleProgram
  private let changed: Set<PackMutant.Part>

  init(_ old: RuleProgram, _ new: RuleProgram) {
    (self.old, self.new) = (old, new)
    changed = Self.changedParts(old.pack, new.pack)
  }

  var witnesses: [ScoreWitness] {
    new.pack.scores.indices.compactMap { place in
      let score = new.pack.scores[place]
      guard let other = old.pack.scores.firstIndex(where: { $0.id == score.id }) else { return nil }
      guard isChanged(old.pack.scores[other], score) else { return nil }
      return ScoreWitness(score: score.id, found: witness(other, place))
    }
  }

  /// Points of options, tables and measures that are others, or are in one state alone.
  private static func changedParts(_ old: Pack, _ new: Pack) -> Set<PackMutant.Part> {
    func points(_ pack: Pack) -> [Question.ID: [AnswerOption.ID: Int]] {
      Dictionary(
        pack.questions.map { ($0.id, Dictionary($0.options.map { ($0.id, $0.points) }) { first, _ in first }) }
      ) { first, _ in first }
    }
    let (was, now) = (points(old), points(new))
    return Set(
      new.questions.filter { was[$0.id] != now[$0.id] }.map { .points($0.id) }
        + new.tables.filter { table in !old.tables.contains(table) }.map { .table($0.id) }
        + new.measures.filter { measure in
          old.measures.first { $0.id == measure.id }?.formula != measure.formula
        }.map { .measure($0.id) })
  }

  private func isChanged(_ was: Score, _ now: Score) -> Bool {
    if was.formula != now.formula || was.max != now.max { return true }
    if was.bands.map(\.from) != now.bands.map(\.from) || was.bands.map(\.id) != now.bands.map(\.id) { return true }
    if let formula = now.formula { return !new.pack.parts(of: [formula]).isDisjoint(with: changed) }
    return !changedRules(of: now.id).isEmpty
  }

  /// That are in both, and add something else.
  private func changedRules(of score: Score.ID) -> [Rule.ID] {
    func points(_ rule: Rule) -> Int { rule.adds.filter { $0.score == score }.reduce(0) { $0 + $1.points } }
    return new.pack.rules.filter { rule in old.pack.rule(rule.id).map { points($0) != points(rule) } ?? false }.map(
      \.id)
  }

  private func witness(_ was: Int, _ now: Int) -> ScoreWitness.Found {
    let (before, after) = (old.pack.scores[was], new.pack.scores[now])
    var (people, isProved) = ([Answers](), false)
    if let formula = before.formula, let other = after.formula {
      let values = ValuePairs(old.pack).values(of: formula, and: other, in: new.pack, changed: changed)
      let told = values.people.filter { pair, _ in
        before.told(pair.before) != after.told(pair.after)
      }
      people = told.sorted { ($0.key.before, $0.key.after) < ($1.key.before, $1.key.after) }.flatMap(\.value)
      isProved = values.isExact && people.isEmpty
    } else {
      people = changedRules(of: after.id).compactMap { id in
        new.pack.rules.firstIndex { $0.id == id }.flatMap { new.answers(ofRule: $0, comingOutAs: .found) }
      }
      people += ScoreWitnesses(old).people(reachingSumsOf: was) + ScoreWitnesses(new).people(reachingSumsOf: now)
    }
    var drawn = DrawnPeople(new, seed: 1)
    for person in people + (isProved ? [] : drawn.next(1_024)) {
      if let found = smallest(Answers(person.byQuestion), was, now) { return found }
    }
    return .nobody(isProved: isProved)
  }

  /// With as few of the answers as still tell; `nil` where all of them do not.
  private func smallest(_ person: Answers, _ was: Int, _ now: Int) -> ScoreWitness.Found? {
    guard let whole = told(person, was, now) else { return nil }
    let isExact = whole.0.low == whole.0.high && whole.1.low == whole.1.high
    var (answers, said) = (person, whole)
    for question in person.byQuestion.keys.sorted() {
      var fewer = answers
      fewer[question] = nil
      guard let then = told(fewer, was, now) else { continue }
      if isExact, then.0.low != then.0.high || then.1.low != then.1.high { continue }
      (answers, said) = (fewer, then)
    }
    return .person(answers, before: said.0, after: said.1)
  }

  /// What somebody is told in both states; `nil` where that is the same.
  private func told(_ person: Answers, _ was: Int, _ now: Int) -> (ScoreInterval, ScoreInterval)? {
    guard let before = old.interval(ofScore: was, for: person), let after = new.interval(ofScore: now, for: person)
    else { return nil }
    return before.low == after.low && before.level == after.level ? nil : (before, after)
  }
}

extension Score {
  /// A number and its level.
  fileprivate func told(_ points: Int) -> ScoredPerson.Told {
    let points = max.map { min(points, $0) } ?? points
    return .init(points: points, level: (bands.last { $0.from <= points } ?? bands[0]).id)
  }
}

extension RuleProgram {
  fileprivate func interval(ofScore place: Int, for person: Answers) -> ScoreInterval? {
    var (block, verdicts) = (AnswerBlock(self), Verdicts(self, .scoring))
    block.set(person, for: 0, in: self)
    verdicts.evaluate(block, count: 1)
    return verdicts.score(place, for: 0)
  }
}
