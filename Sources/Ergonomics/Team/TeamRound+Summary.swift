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
    precondition(settings.smallestGroup >= TeamSettings.leastSmallestGroup, "groups this small can be seen through")
    let method = StepMethod(width: settings.smallestGroup)
    let (possible, rows) = (told(besides: []), told(besides: unknownRows))
    let factsTold = Told(rows.facts, scores: toldScores, self)
    let facts = TeamRelease(self, method, told: factsTold)
    let healthMethod = StepMethod(width: 2 * settings.smallestGroup)
    let health =
      settings.includesHealth
      ? TeamRelease(self, healthMethod, told: Told(rows.health, scores: [], self), isByTeam: false) : nil
    var summary = TeamSummary(
      header: header(settings), facts: facts.table(ofHealth: false, sizes: method),
      health: health?.table(ofHealth: true, sizes: method), scores: facts.spreads, actions: [], equipment: [],
      change: nil,
      unasked: unaskedQuestions(
        since: earlier?.round, settings,
        among: Set(possible.facts + (settings.includesHealth ? possible.health : []))),
      omissions: settings.omissions)
    if let answered = summary.facts?.answered.everyone { summary.health?.answered.everyone = answered }
    summary.actions = actions(summary.facts)
    summary.equipment = equipment(summary.facts)
    summary.change = earlier.map { earlier in
      let isAlike = earlier.round.unasked == unasked
      let rowsBefore = earlier.round.told(besides: earlier.round.unknownRows).facts
      let toldBefore = isAlike ? factsTold : Told(rowsBefore, scores: toldScores, earlier.round)
      let factsBefore = TeamRelease(earlier.round, method, told: toldBefore)
      let teams = facts.teamsShown(with: factsBefore)
      return TeamSummary.Change(
        earlier: earlier.name, teams: teams,
        rows: facts.changes(since: factsBefore, teams: teams, besides: incomparableRows(with: earlier.round)))
    }
    return summary
  }

  /// The findings an employer may see: none that repeats another one, and nothing about health that reads an answer which
  /// facts are told of, as several of them together could narrow it where none does alone.
  private func told(besides unknown: Set<Int>) -> (facts: [Int], health: [Int]) {
    let isAboutHealth = program.isRowAboutHealth
    let rows = layout.rules.filter { !links.repeated.contains($0) && !unknown.contains($0) }
    let facts = rows.filter { !isAboutHealth[$0] }
    let told = (facts + toldScores.flatMap { layout.cuts[$0] }).reduce(into: Set<Int>()) {
      $0.formUnion(program.questions(ofRow: $1, layout))
    }
    return (facts, rows.filter { isAboutHealth[$0] && told.isDisjoint(with: program.questions(ofRow: $0, layout)) })
  }

  private var toldScores: [Int] { program.scores.indices.filter { !program.isScoreAboutHealth($0) } }

  private func header(_ settings: TeamSettings) -> TeamSummary.Header {
    let pack = program.pack
    return TeamSummary.Header(
      date: settings.date, programVersion: settings.programVersion, packID: pack.id, packVersion: pack.version,
      packHash: pack.hash, packTitle: pack.title, language: pack.language, attribution: pack.attribution,
      grouping: settings.grouping, smallestGroup: settings.smallestGroup, invited: settings.invited,
      otherReports: settings.otherReports)
  }

  /// What to try first for each finding, worked out from published steps.
  private func actions(_ table: TeamSummary.Table?) -> [TeamSummary.Action] {
    program.pack.corrections.compactMap { correction in
      let findings = table?.findings.filter { program.pack.rule($0.id)?.corrections.first == correction.id } ?? []
      guard let helped = CountStep.atLeast(findings.map(\.people.everyone)) else { return nil }
      return TeamSummary.Action(
        id: correction.id, title: correction.title, effort: correction.effort, who: correction.who,
        minutes: correction.minutes, cost: correction.cost, item: correction.item, findings: findings.map(\.id),
        helped: helped)
    }.sorted { (-$0.helped.low, $0.title, $0.id) < (-$1.helped.low, $1.title, $1.id) }
  }

  /// What could be bought or borrowed, first choice or not.
  private func equipment(_ table: TeamSummary.Table?) -> [TeamSummary.Equipment] {
    let items = program.pack.corrections.compactMap(\.item).withoutDoubles
    return items.compactMap { item in
      let corrections = program.pack.corrections.filter { $0.item == item }
      let ids = Set(corrections.map(\.id))
      let findings =
        table?.findings.filter { program.pack.rule($0.id).map { !ids.isDisjoint(with: $0.corrections) } ?? false } ?? []
      guard let helped = CountStep.atLeast(findings.map(\.people.everyone)) else { return nil }
      return TeamSummary.Equipment(item: item, cost: corrections[0].cost, findings: findings.map(\.id), helped: helped)
    }.sorted { (-$0.helped.low, $0.item) < (-$1.helped.low, $1.item) }
  }
}
