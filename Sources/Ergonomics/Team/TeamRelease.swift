/// A round held against the step method: its columns, and its rows in steps.
struct TeamRelease {
  let round: TeamRound
  let method: StepMethod
  /// Places of the teams, by name.
  private let order: [Int]
  let counts: TeamCounts
  private let columns: StepMethod.Columns

  init(_ round: TeamRound, _ method: StepMethod) {
    (self.round, self.method) = (round, method)
    counts = round.counts()
    order = round.teams.indices.filter { [counts] in counts.people[$0] > 0 }
      .sorted { round.teams[$0] < round.teams[$1] }
    let sizes = order.map { [counts] in counts.people[$0] }
    let places = method.columns(ofTeams: sizes)
    columns = StepMethod.Columns(
      shown: places.shown.map { [order] in order[$0] }, pooled: places.pooled.map { [order] in order[$0] })
  }

  private var pack: Pack { round.program.pack }

  /// Numbers by column, of numbers by team.
  private func cells(_ byTeam: [Int]) -> [Int] {
    columns.shown.map { byTeam[$0] } + (columns.pooled.isEmpty ? [] : [columns.pooled.reduce(0) { $0 + byTeam[$1] }])
  }

  /// The rows of a family in steps, the outermost first; `nil` if too few people answered.
  private func publish(_ rows: [[Int]], isSize: Bool = false, by method: StepMethod? = nil) -> [TeamSummary.Row]? {
    let family = StepMethod.Family(
      sizes: cells(counts.people), people: counts.people.reduce(0, +),
      rows: rows.map { .init(cells: cells($0), everyone: $0.reduce(0, +)) }, isSize: isSize)
    return (method ?? self.method).publish(family)?.map { .init(cells: $0.cells, everyone: $0.everyone) }
  }

  /// - Parameter sizes: How the numbers of people who answered are told.
  func table(ofHealth: Bool, sizes: StepMethod) -> TeamSummary.Table? {
    let names = { [teams = round.teams] (places: [Int]) in places.map { teams[$0] } }
    let families = families(ofHealth: ofHealth)
    guard let answered = publish([counts.people], isSize: true, by: sizes)?.first,
      let published = findings(families)
    else { return nil }
    var shown = columns.shown.map { TeamSummary.Column(teams: names([$0]), isPooled: false) }
    if !columns.pooled.isEmpty { shown.append(.init(teams: names(columns.pooled), isPooled: true)) }
    let seen = Set(columns.shown + columns.pooled)
    let findings = published.enumerated()
      .sorted { (-$0.element.people.everyone.low, $0.offset) < (-$1.element.people.everyone.low, $1.offset) }
    return TeamSummary.Table(
      stepWidth: method.width, columns: shown, unshown: names(order.filter { !seen.contains($0) }),
      answered: answered, findings: findings.map(\.element))
  }

  /// Rules by place, in families, in pack order.
  private func families(ofHealth: Bool) -> [[Int]] {
    let isAboutHealth = round.program.rules.map(\.isAboutHealth)
    return pack.ruleFamilies.filter { $0.contains { isAboutHealth[$0] } == ofHealth }
  }

  /// In pack order.
  private func findings(_ families: [[Int]]) -> [TeamSummary.FindingRow]? {
    guard counts.people.reduce(0, +) >= 2 * method.width else { return nil }
    let rows = families.flatMap { family in zip(family, publish(family.map { counts.rows[$0] }) ?? []) }
    return rows.sorted { $0.0 < $1.0 }.map { place, row in
      TeamSummary.FindingRow(id: pack.rules[place].id, title: pack.rules[place].title, people: row)
    }
  }

  var spreads: [TeamSummary.Spread] {
    pack.scores.enumerated().compactMap { place, score in
      guard let rows = publish(round.layout.cuts[place].map { counts.rows[$0] }) else { return nil }
      let cuts = zip(score.bands, rows).enumerated().dropFirst().map { rank, cut in
        TeamSummary.Cut(band: cut.0, isHigh: rank >= score.highRank, people: cut.1)
      }
      return TeamSummary.Spread(
        id: score.id, title: score.title, about: score.about, scored: rows[0], cuts: Array(cuts))
    }
  }
}

extension TeamRelease {
  /// Teams that have a column of their own in both rounds, by name.
  func teamsShown(with earlier: TeamRelease) -> [String] {
    let before = Set(earlier.columns.shown.map { earlier.round.teams[$0] })
    return columns.shown.map { round.teams[$0] }.filter(before.contains)
  }

  /// The column of a team that has one of its own, and its place in the round.
  func shownTeam(_ name: String) -> (column: Int, team: Int)? {
    guard let column = columns.shown.firstIndex(where: { round.teams[$0] == name }) else { return nil }
    return (column, columns.shown[column])
  }

  /// A row for each score, and for each family of findings its outermost, of the same people in both rounds.
  ///
  /// - Parameter teams: Whom the steps are told of, in this order.
  func changes(since earlier: TeamRelease, ofHealth: Bool, teams: [String]) -> [TeamSummary.ChangeRow] {
    let comparison = TeamComparison(now: self, before: earlier, teams: teams)
    let findings = families(ofHealth: ofHealth).map { family in
      let rule = pack.rules[family[0]]
      return TeamSummary.ChangeRow(
        subject: .finding(rule.id), title: rule.title, stepWidth: method.width,
        steps: comparison.steps(
          family[0], now: published(family)?.first, before: earlier.published(family)?.first))
    }
    return ofHealth ? findings : scoreChanges(since: earlier, comparison) + findings
  }

  private func scoreChanges(since earlier: TeamRelease, _ comparison: TeamComparison) -> [TeamSummary.ChangeRow] {
    pack.scores.enumerated().compactMap { place, score in
      let (cuts, high) = (Array(round.layout.cuts[place]), score.highRank)
      guard high < score.bands.count else { return nil }
      return TeamSummary.ChangeRow(
        subject: .score(score.id, score.bands[high].id), title: "\(score.title): \(score.bands[high].word)",
        stepWidth: method.width,
        steps: comparison.steps(cuts[high], now: published(cuts)?[high], before: earlier.published(cuts)?[high]))
    }
  }

  private func published(_ rows: [Int]) -> [TeamSummary.Row]? { publish(rows.map { counts.rows[$0] }) }
}

extension Score {
  /// Where the upper half of the bands begins, counted from 0; the number of bands where there is but one.
  var highRank: Int { bands.indices.first { 2 * $0 > bands.count - 1 } ?? bands.count }
}

extension Pack {
  /// Places of all rules: those that contain each other together, the outermost first.
  var ruleFamilies: [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let declared = families.map { $0.compactMap { places[$0] } }
    let inFamilies = Set(declared.joined())
    return declared + rules.indices.filter { !inFamilies.contains($0) }.map { [$0] }
  }
}
