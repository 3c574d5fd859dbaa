/// A round as numbers of people by team: all that a report for an employer is made from. Nobody is in it by name, and nothing
/// that is about health. Tallies of parts of a round, taken into one round in any order, make the round of them all.
///
/// The numbers are exact, so that whoever reads them may know single answers: nothing of them is told but in steps.
package struct TeamTally: Sendable, Hashable {
  package struct Team: Sendable, Hashable {
    package var name: String
    /// Who answered anything.
    package var people: Int
    /// By row.
    package var counts: [Int]
    /// Those of them who can be found again, by their code.
    package var known: [Person]

    package init(name: String, people: Int, counts: [Int], known: [Person] = []) {
      (self.name, self.people, self.counts, self.known) = (name, people, counts, known)
    }
  }

  /// Somebody, as far as what changes from round to round is counted of them.
  package struct Person: Sendable, Hashable {
    /// What stands for their id.
    package var code: String
    /// A bit for each row of `compared`, the first in the lowest.
    package var found: [UInt8]

    package init(code: String, found: [UInt8]) { (self.code, self.found) = (code, found) }
  }

  /// What is counted, as rounds by the same pack have it.
  package var rows: [String]
  /// Of these what is known of each person; `nil` where nobody can be found again.
  package var compared: [String]?
  /// By the bytes of their names.
  package var teams: [Team]

  package init(rows: [String], compared: [String]? = nil, teams: [Team]) {
    (self.rows, self.compared, self.teams) = (rows, compared, teams)
  }
}

extension TeamRound {
  /// With its people, by the ids that they came with, where it keeps them.
  package var tally: TeamTally {
    let (rows, counts) = (tallied, counts())
    let teams = self.teams.indices.filter { counts.people[$0] > 0 }.sorted {
      self.teams[$0].utf8.lexicographicallyPrecedes(self.teams[$1].utf8)
    }
    let compared = keepsPeople ? talliedOfPeople : nil
    let known = compared.map { peopleByTeam($0.map(\.row)) }
    return TeamTally(
      rows: rows.map(\.name), compared: compared?.map(\.name),
      teams: teams.map { team in
        TeamTally.Team(
          name: self.teams[team], people: counts.people[team], counts: rows.map { counts.rows[$0.row][team] },
          known: known?[team] ?? [])
      })
  }

  /// The rows that are not about health: findings by the id of their rule, needs by those of finding and correction, bands by
  /// those of score and band.
  var tallied: [(row: Int, name: String)] {
    let (pack, isAboutHealth) = (program.pack, program.isRowAboutHealth)
    let rules = layout.rules.filter { !isAboutHealth[$0] }.map { (row: $0, name: pack.rules[$0].id) }
    let bands = toldScores.flatMap { score in
      zip(layout.cuts[score], pack.scores[score].bands).map { (row: $0, name: "\(pack.scores[score].id):\($1.id)") }
    }
    return rules + bands
  }

  /// Those of whose change more is told than the steps of two rounds say by themselves: of nothing else has to be known of whom
  /// they hold. Which these are hangs on the pack and on what was asked alone.
  var talliedOfPeople: [(row: Int, name: String)] {
    let told = DisclosedRows(told(besides: unknownRows).facts, scores: toldScores, self, lesser: needRows)
    let rows = Set(compared.map(\.row)).intersection(told.rows)
    return tallied.filter { rows.contains($0.row) && !told.isLinked($0.row) }
  }

  /// By team whoever has an id and answered anything, by their ids.
  private func peopleByTeam(_ rows: [Int]) -> [[TeamTally.Person]] {
    var known: [[TeamTally.Person]] = Array(repeating: [], count: teams.count)
    for block in blocks {
      for (place, person) in block.people.enumerated() where block.answered >> UInt64(place) & 1 == 1 {
        guard let id = person.id else { continue }
        known[person.team].append(TeamTally.Person(code: id, found: block.found(rows, place)))
      }
    }
    return known.map { people in people.sorted { $0.code < $1.code } }
  }

  /// Takes in people of whom only what a tally has is known; false where it is not of such a round.
  package mutating func add(_ tally: TeamTally) -> Bool {
    let rows = tallied
    let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.row) })
    let compared = tally.compared?.compactMap { byName[$0] }
    guard tally.rows == rows.map(\.name), compared?.count == tally.compared?.count, keepsPeople == (compared != nil)
    else { return false }
    let places = tally.teams.map { place(of: $0.name) }
    add(TeamCounts(tally, in: rows.map(\.row), of: layout.count), teams: places)
    for (team, place) in zip(tally.teams, places) {
      for start in stride(from: 0, to: team.known.count, by: AnswerBlock.capacity) {
        let people = team.known[start..<min(start + AnswerBlock.capacity, team.known.count)]
        keep(Block(people, ofTeam: place, compared ?? [], of: layout.count))
      }
    }
    return true
  }
}

extension TeamRound.Block {
  /// - Parameters:
  ///   - rows: Of which it is known whether they hold.
  ///   - count: Of rows that there are.
  fileprivate init(_ people: ArraySlice<TeamTally.Person>, ofTeam team: Int, _ rows: [Int], of count: Int) {
    self.people = people.map { TeamRound.Person(team: team, id: $0.code) }
    answered = UInt64.max >> UInt64(64 - people.count)
    self.rows = Array(repeating: 0, count: count)
    for (place, person) in people.enumerated() {
      for (bit, row) in rows.enumerated() {
        self.rows[row] |= UInt64(person.found[bit / 8] >> UInt8(bit % 8) & 1) << UInt64(place)
      }
    }
  }

  /// Which of some rows hold for a person, a bit each.
  fileprivate func found(_ rows: [Int], _ person: Int) -> [UInt8] {
    var found = Array(repeating: 0 as UInt8, count: (rows.count + 7) / 8)
    for (bit, row) in rows.enumerated() {
      found[bit / 8] |= UInt8(self.rows[row] >> UInt64(person) & 1) << UInt8(bit % 8)
    }
    return found
  }
}
