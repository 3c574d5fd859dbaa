import ArgumentParser
import Ergonomics
import Register

extension RegisterCommand {
  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that an assessor looked at a workstation: what was confirmed there is closed.",
      usage: "sitwell register review p-07 --next 12m")

    @Argument(help: "Id of the person.") var person: String
    @Option(help: ArgumentHelp("Which workstation, where there are several.", valueName: "name")) var workstation:
      String?
    @Option(help: ArgumentHelp("When to look again, such as 6m (default: by the next assessment).", valueName: "time"))
    var next: CalendarSpan?
    @Option(help: ArgumentHelp("A remark for the log.", valueName: "text")) var note = ""
    @OptionGroup var file: RegisterFile
    @OptionGroup var actor: ActorOption
    @OptionGroup var date: DateOption

    func run() throws {
      let day = try date.value()
      let closed = try file.open().review(
        person, at: workstation, on: day, who: actor.value, note: note, next: next?.after(day))
      Console.err("signed off by \(actor.value); \(closed) confirmed actions closed\n")
    }
  }
}
