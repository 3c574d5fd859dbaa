extension TeamRound {
  /// What can be done, worked out from what is told.
  func actions(_ facts: TeamRelease, among answered: CountStep) -> [TeamSummary.Action] {
    let pack = program.pack
    return pack.corrections.enumerated().compactMap { place, correction -> TeamSummary.Action? in
      let needs = needs.filter { $0.correction == place && facts.rows[$0.finding] != nil }
      guard let reaches = reach(needs, facts, answered) else { return nil }
      return TeamSummary.Action(
        id: correction.id, title: correction.title, part: correction.part, effort: correction.effort,
        who: correction.who, minutes: correction.minutes, cost: correction.cost, item: correction.item,
        steps: correction.steps, findings: needs.map { pack.rules[$0.finding].id }, reaches: reaches)
    }.sorted { (-$0.reaches.low, $0.title, $0.id) < (-$1.reaches.low, $1.title, $1.id) }
  }

  /// What the organisation would have to get hold of.
  func equipment(
    _ facts: TeamRelease, among answered: CountStep, _ prices: PriceList?
  ) -> [TeamSummary.Equipment] {
    let pack = program.pack
    let decided = pack.corrections.indices.filter { pack.corrections[$0].part == .decide }
    return decided.compactMap { pack.corrections[$0].item }.withoutDoubles.compactMap { item in
      let places = decided.filter { pack.corrections[$0].item == item }
      let needs = needs.filter { places.contains($0.correction) && facts.rows[$0.finding] != nil }
      guard let reaches = reach(needs, facts, answered) else { return nil }
      let first = pack.corrections[places[0]]
      return TeamSummary.Equipment(
        item: item, who: first.who, cost: first.cost,
        findings: needs.map { pack.rules[$0.finding].id }.withoutDoubles, reaches: reaches,
        price: prices?.price(of: item))
    }.sorted { (-$0.reaches.low, $0.item) < (-$1.reaches.low, $1.item) }
  }

  /// Whom any of some needs concerns: at least as many as the largest step begins at, and no more than all of them end at
  /// together, told as the end of a step. A need that is in another adds nobody. `nil` without any.
  private func reach(_ needs: [Need], _ facts: TeamRelease, _ answered: CountStep) -> TeamSummary.Reach? {
    if needs.isEmpty { return nil }
    let outer = needs.enumerated().filter { place, need in
      !needs.contains { links.certain[need.row].contains($0.row) } && !needs[..<place].contains { $0.row == need.row }
    }.map(\.element)
    let told = needs.compactMap { facts.rows[$0.row]?.everyone }
    let highs = outer.map { most($0.row, facts, answered) }
    let bounds = highs.compactMap(\.self)
    let width = told.first?.width ?? 1
    let sum = bounds.count == highs.count ? (bounds.reduce(0, +) / width + 1) * width - 1 : nil
    let high = sum.flatMap { sum in sum < answered.high ?? .max ? sum : nil }
    return TeamSummary.Reach(
      low: told.map(\.low).max() ?? 0, high: high, answered: answered.high,
      findings: needs.compactMap { facts.rows[$0.finding]?.everyone.low }.max() ?? 0)
  }

  /// The most people that a row can hold for, by all that is told: of itself, of what it is certainly part of, and of these in
  /// each column. `nil` where that is everybody.
  private func most(_ row: Int, _ facts: TeamRelease, _ answered: CountStep) -> Int? {
    let around = ([row] + links.certain[row].sorted()).compactMap { facts.rows[$0] }
    let known = facts.mostInColumns(around, answered)
    return (around.map(\.everyone.high) + [known]).compactMap(\.self).min()
  }
}
