import ArgumentParser
import Ergonomics
import Foundation
import Surveys

struct Score: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score a survey: a row of results for each person.",
    usage: """
      sitwell score team.csv -o results.csv
      sitwell score responses.xlsx -o results.xlsx
      sitwell score export.csv --dry-run
      sitwell score team.csv --pack lower-back-hips --pack ./my-rules -o results.csv
      sitwell score export.csv --keep Team -o results.csv --rejects rejects.csv --reports people
      cat team.csv | sitwell score - -o - > results.csv
      """,
    discussion: """
      Reads what survey platforms export: Excel and OpenDocument workbooks, CSV with question ids or question texts as \
      headings, JSON, XML, and a zip archive of one such file; content tells, not the name of the file. Health answers, names, e-mails and free text stay out of the results. The last \
      line on standard error counts the rows: rows = scored + rejected + set aside.
      """)

  @Argument(help: "Survey files; - reads standard input.")
  var surveys: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Results file; - writes standard output.", valueName: "file"))
  var output = "-"

  @Option(help: "csv, ndjson, xml or xlsx (default: by the name of the output, else csv).")
  var format: ResultFormat?

  @Option(help: ArgumentHelp("File for what cannot be read, with line, column, reason and help.", valueName: "file"))
  var rejects: String?

  @Option(help: ArgumentHelp("Folder for the personal report of each person.", valueName: "dir"))
  var reports: String?

  @Option(help: ArgumentHelp("Column that tells people apart (default: that of the platform).", valueName: "column"))
  var id: String?

  @Option(help: ArgumentHelp("Column to keep in the results, such as team; can be repeated.", valueName: "column"))
  var keep: [String] = []

  @Flag(help: "Also say what rules find that read health answers. Keep such a file as you keep health records.")
  var includeHealth = false

  @Option(help: ArgumentHelp("File that says what headings and answers mean.", valueName: "file"))
  var mapping: String?

  @Option(help: ArgumentHelp("Write down which heading was taken for which question.", valueName: "file"))
  var saveMapping: String?

  @Option(
    help: ArgumentHelp(
      "Sheet of a workbook (default: the one whose headings are questions).", valueName: "name"))
  var sheet: String?

  @Flag(help: "Say how the file would be read, and score nothing.")
  var dryRun = false

  @Flag(help: "Reject a row for a single cell that cannot be understood.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Also score responses that are incomplete, preview, test, rejected or duplicate; can be repeated.",
      valueName: "kind"))
  var include: [SetAside] = []

  @Option(help: ArgumentHelp("Cores to use (default: all).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @Flag(help: "Say nothing but errors and the last line.")
  var quiet = false

  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give a number from 1 up") }
    if surveys.isEmpty { throw ValidationError("name a survey file, or - for standard input") }
    if surveys.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once only") }
    if reports != nil, surveys.contains("-") {
      throw ValidationError("--reports reads the survey twice: save standard input as a file first")
    }
  }

  func run() async throws {
    let packs = try readMapping().applied(to: self.packs.load())
    if dryRun { return try describe(packs.questionnaire) }
    let batch = try ScoreBatch(packs: packs, files: surveys.map(InputFile.init), options: options(), quiet: quiet)
    let (format, day) = (batch.options.format, try date.value())
    let (output, rejects, force) = (output, rejects, force)
    let summary = try await Interruption.mayStop {
      let results = try ResultsOutput(output, format, date: day, force: force)
      let rejected = try rejects.map { try OutputFile($0, force: force) }
      let summary = try await batch.score(to: results.descriptor, rejects: rejected?.descriptor)
      try results.commit()
      try rejected?.commit()
      return summary
    }
    if let saveMapping { try save(summary.mapping, saveMapping) }
    if reports != nil { try await writeReports(packs) }
    if !quiet { Console.err(summary.notes(hasRejectsFile: rejects != nil)) }
    Console.err("\(summary)\n")
    if summary.hasRejects { throw ExitCode.problemsInData }
  }

  private func options() throws -> SurveyScorer.Options {
    var options = SurveyScorer.Options(file: "")
    options.idColumn = id
    options.keptColumns = keep
    options.includesHealth = includeHealth
    options.isStrict = strict
    options.included = Set(include)
    options.sheet = sheet
    options.format = try format ?? .named(by: output, usual: .csv)
    options.cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return options
  }

  private func readMapping() throws -> SurveyMapping {
    guard let mapping else { return SurveyMapping() }
    let file = InputFile(path: mapping)
    return try SurveyMapping(file.bytes(), file: file.name)
  }

  private func save(_ mapping: SurveyMapping, _ path: String) throws {
    let file = try OutputFile(path, force: force)
    try file.write(Array(mapping.text.utf8))
    try file.commit()
  }

  private func describe(_ pack: Pack) throws {
    for survey in surveys {
      let file = InputFile(path: survey)
      var options = try options()
      options.file = file.name
      let handle = try file.open()
      let report = try withExtendedLifetime(handle) {
        try SurveyPeople(pack, options).mappingReport(of: handle.fileDescriptor)
      }
      Console.out(surveys.count > 1 ? "\(file.name.printable)\n\(report)\n" : "\(report)")
      if let saveMapping { try save(report.mapping, saveMapping) }
    }
  }

  private func writeReports(_ packs: [Pack]) async throws {
    guard let reports else { return }
    let (assessors, questionnaire) = (packs.assessors, packs.questionnaire)
    let home = try Home.find(rules: self.packs.rules.rules)
    let (day, force, files) = (try date.value(), force, surveys.map(InputFile.init))
    let options = try options()
    try await Interruption.mayStop {
      var batch = try ReportBatch(reports, assessors, home: home, date: day, force: force, cores: options.cores)
      for file in files {
        var own = options
        own.file = file.name
        let handle = try file.open()
        try withExtendedLifetime(handle) {
          try batch.write(SurveyPeople(questionnaire, own), in: handle.fileDescriptor)
        }
      }
    }
  }
}

extension ResultFormat: ExpressibleByArgument {}
extension SetAside: ExpressibleByArgument {}

extension SurveySummary {
  private static let mostNames = 100

  /// What people should know of a file besides the count.
  fileprivate func notes(hasRejectsFile: Bool) -> String {
    let kind = [platform.rawValue, origin?.printable, encoding?.rawValue].compactMap(\.self).joined(separator: ", ")
    var notes = ["read as \(kind)\n"]
    notes += problems.map { "warning: \($0)\n" }
    if !unusedColumns.isEmpty {
      let names = unusedColumns.prefix(Self.mostNames).joined(separator: ", ").printable
      let more = unusedColumns.count - Self.mostNames
      notes.append("not read, and in no output: \(names)\(more > 0 ? ", and \(more) more" : "")\n")
    }
    if !missingQuestions.isEmpty {
      notes.append("questions without a column stay open: \(missingQuestions.joined(separator: ", "))\n")
    }
    let kinds = SetAside.allCases.compactMap { kind in setAsideByKind[kind].map { "\($0) \(kind.rawValue)" } }
    if !kinds.isEmpty { notes.append("set aside: \(kinds.joined(separator: ", "))\n") }
    if idsNotRemembered > 0 {
      notes.append("the ids of \(idsNotRemembered) rows were too many to compare: a double among them counts\n")
    }
    if idsOfEarlierFiles > 0 {
      notes.append("\(idsOfEarlierFiles) rows have an id that stands in an earlier file too: each of them counts\n")
    }
    if hasRejects, !hasRejectsFile { notes.append("--rejects FILE lists what could not be read\n") }
    return notes.joined()
  }
}
