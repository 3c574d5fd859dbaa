import ArgumentParser
import Foundation
import Register

/// What came of assessments: followed through in one file.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Follow things through: people, workstations, assessments and actions in one file.",
    usage: """
      sitwell register invite people.csv --round 2026
      sitwell register add team.csv --by team --round 2026
      sitwell register list --due 14d
      sitwell register agree 17 18 --owner 'Facilities' --due 2026-03-01
      sitwell register done 17
      sitwell register confirm 17
      sitwell register review p-07
      sitwell register export -o actions.xlsx
      sitwell register import actions.xlsx
      sitwell register backup register-2026.sqlite
      """,
    discussion: """
      The file is sitwell-register.sqlite in this folder, or what $SITWELL_REGISTER or --register name; nobody else can read \
      it. It holds names and answers, so keep it, and its backups, as you keep personnel files. Answers about health are \
      in it only where --include-health asked for them, and are never shown again.

      An action goes from proposed to agreed, done, confirmed and closed; it may be rejected, and is reopened where the next \
      assessment finds it again. Who did what when is kept.
      """,
    subcommands: [
      Add.self, People.self, Show.self, List.self, Agree.self, Done.self, Confirm.self, Reject.self, Reopen.self,
      Assign.self, Invite.self, Due.self, Worklist.self, Review.self, Remind.self, Export.self, Import.self,
      Forget.self,
      Retain.self, Backup.self,
      Check.self,
    ])
}

/// Which register.
struct RegisterFile: ParsableArguments {
  static let variable = "SITWELL_REGISTER"
  static let name = "sitwell-register.sqlite"

  @Option(
    help: ArgumentHelp(
      "Register (default: what $SITWELL_REGISTER names, else \(RegisterFile.name) in this folder).", valueName: "file"),
    completion: .file())
  var register: String?

  var path: String {
    if let register { return register }
    let named = ProcessInfo.processInfo.environment[Self.variable] ?? ""
    return named.isEmpty ? Self.name : named
  }

  /// - Parameter isCreating: Makes one where there is none, and says so.
  func open(creating isCreating: Bool = false) throws -> Register {
    let isNew = isCreating && !FileManager.default.fileExists(atPath: path)
    let register = try Register(at: path, creating: isCreating)
    if isNew { Console.err("a new register: '\(path)'\n") }
    if register.wasOpenToOthers { Console.err("warning: others could read '\(path)'; now only you can\n") }
    return register
  }
}

/// Who does something, as the log of the register names them.
struct ActorOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who does it, for the log (default: your login name).", valueName: "name"))
  var name: String?

  var value: String { name ?? NSUserName() }
}

extension String {
  /// A day as `YYYY-MM-DD`, as an option names it.
  ///
  /// - Throws: `Failure` for anything else.
  func day(of option: String) throws -> String {
    guard CalendarDay.isDay(self) else {
      throw Failure.usage("\(option) '\(self)' is no date\n  help: write it as YYYY-MM-DD, such as 2026-01-31")
    }
    return self
  }
}
