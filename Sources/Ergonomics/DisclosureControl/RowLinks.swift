/// What a pack implies for the rows of a round (`TeamRows`), whoever answered: someone who knows the pack knows this too.
struct RowLinks: Sendable, Hashable {
  /// By row: the rows that hold for everybody whom it holds for.
  var containers: [Set<Int>]
  /// Those of them of which this is certain, not only likely.
  var certain: [Set<Int>]
  /// Findings that would tell others over again: they hold for the same people as another, or for everybody else.
  var repeated: Set<Int> = []

  init(rows: Int) {
    containers = Array(repeating: [], count: rows)
    certain = containers
  }

  /// `first` stands before `second`.
  mutating func add(_ overlap: Overlap, of first: Int, and second: Int) {
    if overlap.isRepetition { repeated.insert(second) }
    if !overlap.both { return }
    if !overlap.onlySecond {
      contain(second, in: first, isCertain: overlap.isComplete)
    } else if !overlap.onlyFirst {
      contain(first, in: second, isCertain: overlap.isComplete)
    }
  }

  fileprivate mutating func contain(_ row: Int, in container: Int, isCertain: Bool) {
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
      containers: among(containers), certain: among(certain), exclusives: rows.map { _ in [] }, together: together)
  }
}

extension RuleProgram {
  /// The links between findings: between those about the workstation and the day, and between those about health. No link
  /// between the two is looked for, as what is counted of the ones must not hang on the others.
  ///
  /// Of needs only those with their own findings are noted: what else they tell of each other, the search for people sees.
  func rowLinks(includesHealth: Bool, needs: [Need] = [], findings: Range<Int>? = nil) -> RowLinks {
    let layout = TeamRows(pack)
    var links = RowLinks(rows: layout.count)
    for need in needs where need.row != need.finding { links.contain(need.row, in: need.finding, isCertain: true) }
    if let findings {
      links.repeated = Set(findings.upperBound..<layout.rules.upperBound).subtracting(needs.map(\.row))
    }
    let isAboutHealth = isRowAboutHealth
    let found = findingLinks(ofFirst: findings?.count) { first, second in
      isAboutHealth[first] == isAboutHealth[second] && (includesHealth || !isAboutHealth[first])
    }
    for link in found { links.add(link.overlap, of: link.first, and: link.second) }
    return links
  }

  /// By finding: whether anything that its row counts is about health.
  var isRowAboutHealth: [Bool] { findingRows.map { row in row.contains { rules[$0].isAboutHealth } } }

  /// Whether answers about health have a say in a score.
  func isScoreAboutHealth(_ score: Int) -> Bool {
    rules.indices.contains { scores[score].points[$0] > 0 && rules[$0].isAboutHealth }
      || scores[score].formula?.questions.contains { isAboutHealth[$0] } ?? false
  }
}
