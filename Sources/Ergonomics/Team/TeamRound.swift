/// The people of one round of a survey, by team, with what was found of them.
///
///     var round = TeamRound(program)
///     round.add(answers, team: "Support")
///     let summary = round.summary(settings, before: nil)
///
/// Counts stay in here: what leaves is a `TeamSummary`, in steps.
package struct TeamRound: Sendable {
  struct Person: Sendable {
    let team: Int
    let id: String?
  }

  /// Up to 64 people.
  struct Block: Sendable {
    var people: [Person]
    /// By row: the people it holds for; of those who answered anything at all.
    var rows: [UInt64]
    var answered: UInt64
  }

  /// That of the pack, with what is needed: what people are judged by.
  package let program: RuleProgram
  let needs: [Need]
  /// The rows that are what the pack's rules find; those of needs come after them.
  let findings: Range<Int>
  let layout: TeamRows
  let links: RowLinks
  private let families: [[Int]]
  /// Everybody is kept, to be found again in another round; else people are counted at once, and memory does not grow
  /// with them.
  package let keepsPeople: Bool
  /// Questions that the survey did not ask: nothing is said of what reads them.
  package var unasked: Set<Question.ID> = []
  /// In the order they came.
  private(set) var teams: [String] = []
  private var places: [String: Int] = [:]
  private var ids: Set<String> = []
  private var done: [Block] = []
  private var counted: TeamCounts
  private var waiting: [(person: Person, answers: Answers)] = []

  /// - Parameter includesHealth: A summary may be asked for what is found about health.
  package init(_ program: RuleProgram, keepsPeople: Bool = true, includesHealth: Bool = true) {
    findings = program.rules.indices
    (self.program, needs) = program.withNeeds()
    let program = self.program
    self.keepsPeople = keepsPeople
    layout = TeamRows(program.pack)
    links = program.rowLinks(includesHealth: includesHealth, needs: needs, findings: findings)
    families = program.pack.ruleFamilies
    counted = TeamCounts(rows: layout.count)
  }

  /// Takes in a person; false for an id that is in already. Someone who answered nothing counts as nobody.
  @discardableResult
  package mutating func add(_ answers: Answers, team: String) -> Bool {
    if let id = answers.id, !ids.insert(id).inserted { return false }
    waiting.append((Person(team: place(of: team), id: answers.id), answers))
    if waiting.count == AnswerBlock.capacity { judgeWaiting() }
    return true
  }

  /// Takes in up to 64 people who were judged already; `nil` for those of them who do not count. An id that is in already
  /// counts, but is not found again.
  package mutating func add(_ verdicts: borrowing Verdicts, _ people: [TeamMember?]) {
    var (members, present) = ([Person](), 0 as UInt64)
    for (place, person) in people.enumerated() {
      members.append(Person(team: person.map { self.place(of: $0.team) } ?? 0, id: person.flatMap { isNew($0.id) }))
      if person != nil { present |= 1 << UInt64(place) }
    }
    add(block(of: members, present, verdicts))
  }

  /// Takes in the people of another part of the same round.
  package mutating func add(_ part: TeamRound) {
    let places = part.teams.map { place(of: $0) }
    counted.add(part.counts(), teams: places)
    for var block in part.blocks {
      block.people = block.people.map { Person(team: places[$0.team], id: $0.id) }
      keep(block)
    }
  }

  /// - Parameter teams: Where its teams are here.
  mutating func add(_ counts: TeamCounts, teams: [Int]) { counted.add(counts, teams: teams) }

  /// Keeps people who are counted already.
  mutating func keep(_ block: Block) {
    var block = block
    block.people = block.people.map { Person(team: $0.team, id: isNew($0.id)) }
    done.append(block)
  }

  /// The same round with nobody in it: to be filled apart and put in later.
  package var emptied: TeamRound {
    var round = self
    (round.teams, round.places, round.ids, round.done, round.waiting) = ([], [:], [], [], [])
    round.counted = TeamCounts(rows: layout.count)
    return round
  }

  var blocks: [Block] { settled.done }

  /// With nobody waiting.
  private var settled: TeamRound {
    if waiting.isEmpty { return self }
    var round = self
    round.judgeWaiting()
    return round
  }

  private mutating func isNew(_ id: String?) -> String? {
    guard keepsPeople, let id, ids.insert(id).inserted else { return nil }
    return id
  }

  mutating func place(of team: String) -> Int {
    if let place = places[team] {
      // Equal names may be composed in two ways (é): the same one is told whichever came first.
      let known = teams[place]
      if !known.isWritten(as: team), team.utf8.lexicographicallyPrecedes(known.utf8) { teams[place] = team }
      return place
    }
    places[team] = teams.count
    teams.append(team)
    return teams.count - 1
  }

  private mutating func add(_ block: Block) {
    counted.add(block, teams: teams.count)
    if keepsPeople { done.append(block) }
  }

  private mutating func judgeWaiting() {
    var block = AnswerBlock(program)
    for (place, next) in waiting.enumerated() { block.set(next.answers, for: place, in: program) }
    var verdicts = Verdicts(program, .scoring)
    verdicts.evaluate(block, count: waiting.count)
    add(self.block(of: waiting.map(\.person), .max, verdicts))
    waiting.removeAll(keepingCapacity: true)
  }

  /// What is found of people, a bit in `present` for those who count.
  private func block(of members: [Person], _ present: UInt64, _ verdicts: borrowing Verdicts) -> Block {
    var (answered, people) = (0 as UInt64, [Int]())
    for person in members.indices where present >> UInt64(person) & 1 == 1 && verdicts.answered[person] > 0 {
      answered |= 1 << UInt64(person)
      people.append(person)
    }
    var rows: [UInt64] = []
    rows.reserveCapacity(layout.count)
    for rule in program.rules.indices { rows.append(verdicts.found(rule: rule) & answered) }
    for family in families {
      for (outer, inner) in zip(family, family.dropFirst()).reversed() { rows[outer] |= rows[inner] }
    }
    // What follows for whoever has a finding is not open for want of an answer.
    let counted = rows
    for row in rows.indices where counted[row] != 0 {
      for container in links.certain[row] where container < counted.count { rows[container] |= counted[row] }
    }
    for score in program.scores.indices {
      var cuts = Array(repeating: 0 as UInt64, count: program.scores[score].bandStarts.count)
      for person in people {
        guard let band = verdicts.certainBand(ofScore: score, for: person) else { continue }
        for cut in 0...band { cuts[cut] |= 1 << UInt64(person) }
      }
      rows += cuts
    }
    return Block(people: members, rows: rows, answered: answered)
  }
}

/// Somebody of a survey, as a round needs them besides their answers.
package struct TeamMember: Sendable, Hashable {
  package let team: String
  /// To be found again by in another round.
  package let id: String?

  package init(team: String, id: String?) { (self.team, self.id) = (team, id) }
}

/// Where the rows of a pack stand in a round: its rules, then of each score the people it is known of, and those who
/// are in each of its bands or a higher one. What is certain counts.
struct TeamRows: Sendable {
  let rules: Range<Int>
  /// By score: a row for each band.
  let cuts: [Range<Int>]
  var count: Int { cuts.last?.upperBound ?? rules.upperBound }

  init(_ pack: Pack) {
    rules = pack.rules.indices
    var (next, cuts) = (rules.upperBound, [Range<Int>]())
    for score in pack.scores {
      cuts.append(next..<next + score.bands.count)
      next += score.bands.count
    }
    self.cuts = cuts
  }
}

extension RuleProgram {
  /// The questions that decide a row; of a score, those of all rules that add to it and of what it reads itself.
  func questions(ofRow row: Int, _ layout: TeamRows) -> Set<Int> {
    if row < rules.count { return Set(findingRows[row].flatMap { questionsDeciding(rules[$0].holds) }) }
    guard let score = layout.cuts.firstIndex(where: { $0.contains(row) }) else { return [] }
    let adding = rules.indices.filter { scores[score].points[$0] > 0 }
    return Set(adding.flatMap { questionsDeciding(rules[$0].holds) } + (scores[score].formula?.questions ?? []))
  }
}

extension TeamRound {
  /// Fewer than half of the groups have two people who answered: the column tells people apart, not groups of them.
  package var isOfSinglePeople: Bool {
    let people = counts().people.filter { $0 > 0 }
    return 2 * people.count { $0 > 1 } < people.count
  }

  /// The team of each id; of people who answered anything.
  var teamsByID: [String: String] {
    var byID: [String: String] = [:]
    for block in blocks {
      for (place, person) in block.people.enumerated() where block.answered >> UInt64(place) & 1 == 1 {
        if let id = person.id { byID[id] = teams[person.team] }
      }
    }
    return byID
  }

  /// Everybody, by team in the order of `teams`.
  func counts() -> TeamCounts {
    var counts = settled.counted
    counts.grow(to: teams.count)
    return counts
  }

  /// Those whom `isCounted` holds for; where people are kept.
  func counts(where isCounted: (Person) -> Bool) -> TeamCounts {
    precondition(keepsPeople, "people who were only counted cannot be told apart")
    var counts = TeamCounts(rows: layout.count)
    counts.grow(to: teams.count)
    for block in blocks { counts.add(block, teams: teams.count, where: isCounted) }
    return counts
  }
}

extension String {
  /// The same bytes, not only the same characters.
  fileprivate func isWritten(as other: String) -> Bool {
    var (own, other) = (self, other)
    return own.withUTF8 { own in other.withUTF8 { own.elementsEqual($0) } }
  }
}
