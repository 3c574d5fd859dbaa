import ArgumentParser
import Ergonomics
import Foundation
import Surveys

struct Score: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score a survey: a row of results for each person.",
    usage: """
      sitwell score team.csv -o results.csv
      sitwell score team.csv --keep team -o results.csv --rejects rejects.csv
      sitwell score team.csv --pack lower-back-hips --pack ./my-rules -o results.csv
      cat team.csv | sitwell score - -o - > results.csv
      """,
    discussion: """
      Reads CSV with the header id, any other columns, then question ids. Health answers, names, e-mails and free text \
      stay out of the results. The last line on standard error counts the rows: rows = scored + rejected + set aside.
      """)

  @Argument(help: "Survey file; - reads standard input.")
  var survey: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Results file; - writes standard output.", valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("File for what cannot be read, with line, column, reason and help.", valueName: "file"))
  var rejects: String?

  @Option(help: ArgumentHelp("Column that tells people apart (default: id).", valueName: "column"))
  var id: String?

  @Option(help: ArgumentHelp("Column to keep in the results, such as team; can be repeated.", valueName: "column"))
  var keep: [String] = []

  @Flag(help: "Also say what rules find that read health answers. Keep such a file as you keep health records.")
  var includeHealth = false

  @Flag(help: "Reject a row for a single cell that cannot be understood.")
  var strict = false

  @Option(help: ArgumentHelp("Cores to use (default: all).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @Flag(help: "Say nothing but errors and the last line.")
  var quiet = false

  @OptionGroup var packs: PacksOptions

  func run() async throws {
    let scorer = SurveyScorer(try packs.load(), try options())
    let input = survey == "-" ? STDIN_FILENO : open(survey, O_RDONLY)
    guard input >= 0 else {
      throw Failure.input("cannot read '\(survey.printable)': \(String(cString: strerror(errno)))")
    }
    let results = try OutputFile(output, force: force)
    let rejected = try rejects.map { try OutputFile($0, force: force) }
    let summary = try await scorer.run(
      input: input, output: results.descriptor, rejects: rejected?.descriptor)
    try results.commit()
    try rejected?.commit()
    if !quiet { Console.err(notes(summary)) }
    Console.err("\(summary)\n")
    if summary.hasRejects { throw ExitCode.problemsInData }
  }

  private func options() throws -> SurveyScorer.Options {
    if let jobs, jobs < 1 { throw Failure.usage("--jobs \(jobs)\n  help: give a number from 1 up") }
    var options = SurveyScorer.Options(file: InputFile(path: survey).name)
    options.idColumn = id
    options.keptColumns = keep
    options.includesHealth = includeHealth
    options.isStrict = strict
    options.cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return options
  }

  private func notes(_ summary: SurveySummary) -> String {
    var notes = summary.problems.map { "warning: \($0)\n" }
    if !summary.unusedColumns.isEmpty {
      notes.append("not read, and in no output: " + summary.unusedColumns.joined(separator: ", ").printable + "\n")
    }
    if !summary.missingQuestions.isEmpty {
      notes.append("questions without a column stay open: \(summary.missingQuestions.joined(separator: ", "))\n")
    }
    if summary.idsNotRemembered > 0 {
      notes.append("the ids of \(summary.idsNotRemembered) rows were too many to compare: a double among them counts\n")
    }
    if summary.hasRejects, rejects == nil { notes.append("--rejects FILE lists what could not be read\n") }
    return notes.joined()
  }
}
