@testable import Ergonomics

/// An organisation so small that all that could be true of it can be tried, whose people have a score that adds up what is
/// found of them.
struct BandWorld: Sendable, CustomStringConvertible {
  let width: Int
  let teams: [Int]
  /// By finding.
  let points: [Int]
  /// Where bands begin, the highest first.
  let bands: [Int]

  var description: String { "width \(width), teams \(teams), points \(points), bands \(bands)" }

  /// By finding, then by band, the people it is true of: of one team.
  private typealias Counts = [Int]

  private func counts(of person: Int) -> Counts {
    let value = points.indices.reduce(0) { $0 + (person >> $1 & 1) * points[$1] }
    return points.indices.map { person >> $0 & 1 } + bands.map { value >= $0 ? 1 : 0 }
  }

  private func possible(ofPeople count: Int) -> [Counts] {
    let people = (0..<1 << points.count).map(counts)
    var reached: Set<Counts> = [people[0].map { _ in 0 }]
    for _ in 0..<count {
      reached = Set(reached.flatMap { counts in people.map { person in zip(counts, person).map(+) } })
    }
    return reached.sorted { $0.lexicographicallyPrecedes($1) }
  }

  var kinds: StepMethod.PersonKinds {
    let count = points.count
    func person(_ rows: [Int]) -> StepMethod.Person { StepMethod.Person(rows: RowSet(rows, of: count)) }
    return StepMethod.PersonKinds(
      idle: person([]), least: (0..<count).map { person([$0]) },
      taking: { row, one in
        var less = one
        less.rows.remove(row)
        return less
      },
      values: { [points] one in [points.indices.reduce(0) { $0 + (one.rows.contains($1) ? points[$1] : 0) }] },
      giving: { row, one in
        var more = one
        more.rows.insert(row)
        return more
      })
  }

  private func published(
    _ table: [Counts], _ kinds: StepMethod.PersonKinds, showsBands: Bool
  ) -> [StepMethod.PublishedRow] {
    let method = StepMethod(width: width)
    let columns = method.columns(ofTeams: teams)
    let groups = columns.shown.map { [$0] } + (columns.pooled.isEmpty ? [] : [columns.pooled])
    let rows = table[0].indices.map { row in
      StepMethod.Table.Row(
        cells: groups.map { $0.reduce(0) { $0 + table[$1][row] } }, everyone: table.reduce(0) { $0 + $1[row] })
    }
    let (findings, cuts) = (points.count, bands.indices.map { StepMethod.Cut(row: $0, score: 0, from: bands[$0]) })
    func steps(_ rows: [StepMethod.Table.Row], cuts: [StepMethod.Cut]) -> [StepMethod.PublishedRow] {
      method.publish(
        StepMethod.Table(
          sizes: groups.map { $0.reduce(0) { $0 + teams[$1] } }, people: teams.reduce(0, +),
          rows: Array(rows.prefix(findings + (showsBands ? 0 : bands.count))),
          links: .none(among: showsBands ? findings : rows.count),
          kinds: showsBands ? kinds : nil, cuts: zip(cuts, rows.dropFirst(findings)).map { ($0, $1) })) ?? []
    }
    return steps(rows, cuts: showsBands ? cuts : [])
  }

  /// Quantities that fewer values are left for than there must be, over all outputs: of the real method, or of one that
  /// takes bands for findings like others.
  func exposed(showsBands: Bool = true) -> Int {
    let (choices, kinds) = (teams.map(possible), kinds)
    var seen: [[StepMethod.PublishedRow]: [UInt64]] = [:]
    var table = choices.map { $0[0] }
    func choose(_ team: Int) {
      if team < teams.count {
        for counts in choices[team] {
          table[team] = counts
          choose(team + 1)
        }
        return
      }
      let all = table[0].indices.map { row in table.reduce(0) { $0 + $1[row] } }
      let values = table.joined() + all
      let output = published(table, kinds, showsBands: showsBands)
      var bits = seen[output] ?? Array(repeating: 0, count: values.count)
      for (place, value) in values.enumerated() { bits[place] |= 1 << UInt64(value) }
      seen[output] = bits
    }
    choose(0)
    let needed = (teams + [teams.reduce(0, +)]).flatMap { size in table[0].map { _ in min(width, size + 1) } }
    return seen.values.reduce(0) { $0 + zip($1, needed).count { $0.nonzeroBitCount < $1 } }
  }

  /// Whether some output tells anything of a band.
  func tellsBands() -> Bool {
    let (choices, kinds) = (teams.map(possible), kinds)
    return [choices.map { $0[0] }, choices.map { $0[$0.count - 1] }].contains { table in
      published(table, kinds, showsBands: true).dropFirst(points.count).contains { row in
        !(row.cells + [row.everyone]).allSatisfy(\.saysNothing)
      }
    }
  }
}
