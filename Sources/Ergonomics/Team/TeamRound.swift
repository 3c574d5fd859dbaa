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

  let program: Program
  let layout: TeamRows
  let links: RowLinks
  /// In the order they came.
  private(set) var teams: [String] = []
  private var places: [String: Int] = [:]
  private var ids: Set<String> = []
  private var done: [Block] = []
  private var waiting: [(person: Person, answers: Answers)] = []

  package init(_ program: Program) {
    self.program = program
    layout = TeamRows(program.pack)
    links = program.rowLinks()
  }

  /// Takes in a person; false for an id that is in already. Someone who answered nothing counts as nobody.
  @discardableResult
  package mutating func add(_ answers: Answers, team: String) -> Bool {
    if let id = answers.id, !ids.insert(id).inserted { return false }
    let place = places[team] ?? teams.count
    if place == teams.count {
      places[team] = place
      teams.append(team)
    }
    waiting.append((Person(team: place, id: answers.id), answers))
    if waiting.count == AnswerBlock.capacity {
      done.append(judged)
      waiting.removeAll(keepingCapacity: true)
    }
    return true
  }

  var blocks: [Block] { waiting.isEmpty ? done : done + [judged] }

  /// What is found of those who wait.
  private var judged: Block {
    var block = AnswerBlock(program)
    for (place, next) in waiting.enumerated() { block.set(next.answers, for: place, in: program) }
    var verdicts = Verdicts(program, .scoring)
    verdicts.judge(block, count: waiting.count)
    let people = waiting.indices.filter { verdicts.answered[$0] > 0 }
    let answered = people.reduce(0 as UInt64) { $0 | 1 << UInt64($1) }
    var rows = program.rules.indices.map { verdicts.found(rule: $0) & answered }
    for family in program.pack.ruleFamilies {
      for (outer, inner) in zip(family, family.dropFirst()).reversed() { rows[outer] |= rows[inner] }
    }
    // What follows for whoever has a finding is not open for want of an answer.
    let counted = rows
    for row in rows.indices {
      for container in links.certain[row] where container < rows.count { rows[container] |= counted[row] }
    }
    for score in program.scores.indices {
      var cuts = Array(repeating: 0 as UInt64, count: program.pack.scores[score].bands.count)
      for person in people {
        guard let level = verdicts.score(score, for: person)?.level else { continue }
        let band = program.pack.scores[score].bands.firstIndex { $0.id == level } ?? 0
        for cut in 0...band { cuts[cut] |= 1 << UInt64(person) }
      }
      rows += cuts
    }
    return Block(people: waiting.map(\.person), rows: rows, answered: answered)
  }
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

extension Program {
  /// The questions that decide a row; of a score, those of all rules that add to it and of what it reads itself.
  func questions(ofRow row: Int, _ layout: TeamRows) -> Set<Int> {
    if row < rules.count { return Set(findingRows[row].flatMap { questionsDeciding(rules[$0].holds) }) }
    guard let score = layout.cuts.firstIndex(where: { $0.contains(row) }) else { return [] }
    let adding = rules.indices.filter { scores[score].points[$0] > 0 }
    return Set(adding.flatMap { questionsDeciding(rules[$0].holds) } + (scores[score].formula?.questions ?? []))
  }
}

/// Numbers of people by team: of all, and by row.
struct TeamCounts {
  var people: [Int]
  var rows: [[Int]]
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

  /// Counts those people whom `isCounted` holds for, by team in the order of `teams`.
  func counts(where isCounted: (Person) -> Bool = { _ in true }) -> TeamCounts {
    let count = teams.count
    var counts = TeamCounts(
      people: Array(repeating: 0, count: count),
      rows: Array(repeating: Array(repeating: 0, count: count), count: layout.count))
    var masks = Array(repeating: 0 as UInt64, count: count)
    for block in blocks {
      var present: [Int] = []
      for (place, person) in block.people.enumerated() where isCounted(person) {
        if masks[person.team] == 0 { present.append(person.team) }
        masks[person.team] |= 1 << UInt64(place)
      }
      for team in present {
        counts.people[team] += (masks[team] & block.answered).nonzeroBitCount
        for row in block.rows.indices { counts.rows[row][team] += (masks[team] & block.rows[row]).nonzeroBitCount }
        masks[team] = 0
      }
    }
    return counts
  }
}
