/// What another state of a pack does to people: who gets and loses which finding, and whose scores change.
package struct PackImpact: Sendable {
  /// Whom somebody is called.
  package typealias Name = String

  /// Of a rule that either state has.
  package struct OfRule: Sendable {
    package let id: Rule.ID
    /// Its place in each; `nil` where that has no such rule.
    package let before: Int?
    package let after: Int?
    package fileprivate(set) var gained: [Name] = []
    package fileprivate(set) var lost: [Name] = []
    /// Missing answers leave it open now, or do no longer.
    package fileprivate(set) var otherwise: [Name] = []
    /// The first of those who gained or lost it.
    package fileprivate(set) var examples: [Answers] = []
    package var isChanged: Bool { !gained.isEmpty || !lost.isEmpty || !otherwise.isEmpty }
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
    /// Both are sums, with the same levels and end.
    let isSameSum: Bool
    /// Of those whose level changes, who goes from which to which.
    package fileprivate(set) var moves: [Move: [Name]] = [:]
    /// By how much the number, or its lower end, changes, and whose.
    package fileprivate(set) var shifts: [Int: [Name]] = [:]
    package var changed: Int { moves.values.reduce(0) { $0 + $1.count } }
  }

  /// One of the first of all, for what is too dear to be worked out for everybody.
  package struct First: Sendable, Equatable {
    package let person: Answers
    /// A finding, a level or a number of theirs changes.
    package let isHit: Bool
  }

  /// How many people it hits, and in which way; some in several.
  package struct Hits: Sendable, Hashable {
    package fileprivate(set) var all = 0
    package fileprivate(set) var levels = 0
    package fileprivate(set) var findings = 0
    package fileprivate(set) var numbers = 0
  }

  package private(set) var people = 0
  package private(set) var hits = Hits()
  package private(set) var rules: [OfRule]
  package private(set) var scores: [OfScore]
  package private(set) var first: [First] = []
  /// How many more examples of each rule, and of the first, are wanted: of what comes before there may be enough.
  private var wanted: Wanted

  package static let mostExamples = 3
  package static let mostFirst = 100

  package struct Wanted: Sendable {
    fileprivate var first = PackImpact.mostFirst
    fileprivate var examples: [Int]

    /// What is left to want when this is there.
    package mutating func take(_ impact: PackImpact) {
      first = max(0, first - impact.first.count)
      for place in examples.indices { examples[place] = max(0, examples[place] - impact.rules[place].examples.count) }
    }
  }

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
      old.scores.firstIndex { $0.id == score.id }.map { other in
        let was = old.scores[other]
        let isSum = was.formula == nil && score.formula == nil
        let isSameScale = was.max == score.max && was.bands.map(\.from) == score.bands.map(\.from)
        return OfScore(
          id: score.id, before: other, after: place,
          isSameSum: isSum && isSameScale && was.bands.map(\.id) == score.bands.map(\.id))
      }
    }
    wanted = Wanted(examples: rules.map { _ in Self.mostExamples })
  }

  /// Nothing yet, and no more wanted than is left to want.
  package func wanting(_ wanted: Wanted) -> PackImpact {
    var impact = self
    impact.wanted = wanted
    return impact
  }

  package var allWanted: Wanted { wanted }

  /// Takes in people who were judged by both states.
  ///
  /// - Parameters:
  ///   - people: A bit for each who counts.
  ///   - name: What one of them is called, by place.
  ///   - person: What one of them answered, by place.
  package mutating func add(
    _ before: Verdicts, _ after: Verdicts, people: UInt64, name: (Int) -> Name, person: (Int) -> Answers
  ) {
    let findings = addFindings(before, after, people, name, person)
    let (levels, numbers) = addScores(before, after, people, name)
    self.people += people.nonzeroBitCount
    hits.findings += findings.nonzeroBitCount
    hits.levels += levels.nonzeroBitCount
    hits.numbers += numbers.nonzeroBitCount
    let hit = findings | levels | numbers
    hits.all += hit.nonzeroBitCount
    for place in people.places where first.count < wanted.first {
      first.append(First(person: person(place), isHit: hit >> UInt64(place) & 1 == 1))
    }
  }

  /// Who gains or loses one, or of whom one is open that was not, or no longer.
  private mutating func addFindings(
    _ before: Verdicts, _ after: Verdicts, _ people: UInt64, _ name: (Int) -> Name, _ person: (Int) -> Answers
  ) -> UInt64 {
    var changed: UInt64 = 0
    for place in rules.indices {
      let (old, new) = (rules[place].before.map(before.holds), rules[place].after.map(after.holds))
      let (oldFound, newFound) = (old?.isTrue ?? 0, new?.isTrue ?? 0)
      let (gained, lost) = (newFound & ~oldFound & people, oldFound & ~newFound & people)
      let open = ((old?.isUndecided ?? 0) ^ (new?.isUndecided ?? 0)) & people
      if gained | lost | open == 0 { continue }
      rules[place].gained += gained.places.map(name)
      rules[place].lost += lost.places.map(name)
      rules[place].otherwise += (open & ~(gained | lost)).places.map(name)
      changed |= gained | lost | open
      for one in (gained | lost).places where rules[place].examples.count < wanted.examples[place] {
        rules[place].examples.append(person(one))
      }
    }
    return changed
  }

  private mutating func addScores(
    _ before: Verdicts, _ after: Verdicts, _ people: UInt64, _ name: (Int) -> Name
  ) -> (levels: UInt64, numbers: UInt64) {
    var (levels, numbers) = (UInt64(0), UInt64(0))
    for place in scores.indices {
      let score = scores[place]
      let different =
        score.isSameSum
        ? before.differs(ofSum: score.before, from: after, ofSum: score.after, people) : people
      for person in different.places {
        let (old, new) = (before.score(score.before, for: person), after.score(score.after, for: person))
        if old?.level != new?.level {
          scores[place].moves[.init(before: old?.level, after: new?.level), default: []].append(name(person))
          levels |= 1 << UInt64(person)
        }
        if let old, let new, old.low != new.low {
          scores[place].shifts[new.low - old.low, default: []].append(name(person))
          numbers |= 1 << UInt64(person)
        }
      }
    }
    return (levels, numbers)
  }

  /// Takes in more people, of a later stretch.
  package mutating func add(_ other: PackImpact) {
    people += other.people
    hits.all += other.hits.all
    hits.levels += other.hits.levels
    hits.findings += other.hits.findings
    hits.numbers += other.hits.numbers
    for place in rules.indices {
      let more = other.rules[place]
      rules[place].gained += more.gained
      rules[place].lost += more.lost
      rules[place].otherwise += more.otherwise
      rules[place].examples = Array((rules[place].examples + more.examples).prefix(Self.mostExamples))
    }
    for place in scores.indices {
      scores[place].moves.merge(other.scores[place].moves, uniquingKeysWith: +)
      scores[place].shifts.merge(other.scores[place].shifts, uniquingKeysWith: +)
    }
    first = Array((first + other.first).prefix(Self.mostFirst))
  }
}

extension Verdicts {
  /// Of each person of the block whether a rule holds; beyond those judged, any bits.
  fileprivate func holds(_ rule: Int) -> Truth { truths(of: program.rules[rule].holds) }

  /// Of whom two sums are not the same, or one is known and the other is not.
  fileprivate func differs(ofSum place: Int, from other: Verdicts, ofSum otherPlace: Int, _ people: UInt64) -> UInt64 {
    var different = (unknown[place] ^ other.unknown[otherPlace]) & people
    for person in people.places where least[person][place] != other.least[person][otherPlace] {
      different |= 1 << UInt64(person)
    }
    return different
  }
}

extension UInt64 {
  /// The places of its bits, from the lowest.
  fileprivate var places: UnfoldSequence<Int, UInt64> {
    sequence(state: self) { rest in
      if rest == 0 { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }
}
