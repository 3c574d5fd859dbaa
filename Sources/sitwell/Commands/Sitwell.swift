import ArgumentParser
import Ergonomics
import Foundation
import Surveys

/// The command line: what is typed, what it means, and the exit code.
@main
struct Sitwell: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sitwell",
    abstract: "Assess desk workstations for the lower back and hips.",
    usage: """
      sitwell assess                                     answer the questions, get your report
      sitwell score team.csv -o results.csv              score a survey, a row for each person
      sitwell report answers.json -o report.html         write a person's report
      sitwell explain answers.json lumbar-support-missing
                                                         why a rule is found, is not, or is open
      sitwell verify my-report/report.html               whether a report is what these answers give
      sitwell form --for xlsform -o form.xlsx            the questionnaire for a survey tool
      sitwell register list --due 14d                    what came of it: actions with owners and dates
      sitwell pack list                                  the rule packs there are
      """,
    discussion: """
      Everything stays on this computer. Reports screen a workstation; they are no diagnosis.

      Exit codes: 0 done, 1 problems found in the data, 2 usage, or a missing answer where nobody can be asked,
      3 cannot read or write, 130 interrupted.
      """,
    // Each has its name written: the parser would make one from the name of the type, which takes longer than all else at start.
    subcommands: [
      Assess.self, Score.self, TallyCommand.self, Report.self, Explain.self, Verify.self, RegisterCommand.self,
      FormCommand.self,
      TeamKeyCommand.self,
      PackCommand.self,
    ])

  @Flag(name: .long, help: "Print the version.")
  var version = false

  @Flag(name: .long, help: "With --version: print it as JSON.")
  var json = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(Self.self) }
    let plain = "sitwell \(Self.version)"
    let fields = ["name": "sitwell", "version": Self.version, "purpose": IntendedPurpose.statement]
      .sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
    try Console.out(TerminalText(lines: json ? "{\(fields.joined(separator: ", "))}\n" : plain + "\n"))
  }

  static func main() async {
    Console.keepStreamsApart()
    signal(SIGPIPE, SIG_IGN)  // whoever writes hears of it, and can leave things in order
    do {
      try SystemLimits.check()
      try checkCommands(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(after: error)
    }
  }

  /// Stops at a word that stands where a command should, and is none: the parser would call it an argument too many, or
  /// show all help as if that had been asked for.
  private static func checkCommands(_ arguments: [String]) throws {
    var words = arguments[...]
    if words.first == "help" { words.removeFirst() }
    var command: any ParsableCommand.Type = Self.self
    while let word = words.popFirst(), !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
      let commands = command.configuration.subcommands.compactMap { type in
        type.configuration.commandName.map { (name: $0, type: type) }
      }
      guard let next = commands.first(where: { $0.name == word }) else {
        let names = commands.map(\.name)
        let help = names.nearest(to: word).map { "did you mean '\($0)'?" }
        throw Failure.usage(
          "there is no command '\(word)'\n  help: \(help ?? "the commands are \(names.joined(separator: ", "))")")
      }
      command = next.type
    }
  }

  /// Says what went wrong and ends the program with its exit code.
  private static func leave(after error: any Error) -> Never {
    if Failure.isClosedPipe(error) {  // nobody reads on, as behind `| head`: no mistake
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    if let failure = Failure(error) {
      Console.err("\(failure.message)\n")
      Foundation.exit(failure.code.rawValue)
    }
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    let isHelp = exitCode(for: error).isSuccess
    let message = fullMessage(for: error)
    let text = message.isEmpty ? TerminalText() : TerminalText(lines: message + "\n")
    guard isHelp else {
      Console.err(text)
      Foundation.exit(ExitCode.usage.rawValue)
    }
    do {
      try Console.out(text)
    } catch {
      leave(after: error)
    }
    Foundation.exit(0)
  }
}

extension ExitCode {
  static let problemsInData = ExitCode(1)
  static let usage = ExitCode(2)
  static let interrupted = ExitCode(130)
  /// Cannot read or write.
  static let input = ExitCode(3)
}
