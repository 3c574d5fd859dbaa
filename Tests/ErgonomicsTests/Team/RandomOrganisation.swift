import TestSupport

@testable import Ergonomics

/// Teams of `Pack.team` with answers at random, findings that nobody or everybody has among them.
struct RandomOrganisation {
  let sizes: [Int]
  let round: TeamRound
  private let names: [String]

  init(using random: inout SeededGenerator) {
    let count = Int.random(in: 1...8, using: &random)
    sizes = (0..<count).map { _ in Int.random(in: 2...45, using: &random) }
    names = (0..<count).map { "team \($0)" }
    var round = TeamRound(Program(.team))
    let facts = ["chair", "screen", "footrest", "load", "hours"]
    for team in 0..<count {
      let shares = facts.map { _ in [0, 100, Int.random(in: 0...100, using: &random)].randomElement(using: &random)! }
      for person in 0..<sizes[team] {
        var answers = Answers(id: "\(team)-\(person)")
        for (fact, share) in zip(facts, shares) {
          let isYes = Int.random(in: 0..<100, using: &random) < share
          answers[fact] = .option(isYes ? "yes" : "no")
          let inner = fact == "footrest" ? "footrest_far" : fact == "load" ? "heavy_load" : nil
          if let inner { answers[inner] = .option(isYes && Int.random(in: 0...5, using: &random) > 0 ? "yes" : "no") }
        }
        round.add(answers, team: names[team])
      }
    }
    self.round = round
  }

  /// The figures that are released, of rows that are linked together.
  func tables() -> AttackTables {
    let (summary, counts) = (round.summary(.sample), round.counts())
    var tables = AttackTables(width: 5)
    guard let facts = summary.facts else { return tables }
    let groups = facts.columns.map { $0.teams.compactMap(names.firstIndex(of:)) }
    let told = (0..<round.layout.count).filter { row(summary, $0) != nil }
    let links = Told(told, round.program, round.links).links
    for group in links.groups {
      let rows = group.map { told[$0] }
      var shape = RowShape(rows.map(String.init).joined(separator: "+"), rows.count)
      for (place, row) in rows.enumerated() {
        shape.containers[place] = Set(rows.indices.filter { round.links.containers[row].contains(rows[$0]) })
        shape.exclusives[place] = Set(rows.indices.filter { round.links.exclusives[row].contains(rows[$0]) })
      }
      let codes = rows.map { ($0, row(summary, $0)!) }.map { ($1.cells + [$1.everyone]).map(\.code) }
      tables.add(shape.name, codes, shape, groups: groups, sizes: sizes, truth: rows.map { counts.rows[$0] })
    }
    return tables
  }

  private func row(_ summary: TeamSummary, _ row: Int) -> TeamSummary.Row? {
    let pack = round.program.pack
    if row < pack.rules.count { return summary.facts?.findings.first { $0.id == pack.rules[row].id }?.people }
    let rank = row - round.layout.cuts[0].lowerBound
    guard let score = summary.scores.first else { return nil }
    return rank == 0 ? score.scored : score.cuts.first { $0.band.id == pack.scores[0].bands[rank].id }?.people
  }
}
