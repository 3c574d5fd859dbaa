/// A round as numbers of people by team: all that a report for an employer is made from. Nobody is in it, and nothing that is
/// about health. Tallies of parts of a round, taken into one round in any order, make the round of them all.
///
/// The numbers are exact, so that whoever reads them may know single answers: nothing of them is told but in steps.
package struct TeamTally: Sendable, Hashable {
  package struct Team: Sendable, Hashable {
    package var name: String
    /// Who answered anything.
    package var people: Int
    /// By row.
    package var counts: [Int]

    package init(name: String, people: Int, counts: [Int]) {
      (self.name, self.people, self.counts) = (name, people, counts)
    }
  }

  /// What is counted, as rounds by the same pack have it.
  package var rows: [String]
  /// By the bytes of their names.
  package var teams: [Team]

  package init(rows: [String], teams: [Team]) { (self.rows, self.teams) = (rows, teams) }
}

extension TeamRound {
  package var tally: TeamTally {
    let (rows, counts) = (tallied, counts())
    let teams = self.teams.indices.filter { counts.people[$0] > 0 }.sorted {
      self.teams[$0].utf8.lexicographicallyPrecedes(self.teams[$1].utf8)
    }
    return TeamTally(
      rows: rows.map(\.name),
      teams: teams.map { team in
        TeamTally.Team(
          name: self.teams[team], people: counts.people[team], counts: rows.map { counts.rows[$0.row][team] })
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
}
