import ArgumentParser
import Ergonomics
import Files
import Register
import Reports

extension RegisterCommand {
  struct Worklist: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the assessor's page: who needs a look first and why, open actions, the next looks.",
      usage: "sitwell register worklist --team Sales -o worklist.html",
      discussion: "It is exact, and names people: for whoever assesses the workstations, not for an employer.")

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Page to write; - writes standard output.", valueName: "file"),
      completion: .file())
    var output: String
    @Option(help: ArgumentHelp("Only of a team.", valueName: "team")) var team: String?
    @Option(
      help: ArgumentHelp("Folder with templates, styles or words of your own.", valueName: "dir"),
      completion: .directory)
    var templates: String?
    @Flag(help: "Overwrite a file that exists.") var force = false
    @OptionGroup var file: RegisterFile
    @OptionGroup var packs: PackOptions
    @OptionGroup var date: DateOption

    func validate() throws {
      if packs.packs.count > 1 { throw ValidationError("the worklist takes one pack: name one --pack") }
    }

    func run() throws {
      var check = OutputCheck(inputs: [file.path], replacing: force)
      try check.add(output)
      let folder = TemplateFolder(
        try InstalledFolders.find(rules: packs.rules.rules).reports.path, overriddenBy: templates)
      let report = try WorklistReport(templates: folder)
      let (pack, register, day) = (try packs.load()[0], try file.open(), try date.value())
      var filter = ActionFilter()
      filter.team = team
      let list = Reports.Worklist(
        date: day, programVersion: Sitwell.version, team: team,
        places: try register.standings(by: pack.id, on: day, team: team).map { $0.place(pack) },
        actions: try register.actions(filter).map(\.listed))
      try OutputFile.write(report.html(of: list), to: output, replacing: force, isPrivate: true)
    }
  }
}

extension WorkstationStanding {
  /// In the words of the pack; a level that it does not have any more is left out.
  fileprivate func place(_ pack: Pack) -> Reports.Worklist.Place {
    let levels = pack.scores.compactMap { score -> Reports.Worklist.Level? in
      guard let id = self.levels[score.id], let rank = score.bands.firstIndex(where: { $0.id == id }), rank > 0 else {
        return nil
      }
      return .init(words: "\(score.title): \(score.bands[rank].word)", rank: rank)
    }
    return .init(
      person: person, team: team, workstation: workstation, assessed: assessed,
      level: levels.max { $0.rank < $1.rank }, undetermined: undetermined, overdue: overdue, toConfirm: toConfirm,
      review: reviewDue)
  }
}

extension RegisteredAction {
  fileprivate var listed: Reports.Worklist.Action {
    .init(
      number: number, person: person, workstation: workstation, title: title, state: state.rawValue, owner: owner,
      due: due)
  }
}
