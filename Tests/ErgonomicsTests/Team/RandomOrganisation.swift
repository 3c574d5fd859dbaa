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
    let facts = ["chair", "screen", "footrest", "load"]
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

  /// The figures that are released, or those of a weakened copy of the method.
  func tables(weakenedBy plain: PlainSteps? = nil) -> AttackTables {
    let (summary, counts) = (round.summary(.sample), round.counts())
    var tables = AttackTables(width: 5)
    guard let facts = summary.facts else { return tables }
    let groups = facts.columns.map { $0.teams.compactMap(names.firstIndex(of:)) }
    let rules = round.program.pack.ruleFamilies.filter { !$0.contains(6) }
    for family in rules + round.layout.cuts.map(Array.init) {
      let raw = family.map { counts.rows[$0] }
      var codes = released(family, summary)
      if let plain {
        codes = plain.publish(
          raw.map { row in groups.map { $0.reduce(0) { $0 + row[$1] } } }, everyone: raw.map { $0.reduce(0, +) },
          sizes: groups.map { $0.reduce(0) { $0 + sizes[$1] } }, people: sizes.reduce(0, +))
      }
      tables.add(family: "\(family[0])", codes, groups: groups, sizes: sizes, truth: raw)
    }
    return tables
  }

  private func released(_ family: [Int], _ summary: TeamSummary) -> [[Int]] {
    let pack = round.program.pack
    let rows: [TeamSummary.Row?] =
      family[0] < pack.rules.count
      ? family.map { rule in summary.facts?.findings.first { $0.id == pack.rules[rule].id }?.people }
      : [summary.scores[0].scored] + summary.scores[0].cuts.map(\.people)
    return rows.compactMap { $0 }.map { ($0.cells + [$0.everyone]).map(\.code) }
  }
}
