import ArgumentParser
import Ergonomics
import Foundation
import Reports

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the report of a person, or of a team for HR.",
    usage: """
      sitwell report answers.json -o report.html
      sitwell report team.csv --for person --id p-07 -o p-07.html
      sitwell report answers.json --format xml -o report.xml
      sitwell report answers.json --pack lower-back-hips --pack ./my-rules -o report.html
      sitwell report team.csv --for hr --by team -o team.html
      sitwell report autumn.csv --for hr --by team --before spring.csv --format csv -o actions.csv
      """,
    discussion: """
      Several packs stand one beside the other in a person's report, each with scores of its own.

      The report for hr tells numbers of people in steps, which cannot be solved back to anyone: as HTML, as XML, or as \
      a CSV action register. Names, ids, free text and single answers are in none of them.
      """)

  /// Whom a report is for.
  enum Audience: String, ExpressibleByArgument, CaseIterable { case person, hr }

  @Argument(help: "Answers file (JSON or XML) or survey (CSV); - reads standard input.")
  var input: String

  @Option(name: .customLong("for"), help: "Whom it is for.")
  var audience = Audience.person

  @Option(help: ArgumentHelp("Which person of a file that holds several.", valueName: "value"))
  var id: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Report file; - writes standard output.", valueName: "path"))
  var output = "-"

  @Option(help: "html, xml or, for hr, csv (default: by the name of the output, else html).")
  var format: ReportFormat?

  @Option(help: ArgumentHelp("Folder with templates, styles or words of your own.", valueName: "dir"))
  var templates: String?

  @Flag(help: "Overwrite a file that exists.")
  var force = false

  @OptionGroup var team: TeamOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func run() async throws {
    let bytes =
      switch audience {
      case .person: try person(packs.load())
      case .hr: try employer()
      }
    let file = try OutputFile(output, force: force)
    try file.write(bytes)
    try file.commit()
  }

  private func person(_ packs: [Pack]) throws -> [UInt8] {
    let person = try AnswersInput(path: input).person(id, for: packs.questionnaire)
    let assessments = packs.assessors.assess(person, date: try date.value())
    switch chosenFormat {
    case .html: return try PersonReport(templates: folder).html(of: assessments)
    case .xml: return AssessmentXML.bytes(of: assessments)
    case .csv: throw Failure.usage("a person's report is html or xml\n  help: --for hr makes an action register as csv")
    }
  }

  private func employer() throws -> [UInt8] {
    if packs.packs.count > 1 {
      throw Failure.usage(
        "--for hr takes one pack: the steps of two, worked out from the same answers, can be solved back to people\n"
          + "  help: name one --pack, and keep to it for this round")
    }
    if id != nil { throw Failure.usage("--for hr tells of nobody\n  help: leave out --id, or use --for person") }
    let summary = try team.summary(of: input, packs.load().assessors[0], date: try date.value())
    switch chosenFormat {
    case .html: return try TeamReport(templates: folder).html(of: summary)
    case .xml: return TeamXML.bytes(of: summary)
    case .csv: return ActionRegister.bytes(of: summary)
    }
  }

  private var folder: TemplateFolder {
    get throws { TemplateFolder(try Home.find(rules: packs.rules.rules).reports.path, overriddenBy: templates) }
  }

  private var chosenFormat: ReportFormat {
    format ?? ReportFormat.allCases.first { output.hasSuffix(".\($0.rawValue)") } ?? .html
  }
}

extension ReportFormat: ExpressibleByArgument {}
