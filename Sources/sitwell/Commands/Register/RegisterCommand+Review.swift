import ArgumentParser
import Ergonomics
import Register

extension RegisterCommand {
  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "review",
      abstract: "Write down that an assessor looked at a workstation: what was confirmed there is closed.",
      usage: """
        sitwell register review p-07 --next 12m
        sitwell register review p-07 --because moved
        """,
      discussion: """
        --because asks for another look instead, by the occasions that the pack names, such as moved or new-equipment. The \
        register keeps the day alone, and never what the occasion was.
        """)

    @Argument(help: "Id of the person.") var person: String
    @Option(help: ArgumentHelp("Which workstation, where there are several.", valueName: "name")) var workstation:
      String?
    @Option(help: ArgumentHelp("When to look again, such as 6m (default: by the next assessment).", valueName: "time"))
    var next: CalendarSpan?
    @Option(help: ArgumentHelp("An occasion to look again, of those that the pack names.", valueName: "event"))
    var because: String?
    @Option(help: ArgumentHelp("A remark for the log.", valueName: "text")) var note = ""
    @OptionGroup var file: RegisterFile
    @OptionGroup var actor: ActorOption
    @OptionGroup var packs: PackOptions
    @OptionGroup var date: DateOption

    func validate() throws {
      if because != nil, next != nil { throw ValidationError("choose --because or --next") }
    }

    func run() throws {
      let day = try date.value()
      if let because { return try ask(because, on: day) }
      let closed = try file.open().review(
        person, at: workstation, on: day, who: actor.value, note: note, next: next?.after(day))
      Console.err("signed off by \(actor.value); \(closed) confirmed actions closed\n")
    }

    private func ask(_ occasion: String, on day: String) throws {
      let events = try packs.load()[0].reviews?.events ?? []
      guard let event = events.first(where: { $0.id == occasion }) else {
        let near = events.map(\.id).nearest(to: occasion).map { "did you mean '\($0)'?" as TerminalText }
        throw Failure.usage(
          "the pack knows no occasion '\(occasion)'\n  help: \(near ?? "it knows \(list: events.map(\.id))")")
      }
      let due = event.within.after(day)
      try file.open().ask(forReviewOf: person, at: workstation, by: due)
      Console.err("to be looked at again by \(due), or before\n")
    }
  }
}
