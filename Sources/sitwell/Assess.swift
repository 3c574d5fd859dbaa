import ArgumentParser
import Ergonomics
import Foundation
import Interview

struct Assess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer the questions and get your own report.",
    usage: """
      sitwell assess                              answer in the terminal
      sitwell assess --resume                     go on where you stopped
      sitwell assess --accessible                 plain lines, for screen readers
      sitwell assess -o my-report                 choose the folder of the report
      sitwell assess --answers answers.json       no questions: take the answers from a file
      sitwell assess --list                       interviews that are not finished
      """,
    discussion: """
      Writes report.html, report.xml and answers.json into a new folder. Only you can read them. Absent answers leave \
      what depends on them open: a score then is a range.

      Every answer is saved at once, in $XDG_STATE_HOME/sitwell or ~/.local/state/sitwell, until the report is written. \
      Plain lines are used too where ACCESSIBLE is set or TERM is dumb; NO_COLOR and CLICOLOR_FORCE are heeded.
      """)

  @Option(help: ArgumentHelp("Take the answers from a JSON or XML file; - reads standard input.", valueName: "file"))
  var answers: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the report (default: sitwell-DATE).", valueName: "dir"))
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
  }

  func run() async throws {
    if try interview.lookAfterSessions() { return }
    let day = try date.value()
    let assessor = try packs.assessor()
    let folder = try ReportFolder(output, day: day, force: force)
    let home = try Home.find(rules: packs.rules.rules)
    if let answers {
      let person = try AnswersInput(path: answers).person(for: assessor.pack)
      try finish(assessor.assess(person, date: day), person, assessor.pack, folder, home)
      return
    }
    let run = try InterviewRun(assessor, interview, packs, home)
    let outcome = try run.answers()
    try finish(assessor.assess(outcome.answers, date: day), outcome.answers, assessor.pack, folder, home)
    if outcome.isWhole {
      try run.session.end()
    } else {
      Console.err(run.session.farewell)
    }
  }

  private func finish(
    _ assessment: Assessment, _ person: Answers, _ pack: Pack, _ folder: ReportFolder, _ home: Home
  ) throws {
    try folder.write(assessment, person, pack, home: home)
    Console.err(
      "\n" + ResultScreen(assessment, width: Console.width).text + "\nYour report: \(folder.page.printable)\n")
    if open { Console.err(DesktopOpener.open(folder.page)) }
  }
}
