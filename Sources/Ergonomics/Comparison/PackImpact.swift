/// What another state of a pack does to people: who gets and loses which finding, and whose level changes.
package struct PackImpact: Sendable {
  /// Of a rule that either state has.
  package struct OfRule: Sendable {
    package let id: Rule.ID
    /// Its place in each; `nil` where that has no such rule.
    package let before: Int?
    package let after: Int?
    package fileprivate(set) var gained = 0
    package fileprivate(set) var lost = 0
    /// Missing answers leave it open now, or do no longer.
    package fileprivate(set) var otherwise = 0
    /// The first of those who gained or lost it.
    package fileprivate(set) var examples: [Answers] = []
    package var isChanged: Bool { gained + lost + otherwise > 0 }
  }

  /// Of a score that both states have.
  package struct OfScore: Sendable {
    package struct Move: Sendable, Hashable {
      /// `nil` where nothing is known of somebody.
      package let before: String?
      package let after: String?
    }

    package let id: Score.ID
    let before: Int
    let after: Int
    /// Of those whose level changes, how many go from which to which.
    package fileprivate(set) var moves: [Move: Int] = [:]
    package var changed: Int { moves.values.reduce(0, +) }
  }

  package private(set) var people = 0
  /// Who gains or loses a finding, or changes level.
  package private(set) var changedPeople = 0
  package private(set) var rules: [OfRule]
  package private(set) var scores: [OfScore]
  /// The first of all, for what is too dear to be worked out for everybody.
  package private(set) var first: [Answers] = []

  package static let mostExamples = 3
  package static let mostFirst = 100
  /// Of each stretch of a file.
  private static let mostFirstOfAPart = 20

  /// - Parameter includesHealth: Rules that read answers about health are looked at, too.
  package init(from before: RuleProgram, to after: RuleProgram, includesHealth: Bool = true) {
    let (old, new) = (before.pack, after.pack)
    let places = Dictionary(uniqueKeysWithValues: old.rules.enumerated().map { ($1.id, $0) })
    let kept = new.rules.enumerated().map { OfRule(id: $1.id, before: places[$1.id], after: $0) }
    let ids = Set(new.rules.map(\.id))
    let gone = old.rules.enumerated().filter { !ids.contains($1.id) }.map { OfRule(id: $1.id, before: $0, after: nil) }
    rules = (kept + gone).filter { rule in
      let isAboutHealth =
        (rule.before.map { before.rules[$0].isAboutHealth } ?? false)
        || (rule.after.map { after.rules[$0].isAboutHealth } ?? false)
      return includesHealth || !isAboutHealth
    }
    scores = new.scores.enumerated().compactMap { place, score in
      old.scores.firstIndex { $0.id == score.id }.map { OfScore(id: score.id, before: $0, after: place) }
    }
  }

  /// Takes in people who were judged by both states.
  ///
  /// - Parameters:
  ///   - people: A bit for each who counts.
  ///   - person: What one of them answered, by place.
  package mutating func add(
    _ before: Verdicts, _ after: Verdicts, people: UInt64, person: (Int) -> Answers
  ) {
    var changed: UInt64 = 0
    for place in rules.indices {
      let (old, new) = (rules[place].before.map(before.holds), rules[place].after.map(after.holds))
      let (oldFound, newFound) = (old?.isTrue ?? 0, new?.isTrue ?? 0)
      let (gained, lost) = (newFound & ~oldFound & people, oldFound & ~newFound & people)
      let open = ((old?.isUndecided ?? 0) ^ (new?.isUndecided ?? 0)) & people
      if gained | lost | open == 0 { continue }
      rules[place].gained += gained.nonzeroBitCount
      rules[place].lost += lost.nonzeroBitCount
      rules[place].otherwise += (open & ~(gained | lost)).nonzeroBitCount
      changed |= gained | lost
      var rest = gained | lost
      while rest != 0, rules[place].examples.count < Self.mostExamples {
        rules[place].examples.append(person(rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    addLevels(before, after, people, &changed)
    self.people += people.nonzeroBitCount
    changedPeople += changed.nonzeroBitCount
    var rest = people
    while rest != 0, first.count < Self.mostFirstOfAPart {
      first.append(person(rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }

  private mutating func addLevels(
    _ before: Verdicts, _ after: Verdicts, _ people: UInt64, _ changed: inout UInt64
  ) {
    for place in scores.indices {
      var rest = people
      while rest != 0 {
        let person = rest.trailingZeroBitCount
        rest &= rest - 1
        let old = before.score(scores[place].before, for: person)?.level
        let new = after.score(scores[place].after, for: person)?.level
        if old == new { continue }
        scores[place].moves[.init(before: old, after: new), default: 0] += 1
        changed |= 1 << UInt64(person)
      }
    }
  }

  /// Takes in more people, of a later stretch.
  package mutating func add(_ other: PackImpact) {
    people += other.people
    changedPeople += other.changedPeople
    for place in rules.indices {
      let more = other.rules[place]
      rules[place].gained += more.gained
      rules[place].lost += more.lost
      rules[place].otherwise += more.otherwise
      rules[place].examples = Array((rules[place].examples + more.examples).prefix(Self.mostExamples))
    }
    for place in scores.indices { scores[place].moves.merge(other.scores[place].moves, uniquingKeysWith: +) }
    first = Array((first + other.first).prefix(Self.mostFirst))
  }
}

extension Verdicts {
  /// Of each person of the block whether a rule holds; beyond those judged, any bits.
  fileprivate func holds(_ rule: Int) -> Truth { truths(of: program.rules[rule].holds) }
}
