import ArgumentParser
import Ergonomics
import Foundation
import Interview

struct Assess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Answer the questions and get your own report.",
    usage: """
      sitwell assess                              answer in the terminal
      sitwell assess --resume                     go on where you stopped
      sitwell assess --from my-report/answers.json   change earlier answers, and compare
      sitwell assess --brief                      only what can still change a level
      sitwell assess --accessible                 plain lines, for screen readers
      sitwell assess -o my-report                 choose the folder of the report
      sitwell assess --answers answers.json       no questions: take the answers from a file
      sitwell assess --list                       interviews that are not finished
      sitwell assess --pack lower-back-hips --pack ./my-rules   each pack beside the other
      """,
    discussion: """
      Writes report.html, report.xml and answers.json into a new folder. Only you can read them. Absent answers leave \
      what depends on them open: a score then is a range.

      With --brief, warning signs are asked first, and then what decides soonest. It stops when whatever the rest, no \
      level can change: the report says so, names what was not needed, and sitwell verify proves it again. The plan knows \
      only what was answered; --from asks the rest.

      Every answer is saved at once, in $XDG_STATE_HOME/sitwell or ~/.local/state/sitwell, until the report is written. \
      Plain lines are used too where ACCESSIBLE is set or TERM is dumb; NO_COLOR and CLICOLOR_FORCE are heeded.
      """)

  @Option(
    help: ArgumentHelp("Take the answers from a JSON or XML file; - reads standard input.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Folder for the report (default: sitwell-DATE).", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Write into a folder that holds a report already.")
  var force = false

  @Flag(help: "Open the report when it is written.")
  var open = false

  @OptionGroup(title: "Interview") var interview: InterviewOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func validate() throws {
    if answers != nil, interview.isGiven {
      throw ValidationError("--answers asks no questions: leave out --session, --resume, --start-over and --live")
    }
    if answers == "-", interview.from == "-" { throw ValidationError("standard input can be read once only") }
  }

  func run() async throws {
    if try interview.lookAfterSessions() { return }
    let day = try date.value()
    let packs = try self.packs.load()
    let questions = Assessor(packs.questionnaire, programVersion: Sitwell.version)
    let folder = try ReportFolder(
      output, day: day, force: force, inputs: [answers, interview.from].compactMap { $0 })
    let home = try InstalledFolders.find(rules: self.packs.rules.rules)
    func read(_ file: String?) async throws -> Answers? {
      guard let file else { return nil }
      return try await AnswersInput(path: file).person(for: [questions.pack])
    }
    let earlier = try await read(interview.from)
    if let person = try await read(answers) {
      try finish(person, earlier, packs, day, folder, home)
      return
    }
    let brief = interview.brief ? BriefQuestions(packs.assessors) : nil
    let run = try InterviewRun(questions, brief, interview, self.packs, home, earlier: earlier)
    let outcome = try run.answers()
    try finish(outcome.answers, earlier, packs, day, folder, home)
    if outcome.isWhole {
      try run.session.end()
    } else {
      Console.err(run.session.farewell)
    }
  }

  private func finish(
    _ person: Answers, _ earlier: Answers?, _ packs: [Pack], _ day: String, _ folder: ReportFolder,
    _ home: InstalledFolders
  ) throws {
    let assessors = packs.assessors
    let assessments = assessors.assess(person, date: day, isBrief: interview.brief)
    try folder.write(assessments, person, packs.questionnaire, home: home)
    Console.err("\n" + TerminalText(lines: ResultScreen.text(of: assessments, width: Console.width)))
    if interview.brief, assessments.contains(where: { $0.decision == nil && !$0.isWithheld }) {
      Console.err("\nWhat is not answered leaves a level open, so the report is the same as without --brief.\n")
    }
    if let earlier {
      let before = assessors.assess(earlier, date: day)
      let compared = ResultComparison.text(of: assessments, with: before, width: Console.width)
      if !compared.isEmpty { Console.err("\n" + TerminalText(lines: compared)) }
    }
    Console.err("\nYour report: \(folder.page)\n")
    if answers == nil {
      Console.err("Change answers later: sitwell assess --from \(folder.answersFile.quotedForShell)\n")
    }
    if open { Console.err(DesktopOpener.open(folder.page)) }
  }
}
