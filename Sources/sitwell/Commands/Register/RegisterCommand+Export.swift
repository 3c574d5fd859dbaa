import ArgumentParser
import Ergonomics
import Files
import Register
import Reports
import Surveys

extension RegisterCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the action table, to be filled in or kept.",
      usage: "sitwell register export --team Sales -o actions.xlsx",
      discussion: "It is exact, and names people: for whoever assesses the workstations, not for an employer.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, xlsx, json, xml }

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Output file; - writes standard output.", valueName: "file"),
      completion: .file())
    var output = "-"
    @Option(help: "csv, xlsx, json or xml (default: by the name of the output, else csv).") var format: Format?
    @Option(help: ArgumentHelp("Only of a team.", valueName: "team")) var team: String?
    @Option(help: "Only in a state; can be repeated (default: all).") var state: [ActionState] = []
    @Flag(help: "Overwrite a file that exists.") var force = false
    @OptionGroup var file: RegisterFile
    @OptionGroup var date: DateOption

    func run() throws {
      let (format, day) = (try format ?? .named(by: output, usual: .csv), try date.value())
      var check = OutputCheck(inputs: [file.path], replacing: force)
      try check.add(output)
      var filter = ActionFilter()
      (filter.team, filter.states) = (team, state.isEmpty ? ActionState.allCases : state)
      let table = ActionTable.of(try file.open().actions(filter).sorted { $0.number < $1.number })
      let bytes =
        switch format {
        case .csv: table.csv
        case .xlsx: try table.workbook(sheet: "Actions", date: day)
        case .json: table.json
        case .xml: table.xml("actions", of: "row", namespace: "urn:sitwell:register:1", date: day)
        }
      try OutputFile.write(bytes, to: output, replacing: force, isPrivate: true)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take over an action table that somebody filled in.",
      usage: "sitwell register import actions.xlsx",
      discussion: """
        Actions are matched by their number. State, owner, due, note and cost are taken over where they differ; other \
        columns are left alone. What was changed in the register since the table was exported, and otherwise in the table, \
        is a conflict: it is told, and then nothing is taken over.
        """)

    @Argument(
      help: "Table as 'register export' writes it, CSV or a workbook; - reads standard input.", completion: .file())
    var table: String
    @OptionGroup var file: RegisterFile
    @OptionGroup var actor: ActorOption
    @OptionGroup var date: DateOption

    func run() throws {
      let input = InputFile(path: table)
      let rows = try ActionTable.rows(of: input.table(headings: ActionTable.filledIn), file: input.name)
      let (changed, conflicts) = try file.open().take(rows, on: date.value(), who: actor.value)
      if !conflicts.isEmpty {
        throw SurveyError.refused(conflicts.map { $0.conflict.problem(.init(file: input.name, line: $0.line)) })
      }
      Console.err("rows \(rows.count) = changed \(changed) + as they were \(rows.count - changed)\n")
    }
  }
}

/// The actions of a register as rows.
private enum ActionTable {
  /// What is read of a table again.
  static let filledIn = ["action", "revision", "state", "owner", "due", "note", "cost"]

  static func of(_ actions: [RegisteredAction]) -> ReportTable {
    ReportTable(
      headings: [
        "action", "revision", "person", "team", "workstation", "correction", "action_title", "item", "findings",
        "finding_titles", "state", "owner", "due", "note", "cost", "proposed", "changed",
      ],
      rows: actions.map { action in
        [
          String(action.number), String(action.revision), action.person, action.team, action.workstation,
          action.correction, action.title, action.item, action.findings.joined(separator: ";"),
          action.findingTitles.joined(separator: "; "), action.state.rawValue, action.owner, action.due ?? "",
          action.note, action.cost, action.proposed, action.changed,
        ]
      })
  }

  /// - Throws: `SurveyError.refused` with all that is not understood.
  static func rows(of table: HeadedTable, file: String) throws -> [FilledInAction] {
    var problems: [Problem] = []
    let rows = table.rows.compactMap { row -> FilledInAction? in
      func wrong(_ what: String, _ help: String) {
        problems.append(Problem(code: .wrongRow, place: .init(file: file, line: row.line), summary: what, help: help))
      }
      func number(_ heading: String) -> Int? {
        guard let cell = row[heading], !cell.isEmpty else { return nil }
        if let number = Int(cell) { return number }
        wrong("'\(cell)' is no number, under '\(heading)'", "leave this column as it was exported")
        return nil
      }
      let state = row["state"].flatMap { $0.isEmpty ? nil : $0 }
      if let state, ActionState(rawValue: state) == nil {
        let states = ActionState.allCases.map(\.rawValue)
        wrong(
          "'\(state)' is no state",
          states.nearest(to: state).map { "did you mean '\($0)'?" } ?? "write \(states.joined(separator: ", "))")
      }
      if let due = row["due"], !due.isEmpty, !CalendarDay.isDay(due) {
        wrong("'\(due)' is no date, under 'due'", "write it as YYYY-MM-DD, such as 2026-01-31")
      }
      guard let action = number("action") else {
        if row["action"]?.isEmpty ?? true {
          wrong("the row has no number of an action", "leave this column as it was exported")
        }
        return nil
      }
      return FilledInAction(
        line: row.line, number: action, revision: number("revision"), state: state.flatMap(ActionState.init),
        change: ActionChange(owner: row["owner"], due: row["due"], note: row["note"], cost: row["cost"]))
    }
    if !problems.isEmpty { throw SurveyError.refused(problems) }
    return rows
  }
}

extension ImportConflict {
  fileprivate func problem(_ place: Problem.Place) -> Problem {
    switch self {
    case .unknown(let action):
      Problem(
        code: .conflict, place: place, summary: "the register has no action \(action)",
        help: "leave the column 'action' as it was exported; who was forgotten is gone with all actions")
    case .twice(let action):
      Problem(
        code: .conflict, place: place, summary: "action \(action) stands in an earlier row too",
        help: "keep one of the two rows")
    case .changedMeanwhile(let action, let now):
      Problem(
        code: .conflict, place: place,
        summary: "action \(action) has changed since this table was exported, and is \(now.rawValue) now",
        help: "export it again and fill it in anew, or take this row out")
    case .cannotBecome(let action, let from, let to):
      Problem(
        code: .conflict, place: place,
        summary: "action \(action) is \(from.rawValue), and cannot become \(to.rawValue) at once",
        help: "from there it can become \(Self.next(from))")
    }
  }

  private static func next(_ state: ActionState) -> String {
    ActionState.allCases.filter { state.move(to: $0) != nil }.map(\.rawValue).joined(separator: " or ")
  }
}
