import ArgumentParser
import Ergonomics
import Register

extension RegisterCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List actions, those due first, first.",
      usage: """
        sitwell register list --due 14d
        sitwell register list --team Sales --state agreed --state reopened
        """)

    @Option(
      help: ArgumentHelp(
        "Only what is due within a time, such as 14d, 2w or 3m; 0d is what is due or overdue.", valueName: "time"))
    var due: CalendarSpan?
    @Option(help: ArgumentHelp("Only of a team.", valueName: "team")) var team: String?
    @Option(help: ArgumentHelp("Only of an owner.", valueName: "name")) var owner: String?
    @Option(help: ArgumentHelp("Only of a person.", valueName: "id")) var person: String?
    @Option(help: "Only in a state; can be repeated (default: all but closed and rejected).")
    var state: [ActionState] = []
    @OptionGroup var file: RegisterFile
    @OptionGroup var date: DateOption

    func run() throws {
      var filter = ActionFilter()
      (filter.team, filter.owner, filter.person) = (team, owner, person)
      filter.states = state.isEmpty ? nil : state
      let day = try date.value()
      filter.dueBy = due?.after(day)
      let actions = try file.open().actions(filter)
      try Console.out(TextTable(actions).text)
      let overdue = actions.count { $0.isOverdue(on: day) }
      Console.err("\(actions.count) actions, \(overdue) of them overdue\n")
    }
  }

  struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "due",
      abstract: "List workstations that are to be looked at again.",
      usage: "sitwell register due --within 30d")

    @Option(help: ArgumentHelp("Within what time, such as 30d, 2w or 3m (default: all).", valueName: "time"))
    var within: CalendarSpan?
    @Option(help: ArgumentHelp("Only of a team.", valueName: "team")) var team: String?
    @OptionGroup var file: RegisterFile
    @OptionGroup var date: DateOption

    func run() throws {
      let day = try date.value()
      let reviews = try file.open().reviews(until: within?.after(day), team: team)
      var table = TextTable(["due", "person", "team", "workstation", "assessed", "open actions"])
      for review in reviews {
        table.add([
          review.due, review.person, review.team, review.workstation, review.lastAssessment ?? "never",
          String(review.openActions),
        ])
      }
      try Console.out(table.text)
      Console.err("\(reviews.count) workstations, \(reviews.count { $0.due < day }) of them overdue\n")
    }
  }
}

extension ActionState: ExpressibleByArgument {}

extension CalendarSpan: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
