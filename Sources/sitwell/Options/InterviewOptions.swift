import ArgumentParser
import Ergonomics
import Interview

/// How questions are asked, and which interview it is.
struct InterviewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Name of this interview, to keep several apart (default: the pack's id).", valueName: "name"),
    completion: .session)
  var session: String?

  @Option(
    help: ArgumentHelp(
      "Take up the answers of an earlier report again: change some, or go through all; the results are compared.",
      valueName: "file"), completion: .file())
  var from: String?

  @Flag(help: "Go on with the answers saved before.")
  var resume = false

  @Flag(help: "Delete the answers saved before and begin anew.")
  var startOver = false

  @Flag(help: "List interviews that are not finished.")
  var list = false

  @Option(help: ArgumentHelp("Delete the saved answers of an interview.", valueName: "name"), completion: .session)
  var forget: String?

  @Flag(help: "Ask only what can still change a level, warning signs first, and stop when every level is decided.")
  var brief = false

  @Flag(help: "Ask in plain lines: no cursor movement, no colours.")
  var accessible = false

  @Flag(help: "After each section, say in a line what stands out so far.")
  var live = false

  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  var color = TerminalStyle.Choice.auto

  func validate() throws {
    if resume, startOver { throw ValidationError("--resume and --start-over exclude each other") }
    if list, forget != nil { throw ValidationError("--list and --forget exclude each other") }
  }

  /// Something was asked for that only an interview has.
  var isGiven: Bool { session != nil || resume || startOver || live }

  /// Does what `--list` and `--forget` ask for; `false` if that is nothing.
  func lookAfterSessions() throws -> Bool {
    let store = SessionStore()
    if list {
      try listSessions(store)
      return true
    }
    guard let forget else { return false }
    let path = try store.path(of: forget)
    guard store.names.contains(forget) else { throw noSession(forget, store) }
    let lock = try store.lock(forget)
    defer { withExtendedLifetime(lock) {} }
    let count = try? store.load(forget)?.count
    try store.remove(forget)
    let what = count.map { "\($0) answer\($0 == 1 ? "" : "s")" } ?? "what could not be read"
    Console.err("Deleted \(what) of the interview '\(forget)': \(path)\n")
    return true
  }

  func noSession(_ name: String, _ store: SessionStore) -> Failure {
    let near = store.names.nearest(to: name).map { "did you mean '\($0.printable)'?" }
    let help = near ?? (store.names.isEmpty ? "sitwell assess begins an interview" : "sitwell assess --list shows them")
    return .usage("there are no saved answers of an interview '\(name)'\n  help: \(help)")
  }

  private func listSessions(_ store: SessionStore) throws {
    for name in store.names {
      guard let saved = try? store.load(name) else {
        try Console.out("\(name)\tcannot be read\n")
        continue
      }
      let answers = "\(saved.count) answer\(saved.count == 1 ? "" : "s")"
      try Console.out("\(name)\t\(answers)\t\(saved.packs.description) \(saved.packVersion)\n")
    }
    if store.names.isEmpty { Console.err("No interview is waiting to be finished.\n") }
  }
}

extension TerminalStyle.Choice: ExpressibleByArgument {}
