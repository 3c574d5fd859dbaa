import ArgumentParser
import Ergonomics
import Register
import Surveys

extension RegisterCommand {
  struct Invite: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "invite",
      abstract: "Write down who is asked to answer.",
      usage: "sitwell register invite people.csv --round 2026",
      discussion: """
        The table has the headings id, team and contact; the last two can be missing. Who was invited to the round already \
        is not invited again; a team or contact that differs takes the place of the one there is.
        """)

    @Argument(help: "Table of people, CSV or a workbook; - reads standard input.", completion: .file()) var people:
      String
    @Option(help: ArgumentHelp("Round they are asked for (default: the year).", valueName: "name")) var round: String?
    @OptionGroup var file: RegisterFile
    @OptionGroup var actor: ActorOption
    @OptionGroup var date: DateOption

    func run() throws {
      let table = try InputFile(path: people).table(headings: ["id", "team", "contact"])
      var (invited, problems, seen) = ([Invited](), [Problem](), Set<String>())
      for row in table.rows {
        let id = row["id"] ?? ""
        let place = Problem.Place(file: InputFile(path: people).name, line: row.line)
        if id.isEmpty {
          problems.append(
            Problem(code: .wrongRow, place: place, summary: "the row has no id", help: "give each person an id"))
        } else if !seen.insert(id).inserted {
          problems.append(
            Problem(
              code: .doubleID, place: place, summary: "the id '\(id)' stands in an earlier row too",
              help: "keep one of the two rows"))
        }
        invited.append(Invited(id: id, team: row["team"] ?? "", contact: row["contact"] ?? ""))
      }
      if !problems.isEmpty { throw SurveyError.refused(problems) }
      let day = try date.value()
      let round = round ?? String(day.prefix(4))
      let new = try file.open(creating: true).invite(invited, to: round, on: day, who: actor.value)
      Console.err("rows \(invited.count) = invited \(new) + invited before \(invited.count - new); round \(round)\n")
    }
  }
}

extension InputFile {
  /// A small table, which is no survey.
  func table(headings: [String]) throws -> HeadedTable {
    let handle = try open()
    defer { withExtendedLifetime(handle) {} }
    return try HeadedTable(handle.fileDescriptor, file: name, headings: headings)
  }
}
