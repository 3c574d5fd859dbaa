import ArgumentParser
import Ergonomics
import Register

extension RegisterCommand {
  struct People: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "people",
      abstract: "List the people, with their workstations and what is open.",
      usage: "sitwell register people --team Sales")

    @Option(help: ArgumentHelp("Only those of a team.", valueName: "team")) var team: String?
    @OptionGroup var file: RegisterFile

    func run() throws {
      let register = try file.open()
      let people = try register.people(team: team)
      var table = TextTable(["person", "team", "workstations", "assessed", "open actions", "look again"])
      for person in people {
        table.add([
          person.id, person.team, person.workstations.joined(separator: ", "), person.lastAssessment ?? "never",
          String(person.openActions), person.reviewDue ?? "",
        ])
      }
      try Console.out(table.text)
      for round in try register.rounds() {
        Console.err("round \(round.round): invited \(round.invited), answered \(round.answered)\n")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one person: assessments, actions, and who did what when.",
      usage: "sitwell register show p-07")

    @Argument(help: "Id of the person.") var person: String
    @OptionGroup var file: RegisterFile

    func run() throws {
      let register = try file.open()
      let person = try register.person(person)
      var text: TerminalText = "\(person.id)"
      if !person.team.isEmpty { text += ", \(person.team)" }
      text += "\n"
      for assessment in try register.assessments(of: person.id) { text += assessment.told }
      var filter = ActionFilter()
      (filter.person, filter.states) = (person.id, ActionState.allCases)
      let actions = try register.actions(filter)
      if !actions.isEmpty { text += "\nActions\n" + TextTable(actions).text }
      let events = try register.events(of: person.id)
      if !events.isEmpty { text += "\nLog\n" + events.map(\.told).joined() }
      try Console.out(text)
    }
  }
}

extension RegisteredAssessment {
  fileprivate var told: TerminalText {
    var text: TerminalText = "\n\(date)  \(workstation), round \(round), by \(pack)\n"
    for score in scores {
      let range = score.low == score.high ? "\(score.low)" : "\(score.low) to \(score.high)"
      let level =
        score.level == score.levelHigh
        ? score.levelHigh : score.level.map { "\($0) to \(score.levelHigh)" } ?? "not known, up to \(score.levelHigh)"
      text += "  \(score.id): \(range) (\(level))\n"
    }
    if !findings.isEmpty { text += "  found: \(list: findings)\n" }
    if !open.isEmpty { text += "  open for want of an answer: \(list: open)\n" }
    return text
  }
}

extension RegisterEvent {
  fileprivate var told: TerminalText {
    var text: TerminalText = "\(date)  \(action ?? 0)  \(what)"
    if let from, let to { text += ": \(from) to \(to)" }
    if !note.isEmpty { text += ": \(note)" }
    return text + (who.isEmpty ? "\n" : ", by \(who)\n")
  }
}
