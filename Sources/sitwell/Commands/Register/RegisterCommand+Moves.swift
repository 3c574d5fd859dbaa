import ArgumentParser
import Ergonomics
import Register

/// Which actions, by whom and when: the same for whatever is done with them.
struct ActionOptions: ParsableArguments {
  @Argument(help: "Numbers of actions, as 'register list' shows them.") var actions: [Int]
  @Option(help: ArgumentHelp("A remark, which stands with the action.", valueName: "text")) var note: String?
  @OptionGroup var file: RegisterFile
  @OptionGroup var actor: ActorOption
  @OptionGroup var date: DateOption

  func validate() throws {
    if actions.isEmpty { throw ValidationError("name an action by its number") }
  }

  /// Changes all of them, and shows them; or none.
  func apply(_ change: ActionChange) throws {
    let register = try file.open()
    try Console.out(TextTable(register.change(actions, change, on: date.value(), who: actor.value)).text)
  }
}

/// Who is to do it, and until when.
struct AssignmentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who is to see to it.", valueName: "name")) var owner: String?
  @Option(help: ArgumentHelp("Until when, YYYY-MM-DD.", valueName: "date")) var due: String?
  @Option(help: ArgumentHelp("What it costs, as you write it.", valueName: "text")) var cost: String?

  func change(_ move: ActionMove?, note: String?) throws -> ActionChange {
    ActionChange(move, owner: owner, due: try due?.day(of: "--due"), note: note, cost: cost)
  }
}

extension RegisterCommand {
  struct Agree: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "agree",
      abstract: "Write down that actions are to be done.",
      usage: "sitwell register agree 17 18 --owner Facilities --due 2026-03-01")
    @OptionGroup var options: ActionOptions
    @OptionGroup var assignment: AssignmentOptions
    func run() throws { try options.apply(assignment.change(.agree, note: options.note)) }
  }

  struct Done: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "done",
      abstract: "Write down that actions are done, as whoever was to do them says.", usage: "sitwell register done 17")
    @OptionGroup var options: ActionOptions
    func run() throws { try options.apply(ActionChange(.done, note: options.note)) }
  }

  struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "Write down that the assessor saw that actions are done.", usage: "sitwell register confirm 17")
    @OptionGroup var options: ActionOptions
    func run() throws { try options.apply(ActionChange(.confirm, note: options.note)) }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Write down that actions will not be done, and why.",
      usage: "sitwell register reject 17 --note 'the desk goes in spring'")
    @OptionGroup var options: ActionOptions

    func run() throws {
      guard let note = options.note, !note.isEmpty else {
        throw Failure.usage("to reject an action takes a reason\n  help: give it with --note")
      }
      try options.apply(ActionChange(.reject, note: note))
    }
  }

  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "Take up actions again that were done, closed or rejected.", usage: "sitwell register reopen 17")
    @OptionGroup var options: ActionOptions
    func run() throws { try options.apply(ActionChange(.reopen, note: options.note)) }
  }

  struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assign",
      abstract: "Say who sees to actions, until when, and what they cost.",
      usage: "sitwell register assign 17 --owner Facilities --due 2026-03-01")
    @OptionGroup var options: ActionOptions
    @OptionGroup var assignment: AssignmentOptions

    func run() throws {
      let change = try assignment.change(nil, note: options.note)
      if change.isEmpty {
        throw Failure.usage("nothing is to be changed\n  help: give --owner, --due, --cost or --note")
      }
      try options.apply(change)
    }
  }
}
