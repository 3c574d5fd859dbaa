import ArgumentParser
import Ergonomics
import Files
import Foundation
import Register
import Reports

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a person, for the person or an ergonomist, or of a team for HR.",
    usage: """
      sitwell report answers.json -o report.html
      sitwell report team.csv --for person --id p-07 -o p-07.html
      sitwell report answers.json -o report.pdf
      sitwell report answers.json --card -o card.html
      sitwell report answers.json --summary
      sitwell report answers.json --format xml -o report.xml
      sitwell report answers.json --pack lower-back-hips --pack ./my-rules -o report.html
      sitwell report answers.json --for ergonomist -o record.html
      sitwell report team.csv --for ergonomist --by team -o actions.csv
      sitwell report team.csv --for hr --by team -o team.html
      sitwell report autumn.csv --for hr --by team --before spring.csv --prices prices.csv -o actions.xlsx
      sitwell report team.csv --for hr --by team --summary
      sitwell report --for hr north.tally south.tally --no-ledger -o team.html
      sitwell report --for hr autumn.tally --before spring.tally --no-ledger -o team.html
      sitwell report --for hr --register sitwell-register.sqlite --round 2027 --before 2026 -o team.html
      """,
    discussion: """
      Several packs stand one beside the other in a person's report, each with scores of its own.

      --card makes one page to hang up: what to do first, breaks, two exercises, when to look again. --summary is the same in \
      plain text, for the body of an e-mail. A PDF is printed by Chromium or WeasyPrint, whichever is installed.

      The report for an ergonomist holds every answer and every outcome of one person, and a record to fill in by hand; of \
      a survey without --id it is a list of what to do, person by person, for the assessor alone. Neither depends on \
      answers about health, but that a warning sign is shown before all else.

      The report for hr tells numbers of people in steps, which cannot be solved back to anyone: as HTML, as XML, as \
      an action register in CSV, as a workbook of actions and equipment in Excel, or as a --summary for a message. Names, ids, free text and single answers are in none of them. A second report \
      of the same people, with a late answer more, by other groups or in other steps, is refused: side by side, the two \
      would show what single people answered. What was told is remembered, without names, in sitwell.ledger beside the survey. Tallies of parts of a survey (sitwell score \
      --tally) give the page that all of the survey gives; no ledger goes with them, and --before with tallies of one key \
      (--tally-key) alone.
      """)

  /// Whom a report is for.
  enum Audience: String, ExpressibleByArgument, CaseIterable { case person, ergonomist, hr }

  @Argument(
    help:
      "Answers file (JSON or XML), or survey files, or for hr tallies, or a folder of them; - reads standard input.",
    completion: .file())
  var input: [String] = []

  @Option(name: .customLong("for"), help: "Whom it is for.")
  var audience = Audience.person

  @Option(help: ArgumentHelp("Which person of a file that holds several.", valueName: "value"))
  var id: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Report file; - writes standard output.", valueName: "path"),
    completion: .file())
  var output = "-"

  @Option(
    help:
      "html, pdf, xml or, for hr and the ergonomist's list, csv and xlsx (default: by the name of the output, else html)."
  )
  var format: ReportFormat?

  @Flag(help: "For a person: one page, with what to do first.")
  var card = false

  @Option(
    help: ArgumentHelp("Folder with templates, styles or words of your own.", valueName: "dir"), completion: .directory)
  var templates: String?

  @Flag(help: "Write plain text for the body of a message instead, for a person (without answers about health) or hr.")
  var summary = false

  @Flag(help: "Overwrite a file that exists.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Which workstation of the register, beside answers of today (default: office).", valueName: "name"))
  var workstation = "office"

  @OptionGroup var rounds: RoundOptions
  @OptionGroup var team: TeamOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func validate() throws {
    if rounds.register != nil {
      if audience != .hr {
        if input.isEmpty { throw ValidationError("name a file with the answers of today, or - for standard input") }
        if rounds.round != nil { throw ValidationError("--round is for hr\n  help: leave it out, or add --for hr") }
        if card || summary || format == .xml {
          throw ValidationError("what changed stands in the whole report alone, as html or pdf: leave out --register")
        }
      } else if !input.isEmpty {
        throw ValidationError("for hr, --register takes the place of survey files: leave out '\(input[0])'")
      }
      if audience == .hr, team.includeHealth {
        throw ValidationError("hr is never told of health from a register: leave out --include-health")
      }
      if audience == .hr, team.by.map({ $0 != RegisterRounds.column }) ?? false {
        throw ValidationError("a register groups people by team: leave out --by")
      }
    } else if input.isEmpty {
      throw ValidationError("name a file, or - for standard input")
    }
    try refuseOptionsOfOthers()
    if card, audience != .person {
      throw ValidationError("--card is for a person\n  help: leave out --for \(audience.rawValue)")
    }
    if summary, audience == .ergonomist {
      throw ValidationError("--summary is for a person or hr\n  help: leave out --for ergonomist")
    }
    if card, summary { throw ValidationError("choose --card or --summary") }
    if summary, format != nil { throw ValidationError("--summary is plain text: leave out --format") }
    if input.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once only") }
  }

  /// What has no say for this audience is not taken in silence.
  private func refuseOptionsOfOthers() throws {
    let hr: [(String, Bool)] = [
      ("--before", !team.before.isEmpty), ("--prices", team.prices != nil), ("--invited", team.invited != nil),
      ("--min-group", team.minGroup != TeamSettings.leastSmallestGroup), ("--ledger", ledger.ledger != nil),
    ]
    let several: [(String, Bool)] = [("--by", team.by != nil), ("--include-health", team.includeHealth)]
    let others = (audience == .hr ? [] : hr) + (audience == .person ? several : [])
    if let (option, _) = others.first(where: \.1) {
      throw ValidationError(
        "\(option) has no say in a report for \(audience == .person ? "a person" : "an ergonomist"): leave it out")
    }
    if rounds.register == nil, workstation != "office" {
      throw ValidationError("--workstation names one of a register: add --register, or leave it out")
    }
  }

  func run() async throws {
    var ledger = audience == .hr ? try self.ledger.file(besides: rounds.register ?? input[0]) : nil
    try checkOutput(ledger)
    let bytes =
      switch audience {
      case .person: try await person()
      case .ergonomist: try await ergonomist()
      case .hr: try await employer(&ledger)
      }
    try ledger?.save()  // first: nothing is told that is not on record
    try OutputFile.write(bytes, to: output, replacing: force, isPrivate: true)
  }

  private func checkOutput(_ ledger: LedgerFile?) throws {
    var check = try OutputCheck(
      inputs: input.surveyFiles().map(\.path) + (rounds.register == nil ? team.before : [])
        + [rounds.register, team.prices, reading.mapping, reading.teamKey, ledger?.path].compactMap(\.self),
      replacing: force)
    for file in [output, reading.rejects].compactMap({ $0 }) { try check.add(file) }
    if output == "-", !summary, try [.html, .pdf].contains(chosenFormat), Console.showsOutput {
      throw Failure.usage(
        "a page is no text for a terminal\n  help: name a file with -o, such as -o report.html")
    }
  }

  private func person() async throws -> [UInt8] {
    let (packs, files) = try survey(groupedBy: nil)
    let person = try await AnswersInput(files: files).person(id, for: packs, rejects: rejects)
    let assessments = packs.assessors.assess(person, date: try date.value())
    if summary { return try PersonSummary(templates: folder).text(of: assessments) }
    switch try chosenFormat {
    case .html: return try page(of: assessments, person, packs.assessors)
    case .pdf: return try PDFPrinter.found().pdf(of: page(of: assessments, person, packs.assessors))
    case .xml where !card: return AssessmentXML.bytes(of: assessments)
    case .xml: throw Failure.usage("the card is html or pdf\n  help: name it .html or .pdf, or leave out --card")
    case .csv, .xlsx:
      throw Failure.usage("a person's report is html, pdf or xml\n  help: --for hr makes an action register as csv")
    }
  }

  private func page(of assessments: [Assessment], _ person: Answers, _ assessors: [Assessor]) throws -> [UInt8] {
    try card
      ? PersonCard(templates: folder).html(of: assessments)
      : PersonReport(templates: folder).html(of: assessments, followUp(of: person, assessors))
  }

  /// `nil` without a register.
  private func followUp(of person: Answers, _ assessors: [Assessor]) throws -> FollowUp? {
    try rounds.register.map { path in
      try FollowUp(
        of: person, at: workstation, in: Register(at: path, creating: false), assessors, on: date.value())
    }
  }

  private func ergonomist() async throws -> [UInt8] {
    var (packs, files) = try survey(groupedBy: id == nil ? team.by : nil)
    let (date, assessors) = (try date.value(), packs.assessors)
    files.options.hidesHealth = !team.includeHealth
    let input = AnswersInput(files: files)
    if id == nil, try input.isSurvey || input.holdsSeveral(packs) {
      guard assessors.count == 1 else {
        throw Failure.usage("the list of a survey takes one pack\n  help: name one --pack, or one person with --id")
      }
      let list = try await team.actionList(of: files, assessors[0], date: date, rejects: rejects)
      return try list.bytes(as: chosenFormat, templates: folder)
    }
    let person = try await input.person(id, for: packs, rejects: rejects)
    let assessments = assessors.assess(person, date: date, team.includeHealth ? .health : .workstation)
    func page() throws -> [UInt8] {
      try ErgonomistReport(templates: folder).html(of: assessments, followUp(of: person, assessors))
    }
    switch try chosenFormat {
    case .html: return try page()
    case .pdf: return try PDFPrinter.found().pdf(of: page())
    case .xml: return AssessmentXML.bytes(of: assessments)
    case .csv, .xlsx:
      throw Failure.usage("the view of one person is html, pdf or xml\n  help: without --id, a survey makes a csv list")
    }
  }

  /// The packs with what a mapping says, and the files that are to be read by them.
  ///
  /// - Parameter column: Whose cells people are grouped by.
  private func survey(groupedBy column: String?) throws -> (packs: [Pack], files: SurveyFiles) {
    let mapping = try reading.readMapping()
    var options = try reading.options(mapping)
    options.groupColumn = column
    return (try mapping.applied(to: packs.load()), SurveyFiles(files: try input.surveyFiles(), options: options))
  }

  /// Where rejects go, if they are wanted.
  private var rejects: RejectsOutput { RejectsOutput(path: reading.rejects, force: force) }

  private func employer(_ ledger: inout LedgerFile?) async throws -> [UInt8] {
    if packs.packs.count > 1 {
      throw Failure.usage(
        "--for hr takes one pack: the steps of two, worked out from the same answers, can be solved back to people\n"
          + "  help: name one --pack, and keep to it for this round")
    }
    if id != nil { throw Failure.usage("--for hr tells of nobody\n  help: leave out --id, or use --for person") }
    if (input + team.before).count(where: { $0 == "-" }) > 1 {
      throw Failure.usage("standard input can be read once only\n  help: name a file")
    }
    if let tallies = try TallyFiles(input.surveyFiles()) { return try bytes(of: employer(tallies, ledger)) }
    var team = team
    if rounds.register != nil { team.by = RegisterRounds.column }
    var (packs, files) = try survey(groupedBy: team.by)
    files.options.hidesHealth = !team.includeHealth
    let rounds = try rounds.rounds(by: packs[0])
    if let rounds { files.files = [try rounds.file(of: rounds.round)] }
    let told = try await team.summary(
      of: files, packs.assessors[0], date: try date.value(), rejects: rejects, rounds: rounds, &ledger)
    return try bytes(of: told)
  }

  private func employer(_ tallies: TallyFiles, _ ledger: LedgerFile?) throws -> TeamSummary {
    if ledger != nil {
      throw Failure.usage(
        "nobody's answers are in a tally, so that no ledger can tell whether they were reported before\n"
          + "  help: add --no-ledger, and make one report of a round; the report says that nobody looked")
    }
    if let option = reading.named.first {
      throw Failure.usage("the survey was read when it was scored: leave out \(option), or score it so")
    }
    return try team.summary(of: tallies, packs.load().assessors[0], date: date.value())
  }

  private func bytes(of told: TeamSummary) throws -> [UInt8] {
    if summary { return try TeamText(templates: folder).bytes(of: told) }
    switch try chosenFormat {
    case .html: return try TeamReport(templates: folder).html(of: told)
    case .pdf: return try PDFPrinter.found().pdf(of: TeamReport(templates: folder).html(of: told))
    case .xml: return TeamXML.bytes(of: told)
    case .csv: return TeamActionTable.bytes(of: told)
    case .xlsx: return try TeamActionTable.workbook(of: told)
    }
  }

  private var folder: TemplateFolder {
    get throws {
      try InstalledFolders.find(rules: packs.rules.rules).templates(overriddenBy: templates)
    }
  }

  private var chosenFormat: ReportFormat {
    get throws { try format ?? .named(by: output, usual: .html) }
  }
}

extension ReportFormat: ExpressibleByArgument {}
