import ArgumentParser
import Ergonomics
import Files
import Register
import Reports

extension RegisterCommand {
  struct Worklist: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "worklist",
      abstract: "Write the assessor's page: whom to see first and why, what is open, what is to be looked at again.",
      usage: """
        sitwell register worklist -o worklist.html
        sitwell register worklist --team Sales -o sales.html
        """,
      discussion: "It is exact, and names people: for whoever assesses the workstations, not for an employer.")

    @Option(
      name: .shortAndLong, help: ArgumentHelp("HTML file to write; - writes standard output.", valueName: "file"),
      completion: .file())
    var output: String
    @Option(help: ArgumentHelp("Only of a team.", valueName: "team")) var team: String?
    @Flag(help: "Overwrite a file that exists.") var force = false
    @OptionGroup var file: RegisterFile
    @OptionGroup var packs: PackOptions
    @OptionGroup var date: DateOption

    func run() throws {
      let day = try date.value()
      var check = OutputCheck(inputs: [file.path], replacing: force)
      try check.add(output)
      let (register, known) = (try file.open(), try packs.load())
      var filter = ActionFilter()
      filter.team = team
      let worklist = Reports.Worklist(
        date: day, language: known[0].language, programVersion: Sitwell.version, team: team,
        workstations: try register.standings(on: day, team: team).map { $0.listed(by: known.flatMap(\.scores)) },
        actions: try register.actions(filter).map { $0.listed(on: day) })
      let templates = try InstalledFolders.find(rules: packs.rules.rules).templates()
      let page = try WorklistReport(templates: templates).html(of: worklist)
      try OutputFile.write(page, to: output, replacing: force, isPrivate: true)
    }
  }
}

extension WorkstationStanding {
  /// - Parameter known: Scores of packs; one of a pack that is not there stands by its id and bands.
  fileprivate func listed(by known: [Ergonomics.Score]) -> Worklist.Workstation {
    let scores = scores.map { score in
      let pack = known.first { $0.id == score.id }
      let interval = ScoreInterval(low: score.low, high: score.high, level: score.level, levelHigh: score.levelHigh)
      return Worklist.Score(title: pack?.title ?? score.id, interval: interval, bands: pack?.bands ?? [])
    }
    return Worklist.Workstation(
      person: person, team: team, name: workstation, assessed: assessed, scores: scores, openRules: openRules,
      reviewDue: reviewDue, openActions: openActions, overdueActions: overdueActions,
      unconfirmedActions: unconfirmedActions)
  }
}

extension RegisteredAction {
  fileprivate func listed(on day: String) -> Worklist.Action {
    Worklist.Action(
      number: number, person: person, team: team, workstation: workstation, title: title, item: item,
      findings: findingTitles, state: state.rawValue, owner: owner, due: due, isOverdue: isOverdue(on: day))
  }
}
