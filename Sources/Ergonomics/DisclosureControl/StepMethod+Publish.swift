/// # Why what is published cannot be solved back
///
/// **Assumptions.** Someone knows all figures of one report, the number of people behind every column, the method and the
/// pack with all points, but no answer of anybody. A person may have answered anything that can be answered.
///
/// **Theorem.** The number of people of a row, in a column and in all teams, and the number of all others there, can each be
/// `width` values at least, or all there are of a team with fewer people, by all figures together.
///
/// **Proof.** For every figure a made-up organisation is shown for each of `width` values that fits everything published.
/// Its people are real in this: for each of them answers are known to which the rules say exactly what is said of the
/// person (`PersonKinds`), found by search before they are used. Findings that read no question in common, or one that decides
/// whether another is asked, are put into crowds of their own: any answers to the ones go with any to the others.
///
/// - *Columns at rest.* Each column has a crowd, as many people as answered there, in which each row holds for exactly as
///   many as its published step begins at, and `width - 1` people are idle: no row holds for them. A row is given no higher
///   step than people are found for who can have it, just as they are otherwise.
/// - *Worlds.* For each column there is a world in which it is at rest, while every other column has `width - 1` people more
///   besides its crowd. Rows hold for as many of these as it takes for their sum to be where the step for everyone begins,
///   which is no higher than they allow. So no column leaves its steps.
/// - *Bands.* A person's score follows from their answers, so all that is found of a person is in one crowd there. In each
///   column at rest findings are passed on until as many people as its step begins at are in a band (`BandSteps`), and whoever
///   is idle is in none. In the same way the people whom the other columns have besides are rearranged, until their sum with the
///   columns at rest is where the step for everyone begins, or where the lowest one is shown to reach.
/// - So in the world of a column, `0...width - 1` idle people can become somebody whom the row holds for (`PersonKinds.least`), or who
///   is in the band.
///   Its count there, that of all others, and the same for everyone, take `width` values. All rows that hold for such a
///   person rise by as many: they were where their steps begin, in the column and in the sum, and stay inside. People of a
///   team that is in a shared column, or in none, may change places with others there, so a team's own count takes as many
///   values as it can.
/// - Every limit is worked out from earlier published steps, numbers of people and the pack. So running the method on
///   another world prints the same figures, and who does so learns nothing.
extension StepMethod {
  /// Rows of counts of the same people.
  struct Table {
    /// People by column, and in all teams together.
    var sizes: [Int]
    var people: Int
    var rows: [Row]
    var links: Links
    /// What people there can be.
    var kinds: PersonKinds
    /// Bands of scores, in the order in which they are to be told.
    var cuts: [(cut: Cut, row: Row)]

    init(
      sizes: [Int], people: Int, rows: [Row], links: Links, kinds: PersonKinds? = nil, cuts: [(cut: Cut, row: Row)] = []
    ) {
      (self.sizes, self.people, self.rows, self.links) = (sizes, people, rows, links)
      (self.kinds, self.cuts) = (kinds ?? PersonKinds(links), cuts)
    }

    /// All teams as one column.
    fileprivate var whole: Table {
      func whole(_ row: Row) -> Row { Row(cells: [row.everyone], everyone: row.everyone) }
      return Table(
        sizes: [people], people: people, rows: rows.map(whole), links: links, kinds: kinds,
        cuts: cuts.map { ($0.cut, whole($0.row)) })
    }

    struct Row {
      var cells: [Int]
      var everyone: Int
    }
  }

  struct PublishedRow: Hashable {
    var cells: [CountStep]
    var everyone: CountStep
  }

  /// By row, then by cut; `nil` if there are too few people to say anything.
  func publish(_ table: Table) -> [PublishedRow]? {
    guard table.people >= 2 * width else { return nil }
    if table.sizes.isEmpty { return publish(table.whole)?.map { PublishedRow(cells: [], everyone: $0.cells[0]) } }
    var published = Array(repeating: PublishedRow?.none, count: table.rows.count)
    var kinds = KindTable(table.kinds)
    if table.cuts.isEmpty {
      for group in table.links.groups { _ = publish(group.sorted(by: table.kinds), of: table, &kinds, &published) }
      return published.compactMap { $0 }
    }
    // Each person of a crowd is to have a score: so all that is found of them is in one crowd.
    let all = Array(table.links.groups.joined()).sorted(by: table.kinds)
    let crowds = publish(all, of: table, &kinds, &published)
    return published.compactMap { $0 } + publish(table.cuts, among: table, crowds, &kinds)
  }

  private func publish(
    _ cuts: [(cut: Cut, row: Table.Row)], among table: Table, _ crowds: Crowds, _ kinds: inout KindTable
  ) -> [PublishedRow] {
    var columns = crowds.resting.map { BandSteps(self, $0) }
    var others = crowds.others.map { BandSteps(self, $0) }
    return cuts.map { cut, row in
      let told = columns.indices.map { columns[$0].tell(cut, row.cells[$0], &kinds) }
      let cells = told.map(\.step)
      if table.sizes == [table.people] { return PublishedRow(cells: cells, everyone: cells[0]) }
      let least = cells.reduce(0) { $0 + $1.low }
      let sum = told.reduce(0) { $0 + $1.shown }
      let everyone = others?.tell(cut, row.everyone, besides: sum, &kinds).step.from(least, width)
      return PublishedRow(cells: cells, everyone: everyone ?? CountStep(low: least, width: width, isOpen: true))
    }
  }

  /// Of rows that may tell something of each other, in an order in which those that need others come later.
  ///
  /// - Returns: People of whom all of them that were told are true.
  private func publish(
    _ group: [Int], of table: Table, _ kinds: inout KindTable, _ published: inout [PublishedRow?]
  ) -> Crowds {
    var resting = table.sizes.map { WitnessPopulation(idle: max(0, $0 - (width - 1))) }
    for row in group {
      let cells = table.sizes.indices.map { column in
        let most = table.kinds.least[row] == nil ? 0 : resting[column].room(for: row, &kinds)
        let around = table.links.certain[row].compactMap { published[$0]?.cells[column] }
        let step = step(of: table.rows[row].cells[column], among: table.sizes[column], most: most, inside: around)
        resting[column].give(row, to: step.low, &kinds)
        return step
      }
      published[row] = PublishedRow(cells: cells, everyone: CountStep(low: 0, width: width, isOpen: true))
    }
    if table.sizes == [table.people] {
      for row in group { published[row]!.everyone = published[row]!.cells[0] }
      return Crowds(resting: resting)
    }
    var others = WitnessPopulation(idle: (width - 1) * (table.sizes.count - 1))
    for row in group {
      let least = published[row]!.cells.reduce(0) { $0 + $1.low }
      let most = least + others.room(for: row, &kinds)
      let around = table.links.certain[row].compactMap { published[$0]?.everyone }
      let everyone = step(of: table.rows[row].everyone, among: table.people, most: most, inside: around)
      others.give(row, to: everyone.low - least, &kinds)
      published[row]!.everyone = everyone
    }
    return Crowds(resting: resting, others: others)
  }

  private struct Crowds {
    /// By column, at rest.
    var resting: [WitnessPopulation]
    /// Those whom all columns but one have besides; `nil` where there is one column only.
    var others: WitnessPopulation?
  }

  /// The highest step begins no higher than `most`, and leaves a whole step of the people above itself. It ends where a
  /// row around it ends in the same step: that follows anyway.
  private func step(of count: Int, among people: Int, most: Int, inside around: [CountStep]) -> CountStep {
    let step = CountStep(of: count, width: width, top: min(people / width - 1, most / width))
    let ends = count < step.low + width && around.contains { !$0.isOpen && $0.low == step.low }
    return ends ? CountStep(low: step.low, width: width, isOpen: false) : step
  }

  /// Numbers of people themselves, in steps of which only that for everyone may be open; `nil` if there are too few.
  func publish(sizes: [Int], people: Int) -> PublishedRow? {
    guard people >= 2 * width else { return nil }
    let cells = sizes.map { CountStep(of: $0, width: width, top: .max) }
    let most = cells.reduce((width - 1) * (cells.count - 1)) { $0 + $1.low }
    return PublishedRow(
      cells: cells, everyone: CountStep(of: people, width: width, top: cells.isEmpty ? .max : most / width))
  }
}

extension CountStep {
  /// The same, but for the lowest step, which begins at a number that is known anyway.
  fileprivate func from(_ least: Int, _ width: Int) -> CountStep {
    if low > 0 { return self }
    return CountStep(low: least, width: isOpen ? width : self.width - least, isOpen: isOpen)
  }
}

extension [Int] {
  /// Rows of a group: first those that the fewest others hold with.
  fileprivate func sorted(by kinds: StepMethod.PersonKinds) -> [Int] {
    let sizes = map { kinds.least[$0]?.rows.count ?? .max }
    return zip(sizes, enumerated()).sorted { ($0.0, $0.1.offset) < ($1.0, $1.1.offset) }.map(\.1.element)
  }
}
