import Ergonomics
import TestSupport
import Testing

@Suite("A team summary")
struct TeamSummaryTests {
  let worked = TeamRound.workedExample.summary(.sample)

  @Test("tells the worked example, small teams pooled, columns by name")
  func workedExample() throws {
    let facts = try #require(worked.facts)
    #expect(
      facts.columns.map(\.teams) == [["Design"], ["Finance"], ["IT"], ["Sales"], ["Support"], ["Board", "Front desk"]])
    #expect(facts.columns.map(\.isPooled) == [false, false, false, false, false, true] && facts.unshown.isEmpty)
    #expect(told(facts.answered) == ["10-14", "15-19", "25-29", "35-39", "40-44", "10-14", "145-149"])
    let rows = Dictionary(uniqueKeysWithValues: facts.findings.map { ($0.id, told($0.people)) })
    #expect(rows["chair"] == ["0-4", "5-9", "0-4", "10-14", "15-19", "0-4", "40-44"])
    #expect(rows["screen"] == ["0-4", "0-4", "0-4", "0-4", "0-4", "0-4", "5-9"])
    #expect(rows["footrest"] == ["5+", "10+", "20+", "30+", "35+", "5+", "125+"])
    let score = try #require(worked.scores.first)
    #expect(score.cuts.map(\.isHigh) == [false, true, true])
    // As far as findings can be passed from one made-up person to another.
    #expect(told(score.cuts[1].people) == ["0+", "0+", "5+", "5+", "10+", "0+", "30+"])
  }

  @Test("puts findings of most people first, equal ones in pack order")
  func order() {
    #expect(
      worked.facts?.findings.map(\.id) == [
        "footrest", "chair", "load", "hours", "screen", "footrest-far", "heavy-load",
      ])
  }

  @Test(
    "says whom an action reaches from published steps: its one finding's, or between the largest and all of several")
  func actions() {
    #expect(worked.actions.map(\.id) == ["fix-footrest", "fix-chair", "move-screen"])
    #expect(worked.actions.map(\.part) == [.decide, .tell, .tell])
    #expect(worked.actions[0].findings == ["footrest", "footrest-far"])  // a screen is moved first
    #expect(worked.actions[0].reaches == .init(low: 125, high: nil, answered: 149, findings: 125))
    #expect(worked.actions[1].reaches == .init(low: 40, high: 44, answered: 149, findings: 40))
    #expect(worked.equipment.map(\.item) == ["Footrest"] && worked.equipment[0].findings.count == 2)
    #expect(worked.total == .init(least: 125 * 20, sure: 125 * 60, most: 149 * 60))
  }

  @Test("never says that fewer need something than do, nor that more have to")
  func soundReach() {
    var draw = SeededGenerator(7)
    var isBounded = false
    for _ in 0..<60 {
      let teams = (0..<Int.random(in: 2...6, using: &draw)).map { team in
        let people = Int.random(in: 4...40, using: &draw)
        let yes = ["chair", "screen", "footrest", "footrest_far"].map { ($0, Int.random(in: 0...people, using: &draw)) }
        return (name: "T\(team)", people: people, yes: Dictionary(uniqueKeysWithValues: yes))
      }
      let summary = TeamRound.made(teams).summary(.sample)
      let needs = teams.reduce(0) { $0 + max($1.yes["footrest"]!, $1.yes["footrest_far"]!) }
      guard let reaches = summary.equipment.first?.reaches else { continue }
      #expect(reaches.low <= needs && needs <= reaches.most ?? .max)
      isBounded = isBounded || reaches.high ?? .max < reaches.answered ?? 0
    }
    #expect(isBounded)
  }

  @Test("tells of no band that more people are in it than in that band or a higher one")
  func nestedBands() {
    var draw = SeededGenerator(11)
    var raised = 0
    for _ in 0..<60 {
      let teams = (0..<Int.random(in: 1...5, using: &draw)).map { team in
        let people = Int.random(in: 10...60, using: &draw)
        let yes = ["chair", "screen", "load", "hours"].map { ($0, Int.random(in: 0...people, using: &draw)) }
        return (name: "T\(team)", people: people, yes: Dictionary(uniqueKeysWithValues: yes))
      }
      for score in TeamRound.made(teams).summary(.sample).scores {
        let rows = [score.scored] + score.cuts.map(\.people)
        for (lower, higher) in zip(rows, rows.dropFirst()) {
          for (outer, inner) in zip(lower.cells + [lower.everyone], higher.cells + [higher.everyone]) {
            #expect(outer.low >= inner.low, "\(score.id): \(outer) holds \(inner)")
            raised += inner.low > 0 ? 1 : 0
          }
        }
      }
    }
    #expect(raised > 20)
  }

  @Test("tells of health only when asked, in steps twice as wide")
  func health() throws {
    #expect(worked.health == nil)
    var settings = TeamSettings.sample
    settings.includesHealth = true
    let round = TeamRound.made([("A", 40, ["pain": 21]), ("B", 19, ["pain": 3]), ("C", 12, ["pain": 2])])
    let health = try #require(round.summary(settings).health)
    #expect(health.stepWidth == 10 && health.findings.map(\.id) == ["pain"])
    #expect(health.columns.isEmpty && health.unshown.isEmpty)
    #expect(told(health.answered) == ["70+"] && told(health.findings[0].people) == ["20-29"])
    #expect(round.summary(settings).facts?.findings.contains { $0.id == "pain" } == false)
  }

  @Test("never names a group of one, and knows a column that tells people apart")
  func single() throws {
    var round = TeamRound.made([("A", 20, [:]), ("B", 9, [:]), ("C", 1, [:]), ("D", 2, [:])])
    round.add(Answers(id: "nobody"), team: "C")
    let facts = try #require(round.summary(.sample).facts)
    #expect(facts.columns.map(\.teams) == [["A"], ["B", "D"]] && !round.isOfSinglePeople)
    #expect(TeamRound.made([("A", 20, [:]), ("B", 1, [:]), ("C", 1, [:])]).isOfSinglePeople)
    #expect(TeamRound.made([("A", 9, [:]), ("B", 2, [:]), ("C", 1, [:])]).summary(.sample).facts?.unshown == [])
  }

  @Test("tells a column that everybody is in as everyone")
  func oneColumn() throws {
    for teams in [[("A", 30)], [("A", 6), ("B", 7)]] {
      let made = TeamRound.made(teams.map { ($0, $1, ["chair": $1 / 2]) })
      for row in try #require(made.summary(.sample).facts).findings {
        #expect([row.people.everyone] == row.people.cells)
      }
    }
  }

  @Test("is the same whatever the order of the rows")
  func shuffled() {
    var rows = (0..<90).map { (Answers(id: "\($0)", ["chair": .option($0 % 3 == 0 ? "yes" : "no")]), "team \($0 % 4)") }
    func summary() -> TeamSummary {
      var round = TeamRound(RuleProgram(.team))
      for (answers, team) in rows { round.add(answers, team: team) }
      return round.summary(.sample)
    }
    let first = summary()
    var random = SeededGenerator(1)
    rows.shuffle(using: &random)
    #expect(summary() == first)
  }

  @Test("says nothing of fewer than ten people, and counts nobody who answered nothing")
  func tooFew() {
    #expect(TeamRound.made([("A", 9, ["chair": 9])]).summary(.sample).facts == nil)
    var round = TeamRound.made([("A", 9, ["chair": 9])])
    for person in 0..<20 { round.add(Answers(id: "\(person)"), team: "B") }
    #expect(round.summary(.sample).facts == nil)
    round.add(Answers(id: "last", ["chair": .option("yes")]), team: "B")
    #expect(round.summary(.sample).facts?.columns.map(\.teams) == [["A"]])  // B is of one person
  }

  @Test("takes no person twice")
  func doubles() {
    var round = TeamRound(RuleProgram(.team))
    let ids = ["1", "1", nil, nil]
    #expect(ids.map { round.add(Answers(id: $0), team: "A") } == [true, false, true, true])
  }

  @Test(
    "survives organisations of every shape",
    arguments: [[], [1], [9], [10], [3, 3], [3, 3, 4], Array(repeating: 12, count: 60)])
  func shapes(sizes: [Int]) {
    for share in [0, 1] {
      let teams = sizes.enumerated().map { ("\($0)", $1, ["chair": share * $1]) }
      let facts = TeamRound.made(teams).summary(.sample).facts
      #expect((facts == nil) == (sizes.reduce(0, +) < 10))
      for row in facts?.findings ?? [] where row.id == "chair" {
        let everyone = row.people.everyone
        #expect(everyone.low <= share * sizes.reduce(0, +) && (share == 0 || everyone.isOpen))
      }
    }
  }

  @Test("compares the same people: one row a family and score, in teams shown both times")
  func change() throws {
    let before = TeamRound.made([("A", 20, ["chair": 16, "load": 12]), ("B", 12, [:]), ("C", 9, [:])])
    let now = TeamRound.made([("A", 21, ["chair": 3, "load": 12]), ("B", 14, ["chair": 14]), ("C", 12, [:])])
    let change = try #require(now.summary(.sample, since: (before, "2025")).change)
    #expect(change.teams == ["A", "B"] && change.earlier == "2025")
    let rows = Dictionary(uniqueKeysWithValues: change.rows.map { ($0.subject, $0.steps) })
    #expect(rows[.finding("chair")] == [-3, 1])
    // Of the bands no more is told than "or more": they may have changed, or not.
    #expect(rows[.score("load", "high")]?.allSatisfy { $0 ?? 0 == 0 } == true)
    #expect(rows[.finding("footrest")] == [0, 0] && rows[.finding("footrest-far")] == nil)
    let chair = try #require(change.rows.first { $0.subject == .finding("chair") })
    #expect((chair.down, chair.same, chair.up) == (1, 0, 1))
    #expect(chair.before.map { $0?.low } == [15, 0] && chair.now.map { $0?.low } == [0, 5])
    #expect(chair.everyone.map { $0?.low } == [15, 10] && change.answeredBefore.map { $0?.low } == [20, 10])
  }

  @Test("says nothing of teams in which too few answered both times")
  func strangers() throws {
    let before = TeamRound.made([("A", 20, ["chair": 16])])
    var now = TeamRound.made([("A", 9, ["chair": 9])])
    for person in 0..<30 { now.add(Answers(id: "new \(person)", ["chair": .option("no")]), team: "A") }
    let change = try #require(now.summary(.sample, since: (before, "2025")).change)
    #expect(change.teams == ["A"] && change.rows.allSatisfy { $0.steps == [nil] })
  }

  private func told(_ row: TeamSummary.Row) -> [String] {
    (row.cells + [row.everyone]).map { step in step.high.map { "\(step.low)-\($0)" } ?? "\(step.low)+" }
  }
}
