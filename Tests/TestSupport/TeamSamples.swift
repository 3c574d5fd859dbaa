package import Ergonomics

extension Pack {
  /// Yes-no questions with a rule each, called after them. Who says yes to `footrest_far` should to `footrest` too: the
  /// rules are a family. `load` and `hours` together reach half of the way to the highest of four bands; with `heavy_load`
  /// they reach it.
  /// `pain` is about health. Each rule but the last two has a correction.
  package static let team: Pack = {
    let facts = ["chair", "screen", "footrest", "footrest_far", "load", "heavy_load", "hours"]
    let rules = facts.map { id in
      Rule.small(
        ruleID(id), when: .isOneOf(id, ["yes"]), points: ["load": 15, "hours": 15, "heavy_load": 35][id] ?? 0,
        corrections: ["chair", "footrest", "footrest_far"].contains(id)
          ? ["fix-\(ruleID(id).hasPrefix("foot") ? "footrest" : "chair")"]
          : id == "screen" ? ["move-screen", "fix-footrest"] : [], found: [id: .option("yes")])
    }
    let pain = Rule.small("pain", when: .isOneOf("pain", ["yes"]))
    let score = Score(
      id: "load", title: "Lower back", about: "How much is worth changing.", max: 100,
      bands: [("low", 0), ("moderate", 20), ("high", 25), ("very_high", 60)].map {
        Band(id: $0.0, from: $0.1, word: $0.0.replacing("_", with: " "))
      })
    return Pack(
      id: "team", version: "1.0.0", hash: "0123abcd", title: "Team", notSure: "Not sure", scores: [score],
      sections: [Section(id: "all", title: "All")],
      questions: facts.map { .yesNo($0) } + [.yesNo("pain", isSensitive: true)], rules: rules + [pain],
      families: [["footrest", "footrest-far"]],
      corrections: [
        correction("fix-chair", "Lower the chair", .adjust, .free, solves: ["chair"]),
        correction("move-screen", "Move the screen", .adjust, .free, solves: ["screen"]),
        correction(
          "fix-footrest", "Get a footrest", .buy, .low, item: "Footrest",
          solves: ["screen", "footrest", "footrest_far"]),
      ],
      prices: PriceList(
        currency: "EUR", asOf: "2026-01-01", prices: [.init(item: "Footrest", range: 20...60, isRough: true)]))
  }()

  private static func ruleID(_ question: Question.ID) -> Rule.ID { question.replacing("_", with: "-") }

  private static func correction(
    _ id: Correction.ID, _ title: String, _ effort: Correction.Effort, _ cost: Correction.Cost, item: String? = nil,
    solves: [Question.ID]
  ) -> Correction {
    Correction(
      id: id, title: title, effort: effort, who: item == nil ? "you" : "facilities", minutes: 5, cost: cost, item: item,
      steps: ["Do it."], sets: solves.map { .init(question: $0, value: .answer(.option("no"))) })
  }
}

extension TeamRound {
  /// Teams of `Pack.team`: of each its name, its people, and how many of them say yes to a question; the first ones do.
  /// All others say no; who says yes to `load` does to `hours`. Ids are `Sales-0`, `Sales-1`, …
  package static func made(_ teams: [(name: String, people: Int, yes: [Question.ID: Int])]) -> TeamRound {
    var round = TeamRound(RuleProgram(.team))
    for team in teams {
      for person in 0..<team.people {
        let answers = Pack.team.questions.map {
          ($0.id, Answer.option(person < team.yes[$0.id == "hours" ? "load" : $0.id, default: 0] ? "yes" : "no"))
        }
        round.add(
          Answers(id: "\(team.name)-\(person)", Dictionary(uniqueKeysWithValues: answers)), team: team.name)
      }
    }
    return round
  }

  /// The worked example of the step method: 149 people, of whom the last ten are in two small teams.
  package static let workedExample: TeamRound = {
    let names = ["Sales", "IT", "Finance", "Support", "Design", "Board", "Front desk"]
    let people = [38, 27, 19, 41, 14, 6, 4]
    let yes = [
      "chair": [11, 3, 7, 19, 2, 1, 1], "screen": [2, 1, 0, 4, 0, 0, 0], "footrest": [36, 24, 17, 40, 13, 6, 4],
      "load": [9, 6, 4, 11, 2, 1, 1],
    ]
    return made(
      names.indices.map { team in (names[team], people[team], yes.mapValues { $0[team] }) })
  }()
}

extension TeamSettings {
  package static let sample = TeamSettings(date: "2026-01-31", programVersion: "1.0", grouping: "team")
}
