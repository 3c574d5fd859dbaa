/// A round held against the step method: its columns, and its rows in steps.
struct TeamRelease {
  let round: TeamRound
  let method: StepMethod
  let counts: TeamCounts
  let told: DisclosedRows
  /// By row of the round; `nil` for those that are not told.
  let rows: [TeamSummary.Row?]
  /// Places of the teams, by name.
  private let order: [Int]
  private let columns: StepMethod.Columns

  /// - Parameters:
  ///   - told: Of the rows of the round, in the order in which they are told.
  ///   - isByTeam: Else of everyone only.
  init(_ round: TeamRound, _ method: StepMethod, told: DisclosedRows, isByTeam: Bool = true) {
    (self.round, self.method, self.told) = (round, method, told)
    let counts = round.counts()
    let order = round.teams.indices.filter { isByTeam && counts.people[$0] > 0 }.sorted {
      round.teams[$0] < round.teams[$1]
    }
    let places = method.columns(ofTeams: order.map { counts.people[$0] })
    let columns = StepMethod.Columns(shown: places.shown.map { order[$0] }, pooled: places.pooled.map { order[$0] })
    let published = method.publish(
      StepMethod.Table(
        sizes: columns.cells(counts.people), people: counts.people.reduce(0, +),
        rows: told.rows.map { .init(cells: columns.cells(counts.rows[$0]), everyone: counts.rows[$0].reduce(0, +)) },
        links: told.links, kinds: told.kinds,
        cuts: told.cuts.map { cut in
          let cells = columns.cells(counts.rows[cut.row])
          return (cut, .init(cells: cells, everyone: counts.rows[cut.row].reduce(0, +)))
        }))
    var rows = Array(repeating: TeamSummary.Row?.none, count: counts.rows.count)
    for (row, steps) in zip(told.rows + told.cuts.map(\.row), published ?? []) {
      rows[row] = .init(cells: steps.cells, everyone: steps.everyone)
    }
    (self.counts, self.order, self.columns, self.rows) = (counts, order, columns, rows)
  }

  private var pack: Pack { round.program.pack }

  /// - Parameter sizes: How the numbers of people who answered are told.
  func table(ofHealth: Bool, sizes: StepMethod) -> TeamSummary.Table? {
    // The name of a group of one would tell that somebody took part.
    func names(_ places: [Int]) -> [String] { places.filter { counts.people[$0] > 1 }.map { round.teams[$0] } }
    let people = counts.people.reduce(0, +)
    guard people >= 2 * method.width,
      let answered = answered(sizes)
    else { return nil }
    var shown = columns.shown.map { TeamSummary.Column(teams: names([$0]), isPooled: false) }
    if !columns.pooled.isEmpty { shown.append(.init(teams: names(columns.pooled), isPooled: true)) }
    let seen = Set(columns.shown + columns.pooled)
    let findings = round.findings.compactMap { place -> (offset: Int, people: TeamSummary.Row)? in
      guard round.program.rules[place].isAboutHealth == ofHealth else { return nil }
      return rows[place].map { (place, $0) }
    }.sorted { (-$0.people.everyone.low, $0.offset) < (-$1.people.everyone.low, $1.offset) }
    return TeamSummary.Table(
      stepWidth: method.width, columns: shown, unshown: names(order.filter { !seen.contains($0) }),
      answered: .init(cells: answered.cells, everyone: answered.everyone),
      findings: findings.map { place, people in
        TeamSummary.FindingRow(id: pack.rules[place].id, title: pack.rules[place].title, people: people)
      })
  }

  /// The most people that all of some rows can hold for, summed over the columns; `nil` where a column tells no end. Of those
  /// who are in no column nothing is known.
  ///
  /// - Parameter everyone: How many answered.
  func mostInColumns(_ rows: [TeamSummary.Row], _ everyone: CountStep) -> Int? {
    guard !order.isEmpty, let answered = answered(method)?.cells, let all = everyone.high else { return nil }
    let cells = answered.indices.map { column in
      (rows.map { $0.cells[column].high } + [answered[column].high]).compactMap(\.self).min()
    }
    let known = cells.compactMap(\.self)
    if known.count < cells.count { return nil }
    let outside = order.count > columns.shown.count + columns.pooled.count
    let others = outside ? all - answered.reduce(0) { $0 + $1.low } : 0
    return known.reduce(max(0, others), +)
  }

  /// How many answered; `nil` if they are too few to say.
  func answered(_ sizes: StepMethod) -> StepMethod.PublishedRow? {
    sizes.publish(sizes: columns.cells(counts.people), people: counts.people.reduce(0, +))
  }

  /// Those of which something is told. The level is known of as many people as are in any band at least: more is not
  /// told of it.
  var spreads: [TeamSummary.Spread] {
    pack.scores.enumerated().compactMap { place, score in
      var cuts = zip(score.bands, round.layout.cuts[place]).enumerated().dropFirst().compactMap { rank, cut in
        rows[cut.1].map { TeamSummary.Cut(band: cut.0, isHigh: rank >= score.highRank, people: $0) }
      }
      for cut in cuts.indices.dropLast().reversed() { cuts[cut].people.hold(at: cuts[cut + 1].people) }
      let isTold = cuts.contains { !($0.people.cells + [$0.people.everyone]).allSatisfy(\.saysNothing) }
      guard isTold, let widest = cuts.first?.people else { return nil }
      let scored = TeamSummary.Row(
        cells: widest.cells.map { $0.orMore(method.width) }, everyone: widest.everyone.orMore(method.width))
      return TeamSummary.Spread(id: score.id, title: score.title, about: score.about, scored: scored, cuts: cuts)
    }
  }
}

extension TeamSummary.Row {
  /// Whoever is in a higher band counts in the lower cuts too: an open step of these begins no lower. That is said by the
  /// rows together already.
  fileprivate mutating func hold(at inner: Self) {
    for column in cells.indices { cells[column].hold(at: inner.cells[column]) }
    everyone.hold(at: inner.everyone)
  }
}

extension CountStep {
  fileprivate mutating func hold(at inner: CountStep) {
    if isOpen, inner.low > low { self = CountStep(low: inner.low, width: width, isOpen: true) }
  }

  fileprivate func orMore(_ width: Int) -> CountStep { CountStep(low: low, width: width, isOpen: true) }
}

extension StepMethod.Columns {
  /// Numbers by column, of numbers by team.
  fileprivate func cells(_ byTeam: [Int]) -> [Int] {
    shown.map { byTeam[$0] } + (pooled.isEmpty ? [] : [pooled.reduce(0) { $0 + byTeam[$1] }])
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

  /// What of the rows that are compared has changed, of the same people in both rounds.
  ///
  /// - Parameters:
  ///   - teams: Whom the steps are told of, in this order.
  ///   - hidden: Rows of which nothing is told.
  ///   - rounds: All earlier ones, whose figures for everyone are told again, from the first to the last.
  func changes(
    since earlier: TeamRelease, teams: [String], besides hidden: Set<Int>, rounds: [TeamRelease]
  ) -> [TeamSummary.ChangeRow] {
    let comparison = TeamComparison(now: self, before: earlier, teams: teams)
    func cells(_ release: TeamRelease, _ row: Int) -> [CountStep?] {
      teams.map { team in release.shownTeam(team).flatMap { release.rows[row]?.cells[$0.column] } }
    }
    return round.compared.compactMap { row, subject, title in
      if rows[row] == nil || hidden.contains(row) { return nil }
      return TeamSummary.ChangeRow(
        subject: subject, title: title, stepWidth: method.width,
        steps: comparison.steps(row, now: rows[row], before: earlier.rows[row]), before: cells(earlier, row),
        now: cells(self, row), everyone: (rounds + [self]).map { $0.rows[row]?.everyone })
    }
  }
}

extension TeamRound {
  /// The rows whose change is told where they are: of each score the upper half of its bands, of each family of findings its
  /// outermost.
  var compared: [(row: Int, subject: TeamSummary.ChangeRow.Subject, title: String)] {
    let pack = program.pack
    let findings = pack.ruleFamilies.filter { self.findings.contains($0[0]) }.map { family in
      let rule = pack.rules[family[0]]
      return (row: family[0], subject: TeamSummary.ChangeRow.Subject.finding(rule.id), title: rule.title)
    }
    let scores = pack.scores.enumerated().filter { $1.highRank < $1.bands.count }.map { place, score in
      let band = score.bands[score.highRank]
      return (
        row: layout.cuts[place].lowerBound + score.highRank,
        subject: TeamSummary.ChangeRow.Subject.score(score.id, band.id), title: "\(score.title): \(band.word)"
      )
    }
    return scores + findings
  }
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
