import ArgumentParser
import Ergonomics
import Interview

struct Assess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer the questions and get your own report.",
    usage: """
      sitwell assess                              answer in the terminal
      sitwell assess -o my-report                 choose the folder of the report
      sitwell assess --answers answers.json       no questions: take the answers from a file
      """,
    discussion: """
      Writes report.html, report.xml and answers.json into a new folder. Only you can read them. Absent answers leave \
      what depends on them open: a score then is a range.
      """)

  @Option(help: ArgumentHelp("Take the answers from a JSON or XML file; - reads standard input.", valueName: "file"))
  var answers: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the report (default: sitwell-DATE).", valueName: "dir"))
  var output: String?

  @Flag(help: "Write into a folder that holds a report already.")
  var force = false

  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func run() async throws {
    let day = try date.value()
    let assessor = try packs.assessor()
    let folder = try ReportFolder(output, day: day, force: force)
    let person: Answers
    if let answers {
      person = try AnswersInput(path: answers).person(for: assessor.pack)
    } else {
      person = try ask(assessor, folder)
    }
    let assessment = assessor.assess(person, date: day)
    try folder.write(assessment, person, assessor.pack, home: Home.find(rules: packs.rules.rules))
    Console.err("\n" + ResultScreen(assessment, width: Console.width).text + "\nYour report: \(folder.page)\n")
  }

  private func ask(_ assessor: Assessor, _ folder: ReportFolder) throws -> Answers {
    guard Console.canAsk else {
      let questions = assessor.pack.questions.filter { $0.askWhen == nil }.map { "  \($0.id)  \($0.label)" }
      throw Failure.usage(
        "nobody can be asked: standard input is no terminal. Missing are\n" + questions.joined(separator: "\n")
          + "\n  and what follows from them\n  help: give the answers with --answers FILE")
    }
    var dialogue = Dialogue(
      InterviewFlow(assessor), width: Console.width, readLine: { readLine() }, write: { Console.err($0) })
    switch dialogue.run() {
    case .finished(let answers), .stoppedForCare(let answers): return answers
    case .stopped(let answers):
      try folder.write(answers, assessor.pack)
      Console.err("\nStopped. Your answers so far are in \(folder.answersFile); only you can read them.\n")
      throw ExitCode.success
    }
  }
}
