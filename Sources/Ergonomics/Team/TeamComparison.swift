/// The same people in two rounds, team by team.
struct TeamComparison {
  private let now: TeamRelease
  private let before: TeamRelease
  private let teams: [String]
  private let countsNow: TeamCounts
  private let countsBefore: TeamCounts

  /// - Parameter teams: In the order in which steps are told.
  init(now: TeamRelease, before: TeamRelease, teams: [String]) {
    (self.now, self.before, self.teams) = (now, before, teams)
    let (teamsNow, teamsBefore) = (now.round.teamsByID, before.round.teamsByID)
    let both = teamsNow.filter { teamsBefore[$0.key] == $0.value }
    countsNow = now.round.counts { $0.id.map { both[$0] != nil } ?? false }
    countsBefore = before.round.counts { $0.id.map { both[$0] != nil } ?? false }
  }

  /// By team, by how many steps a row has gone up; `nil` for teams without a column of their own in both rounds.
  ///
  /// - Parameters:
  ///   - row: Of the round.
  ///   - published: What this round tells of it, and the round before.
  func steps(_ row: Int, now published: TeamSummary.Row?, before publishedBefore: TeamSummary.Row?) -> [Int?] {
    teams.map { team in
      guard let own = now.shownTeam(team), let ownBefore = before.shownTeam(team), let published, let publishedBefore
      else { return nil }
      return now.method.change(
        StepMethod.Moved(
          people: countsNow.people[own.team], countNow: countsNow.rows[row][own.team],
          countBefore: countsBefore.rows[row][ownBefore.team],
          now: .init(people: now.counts.people[own.team], published: published.cells[own.column]),
          before: .init(
            people: before.counts.people[ownBefore.team], published: publishedBefore.cells[ownBefore.column]),
          isLinked: now.told.isLinked(row) || before.told.isLinked(row)))
    }
  }
}
