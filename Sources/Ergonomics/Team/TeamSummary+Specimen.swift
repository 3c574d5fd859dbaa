extension TeamSummary {
  /// One of everything that a report can show, without content: what templates are checked against.
  package static let specimen: TeamSummary = {
    let step = CountStep(low: 5, width: 5, isOpen: false)
    let none = CountStep(low: 0, width: 5, isOpen: false)
    let (some, rare) = (Row(cells: [step, none], everyone: step), Row(cells: [none, none], everyone: none))
    let dash = CountStep(low: 0, width: 5, isOpen: true)
    let full = Row(cells: [step, step], everyone: step)
    let table = Table(
      stepWidth: 5, columns: [Column(teams: [""], isPooled: false), Column(teams: ["", ""], isPooled: true)],
      unshown: [""], answered: full,
      findings: Array(repeating: FindingRow(id: "rule", title: "", people: some), count: 21)
        + [
          FindingRow(id: "rare", title: "", people: rare),
          FindingRow(id: "untold", title: "", people: Row(cells: [dash, dash], everyone: dash)),
        ])
    let actions = Correction.Part.allCases.flatMap { part in
      (0..<9).map { place in
        Action(
          id: "\(place)", title: "", part: part, effort: .adjust, who: "", minutes: 1, cost: .free,
          item: "", steps: [""], findings: ["rule"], reaches: Reach(low: place > 6 ? 0 : 5, high: place > 7 ? 4 : 9))
      }
    }
    let price = PriceList.Price(item: "", range: 1...2, isRough: true)
    func change(_ subject: ChangeRow.Subject, _ steps: [Int?], before: CountStep) -> ChangeRow {
      ChangeRow(
        subject: subject, title: "", stepWidth: 5, steps: steps, before: [before, before], now: [step, step],
        everyone: [step, before, step])
    }
    let changes =
      [
        change(.score("score", "high"), [-1, 1], before: none), change(.finding("still"), [0, 0], before: step),
        change(.finding("wide"), [nil, 0], before: CountStep(low: 0, width: 35, isOpen: false)),
      ]
      + (0..<13).map { change(.finding("\($0)"), [$0 < 7 ? -1 : 1, 0], before: none) }
    return TeamSummary(
      header: Header(
        date: "2000-01-01", programVersion: "", packID: "", packVersion: "", packHash: "", packTitle: "",
        language: "en", attribution: [""], grouping: "", smallestGroup: 5, invited: 10, otherReports: 1),
      facts: table, health: table,
      scores: [
        Spread(
          id: "score", title: "", about: "", scored: full,
          cuts: [Cut(band: Band(id: "high", from: 5, word: ""), isHigh: true, people: full)])
      ],
      actions: actions,
      equipment: [(5, 9, true), (0, 4, true), (0, 9, false)].map { low, high, hasPrice in
        Equipment(
          item: "", who: "", cost: .free, findings: ["rule"], reaches: Reach(low: low, high: high),
          price: hasPrice ? price : nil)
      }, prices: PriceList(currency: "", asOf: "2000-01", prices: [price]),
      change: Change(
        earlier: "", teams: ["", ""], answeredBefore: [step, step],
        rounds: [0, 1].map { _ in .init(name: "", answered: step, invited: 5) }, rows: changes),
      progress: ActionProgress(open: 1, done: 1, finished: 1, overdue: 1, waiting: 1, weeksToClose: 1),
      unasked: [true, false].map { isAsked in
        Unasked(id: "question", text: "", isAsked: isAsked, wasAsked: !isAsked, heading: "", findings: [""])
      } + [Unasked(id: "other", text: "", isAsked: false, wasAsked: nil, heading: nil, findings: [""])],
      omissions: (0...50).map { _ in Omission(place: .init(file: "", line: 1), words: "") })
  }()
}
