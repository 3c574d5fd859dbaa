/// How a round is told to an employer.
package struct TeamSettings: Sendable {
  /// Below this a group is too small to say anything of; more is allowed.
  package static let leastSmallestGroup = 5

  package var date: String
  package var programVersion: String
  /// Heading of the column that names the teams.
  package var grouping: String
  /// At least `leastSmallestGroup`.
  package var smallestGroup = leastSmallestGroup
  package var includesHealth = false
  package var invited: Int?
  /// How many other reports of these people are on record, and do not give them away with this one; `nil` where nobody
  /// looked.
  package var otherReports: Int?
  package var omissions: [TeamSummary.Omission] = []
  /// What whoever pays says that things cost.
  package var prices: PriceList?
  /// Of a register, where all its rounds are told.
  package var actions: ActionCounts?
  /// By earlier round: how many were asked, where that is on record.
  package var invitedBefore: [Int?] = []
  /// By question that has no column: a heading that was not taken for it.
  package var nearHeadings: [Question.ID: String] = [:]

  package init(date: String, programVersion: String, grouping: String) {
    (self.date, self.programVersion, self.grouping) = (date, programVersion, grouping)
  }
}

extension TeamRound {
  /// What an employer may see of this round, and of what has changed since an earlier one by the same pack.
  package func summary(_ settings: TeamSettings, since earlier: (round: TeamRound, name: String)? = nil) -> TeamSummary
  {
    summary(settings, rounds: earlier.map { [$0] } ?? [])
  }

  /// - Parameter rounds: Earlier ones by the same pack, from the first to the last: people are compared with the last, and of
  ///   the others everyone is told.
  package func summary(_ settings: TeamSettings, rounds: [(round: TeamRound, name: String)]) -> TeamSummary {
    precondition(settings.smallestGroup >= TeamSettings.leastSmallestGroup, "groups this small can be seen through")
    let method = StepMethod(width: settings.smallestGroup)
    let (possible, rows) = (told(besides: []), told(besides: unknownRows))
    let factsTold = DisclosedRows(rows.facts, scores: toldScores, self, lesser: needRows)
    let facts = TeamRelease(self, method, told: factsTold)
    let healthMethod = StepMethod(width: 2 * settings.smallestGroup)
    let health =
      settings.includesHealth
      ? TeamRelease(self, healthMethod, told: DisclosedRows(rows.health, scores: [], self), isByTeam: false) : nil
    var summary = TeamSummary(
      header: header(settings), facts: facts.table(ofHealth: false, sizes: method),
      health: health?.table(ofHealth: true, sizes: method), scores: facts.spreads, actions: [], equipment: [],
      change: nil,
      unasked: unaskedQuestions(
        since: rounds.last?.round, settings,
        among: Set(possible.facts + (settings.includesHealth ? possible.health : []))),
      omissions: settings.omissions)
    if let answered = summary.facts?.answered.everyone { summary.health?.answered.everyone = answered }
    if let table = summary.facts {
      let prices = settings.prices?.completed(by: program.pack.prices) ?? program.pack.prices
      summary.actions = actions(facts, among: table.answered.everyone)
      summary.equipment = equipment(facts, among: table.answered.everyone, prices)
      summary.prices = prices
    }
    let releases = rounds.map { release(of: $0.round, besides: facts, method) }
    summary.change = change(since: rounds, releases, facts, method)
    for (place, invited) in settings.invitedBefore.enumerated() { summary.change?.rounds[place].invited = invited }
    if summary.facts != nil {
      summary.progress = settings.actions.flatMap { progress(of: $0, releases + [facts], method) }
    }
    return summary
  }

  /// An earlier round, as it is told.
  private func release(of round: TeamRound, besides facts: TeamRelease, _ method: StepMethod) -> TeamRelease {
    let rows = round.told(besides: round.unknownRows).facts
    let isSame = round.unasked == unasked
    return TeamRelease(
      round, method, told: isSame ? facts.told : DisclosedRows(rows, scores: toldScores, round, lesser: needRows))
  }

  private func change(
    since rounds: [(round: TeamRound, name: String)], _ releases: [TeamRelease], _ facts: TeamRelease,
    _ method: StepMethod
  ) -> TeamSummary.Change? {
    guard let last = rounds.last, let before = releases.last else { return nil }
    let teams = facts.teamsShown(with: before)
    let hidden = rounds.reduce(into: Set<Int>()) { $0.formUnion(incomparableRows(with: $1.round)) }
    return TeamSummary.Change(
      earlier: last.name, teams: teams,
      answeredBefore: teams.map { team in
        before.shownTeam(team).flatMap { before.answered(method)?.cells[$0.column] }
      },
      rounds: zip(rounds, releases).map { .init(name: $0.name, answered: $1.answered(method)?.everyone) },
      rows: facts.changes(since: before, teams: teams, besides: hidden, rounds: releases))
  }

  /// The rows an employer may see: none that repeats another one, and nothing about health that reads an answer which
  /// facts are told of, as several of them together could narrow it where none does alone.
  func told(besides unknown: Set<Int>) -> (facts: [Int], health: [Int]) {
    let isAboutHealth = program.isRowAboutHealth
    let rows = layout.rules.filter { !links.repeated.contains($0) && !unknown.contains($0) }
    let facts = rows.filter { !isAboutHealth[$0] }
    let told = (facts + toldScores.flatMap { layout.cuts[$0] }).reduce(into: Set<Int>()) {
      $0.formUnion(program.questions(ofRow: $1, layout))
    }
    return (facts, rows.filter { isAboutHealth[$0] && told.isDisjoint(with: program.questions(ofRow: $0, layout)) })
  }

  var toldScores: [Int] { program.scores.indices.filter { !program.isScoreAboutHealth($0) } }

  var needRows: Range<Int> { findings.upperBound..<layout.rules.upperBound }

  private func header(_ settings: TeamSettings) -> TeamSummary.Header {
    let pack = program.pack
    return TeamSummary.Header(
      date: settings.date, programVersion: settings.programVersion, packID: pack.id, packVersion: pack.version,
      packHash: pack.hash, packTitle: pack.title, language: pack.language, attribution: pack.attribution,
      grouping: settings.grouping, smallestGroup: settings.smallestGroup, invited: settings.invited,
      otherReports: settings.otherReports)
  }
}
