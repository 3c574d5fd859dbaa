/// # Why what is published cannot be solved back
///
/// Someone knows all that is published, the number of people behind every column, the method, and which rows contain or
/// exclude each other. For every figure that must stay unsure, a made-up organisation can be shown for each of `width`
/// values, that fits everything published:
///
/// - *Columns at rest.* Each column has a crowd, as many people as answered there, in which each row holds for exactly as
///   many as its published step begins at, and no links are broken. A row is given no higher step than leaves every row
///   `width - 1` people to spare: people it may come to hold for, together with the rows that contain it.
/// - *Worlds.* For each column there is a world in which it is at rest, while rows hold for some more people of the other
///   columns, below the next step everywhere, so that their sum is exactly where the step for everyone begins. That step
///   is no higher than the others can be raised in the worlds of all columns.
/// - So in the world of a column, `0...width - 1` of the people to spare can be given the row: its cell, its complement,
///   what it has more than a row inside of it, and the same for everyone, take `width` values. Rows that contain it grow
///   by no more than that, in the cell and in the sum, and stay in their steps too. People of a team that is in a shared
///   column, or in none, may change places with others there, so a team's own count takes as many values as it can.
///
/// All of this is worked out from earlier published steps and numbers of people. Running the method on another world
/// prints the same figures.
extension StepMethod {
  /// Rows of counts of the same people.
  struct Table {
    /// People by column, and in all teams together.
    var sizes: [Int]
    var people: Int
    var rows: [Row]
    var links: Links

    struct Row {
      var cells: [Int]
      var everyone: Int
    }
  }

  struct PublishedRow: Hashable {
    var cells: [CountStep]
    var everyone: CountStep
  }

  /// By row; `nil` if there are too few people to say anything.
  func publish(_ table: Table) -> [PublishedRow]? {
    guard table.people >= 2 * width else { return nil }
    if table.sizes.isEmpty {
      let rows = table.rows.map { Table.Row(cells: [$0.everyone], everyone: $0.everyone) }
      let whole = Table(sizes: [table.people], people: table.people, rows: rows, links: table.links)
      return publish(whole)?.map { PublishedRow(cells: [], everyone: $0.cells[0]) }
    }
    var published = Array(repeating: PublishedRow?.none, count: table.rows.count)
    for group in table.links.groups {
      var crowds = table.sizes.map { Crowd(people: $0, rows: table.rows.count) }
      for row in group {
        let cells = cells(of: row, table, among: group, &crowds, inside: published)
        published[row] = PublishedRow(cells: cells, everyone: CountStep(low: 0, width: width, isOpen: true))
      }
      var worlds = Worlds(crowds)
      for row in group {
        let least = published[row]!.cells.reduce(0) { $0 + $1.low }
        let most = least + worlds.room(for: row, width - 1, table.links)
        let around = table.links.certain[row].map { published[$0]!.everyone }
        if table.sizes == [table.people] {
          published[row]!.everyone = published[row]!.cells[0]
          continue
        }
        let everyone = step(of: table.rows[row].everyone, among: table.people, most: most, inside: around)
        worlds.raise(row, by: everyone.low - least, width - 1, table.links)
        published[row]!.everyone = everyone
      }
    }
    return published.compactMap { $0 }
  }

  /// The steps of a row by column, none higher than the crowds allow.
  private func cells(
    of row: Int, _ table: Table, among group: [Int], _ crowds: inout [Crowd], inside rows: [PublishedRow?]
  ) -> [CountStep] {
    table.sizes.indices.map { column in
      let most = crowds[column].most(row, toSpare: width - 1, table.links, among: group)
      let around = table.links.certain[row].compactMap { rows[$0]?.cells[column] }
      let step = step(of: table.rows[row].cells[column], among: table.sizes[column], most: most, inside: around)
      crowds[column].give(row, to: step.low, table.links)
      return step
    }
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

/// Crowds for all columns, in one world for each column that is at rest; with many columns, for each part of them.
private struct Worlds {
  private static let mostParts = 16

  private var crowds: [[Crowd]]  // by world

  init(_ resting: [Crowd]) {
    crowds = Array(repeating: resting, count: min(resting.count, Self.mostParts))
  }

  /// By column, how many people a row can come to hold for, no more than `limit` each; none where it is at rest.
  private func rooms(_ world: Int, _ row: Int, _ limit: Int, _ links: StepMethod.Links) -> [Int] {
    crowds[world].enumerated().map { column, crowd in
      column % crowds.count == world ? 0 : min(limit, crowd.room(for: row, links))
    }
  }

  /// Over all columns, in every world.
  func room(for row: Int, _ limit: Int, _ links: StepMethod.Links) -> Int {
    crowds.indices.map { rooms($0, row, limit, links).reduce(0, +) }.min() ?? 0
  }

  mutating func raise(_ row: Int, by people: Int, _ limit: Int, _ links: StepMethod.Links) {
    for world in crowds.indices {
      var rest = people
      for (column, room) in rooms(world, row, limit, links).enumerated() {
        crowds[world][column].give(row, to: min(rest, room), links)
        rest -= min(rest, room)
      }
    }
  }
}
