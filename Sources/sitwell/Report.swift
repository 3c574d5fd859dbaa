import ArgumentParser
import Ergonomics
import Foundation
import Reports

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the report of a person as HTML or XML.",
    usage: """
      sitwell report answers.json -o report.html
      sitwell report team.csv --for person --id p-07 -o p-07.html
      sitwell report answers.json --format xml -o report.xml
      """)

  /// Whom a report is for.
  enum Audience: String, ExpressibleByArgument, CaseIterable { case person }

  @Argument(help: "Answers file (JSON or XML) or survey (CSV); - reads standard input.")
  var input: String

  @Option(name: .customLong("for"), help: "Whom it is for.")
  var audience = Audience.person

  @Option(help: ArgumentHelp("Which person of a file that holds several.", valueName: "value"))
  var id: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Report file; - writes standard output.", valueName: "path"))
  var output = "-"

  @Option(help: "html or xml (default: by the name of the output, else html).")
  var format: ReportFormat?

  @Option(help: ArgumentHelp("Folder with templates, styles or words of your own.", valueName: "dir"))
  var templates: String?

  @Flag(help: "Overwrite a file that exists.")
  var force = false

  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func run() async throws {
    let assessor = try packs.assessor()
    let person = try AnswersInput(path: input).person(id, for: assessor.pack)
    let assessment = assessor.assess(person, date: try date.value())
    let bytes: [UInt8]
    switch format ?? (output.hasSuffix(".xml") ? .xml : .html) {
    case .html:
      let reports = try Home.find(rules: packs.rules.rules).reports.path
      bytes = try PersonReport(templates: TemplateFolder(reports, overriddenBy: templates)).html(of: assessment)
    case .xml: bytes = AssessmentXML.bytes(of: assessment)
    }
    let file = try OutputFile(output, force: force)
    try file.write(bytes)
    try file.commit()
  }
}

extension ReportFormat: ExpressibleByArgument {}
