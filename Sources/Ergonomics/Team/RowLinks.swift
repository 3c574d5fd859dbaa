/// What a pack implies for the rows of a round (`TeamRows`), whoever answered: someone who knows the pack knows this too.
struct RowLinks: Sendable, Hashable {
  /// By row: the rows that hold for everybody whom it holds for.
  var containers: [Set<Int>]
  /// Those of them of which this is certain, not only likely.
  var certain: [Set<Int>]
  /// By row: the rows that hold for nobody whom it holds for.
  var exclusives: [Set<Int>]
  /// Rows that would tell others over again: they hold for the same people as another, for everybody else, or for whoever
  /// has any of some findings; and those of scores of which no band is left.
  var repeated: Set<Int> = []

  init(rows: Int) {
    containers = Array(repeating: [], count: rows)
    (certain, exclusives) = (containers, containers)
  }

  /// `first` stands before `second`.
  mutating func add(_ overlap: Overlap, of first: Int, and second: Int) {
    if overlap.isRepetition { repeated.insert(second) }
    if !overlap.both {
      exclude(first, second)
    } else if !overlap.onlySecond {
      contain(second, in: first, isCertain: overlap.isComplete)
    } else if !overlap.onlyFirst {
      contain(first, in: second, isCertain: overlap.isComplete)
    }
  }

  mutating func exclude(_ first: Int, _ second: Int) {
    exclusives[first].insert(second)
    exclusives[second].insert(first)
  }

  mutating func contain(_ row: Int, in container: Int, isCertain: Bool = true) {
    containers[row].insert(container)
    if isCertain { certain[row].insert(container) }
  }

  /// Those between some rows, which are numbered in their order.
  ///
  /// - Parameter together: By the row's place among these, others that three or more may tell something of.
  func among(_ rows: [Int], together: [Set<Int>]? = nil) -> StepMethod.Links {
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    func among(_ linked: [Set<Int>]) -> [Set<Int>] { rows.map { Set(linked[$0].compactMap { places[$0] }) } }
    return StepMethod.Links(
      containers: among(containers), certain: among(certain), exclusives: among(exclusives), together: together)
  }
}

extension Program {
  /// The links between findings, and those of findings with the bands of scores that they add to.
  ///
  /// Of needs only those with their own findings are noted: what else they tell of each other, the search for people sees.
  func rowLinks(needs: [Need] = [], findings: Range<Int>? = nil) -> RowLinks {
    let layout = TeamRows(pack)
    var links = RowLinks(rows: layout.count)
    for need in needs where need.row != need.finding { links.contain(need.row, in: need.finding) }
    if let findings {
      links.repeated = Set(findings.upperBound..<layout.rules.upperBound).subtracting(needs.map(\.row))
    }
    for link in findingLinks(ofFirst: findings?.count) { links.add(link.overlap, of: link.first, and: link.second) }
    for score in scores.indices { addCuts(layout.cuts[score], ofScore: score, to: &links) }
    return links
  }

  private func addCuts(_ cuts: Range<Int>, ofScore score: Int, to links: inout RowLinks) {
    for inner in cuts { for outer in cuts.lowerBound..<inner { links.contain(inner, in: outer) } }
    let points = scores[score].points
    for (cut, band) in zip(cuts, pack.scores[score].bands).dropFirst() where points.contains(where: { $0 >= band.from })
    {
      // No number of findings reaches the band without one that does so alone.
      if points.filter({ $0 < band.from }).reduce(0, +) < band.from { links.repeated.insert(cut) }
    }
    if cuts.dropFirst().allSatisfy(links.repeated.contains) { links.repeated.insert(cuts.lowerBound) }
    let bands = pack.scores[score].bands
    for (finding, rules) in findingRows.enumerated() {
      guard let reached = range(scores[score], rules) else { continue }
      // Of someone with open answers a band is known for certain where it is the highest.
      let isCertain = reached.isComplete && reached.points.lowerBound >= bands.last?.from ?? .max
      if isCertain { links.contain(finding, in: cuts.lowerBound) }
      for (cut, band) in zip(cuts, bands).dropFirst() {
        if reached.points.lowerBound >= band.from { links.contain(finding, in: cut, isCertain: isCertain) }
        if reached.points.upperBound < band.from { links.exclude(finding, cut) }
      }
    }
  }

  /// What a score can come to for whoever any of some rules is found of; `nil` if that tells nothing of it.
  private func range(_ score: CompiledScore, _ rules: [Int]) -> Reached? {
    if let formula = score.formula { return range(of: formula, where: tried(rules)) }
    let reached = rules.compactMap { range(of: score, where: $0) }
    guard var all = reached.first, reached.count == rules.count else { return nil }
    for next in reached.dropFirst() { all.formUnion(next) }
    return all
  }
}
