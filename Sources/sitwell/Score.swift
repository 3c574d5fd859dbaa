import ArgumentParser
import Ergonomics
import Files
import Foundation
import Surveys

struct Score: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score a survey: a row of results for each person.",
    usage: """
      sitwell score team.csv -o results.csv
      sitwell score export.csv --dry-run
      sitwell score team.csv --pack lower-back-hips --pack ./my-rules -o results.csv
      sitwell score export.csv --keep Team -o results.csv --rejects rejects.csv --reports people
      cat team.csv | sitwell score - -o - > results.csv
      """,
    discussion: """
      Reads what survey platforms export, CSV with question ids or question texts as headings, JSON and XML; content \
      tells, not the name of the file. Health answers, names, e-mails and free text stay out of the results. The last \
      line on standard error counts the rows: rows = scored + rejected + set aside.
      """)

  @Argument(help: "Survey files; - reads standard input.")
  var surveys: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Results file; - writes standard output.", valueName: "file"))
  var output = "-"

  @Option(help: "csv, ndjson or xml.")
  var format = ResultFormat.csv

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
  }

  func run() async throws {
    let check = try checkedOutputs()
    let packs = try readMapping().applied(to: self.packs.load())
    if dryRun { return try describe(packs.questionnaire) }
    let batch = ScoreBatch(packs: packs, files: surveys.map(InputFile.init), options: options(), quiet: quiet)
    let (output, rejects, saveMapping, force) = (output, rejects, saveMapping, force)
    let writeReports = try personalReports(packs, check)
    let summary = try await Interruption.mayStop {
      let results = try OutputFile(output, replacing: force, isPrivate: true)
      let rejected = try rejects.map { try OutputFile($0, replacing: force, isPrivate: true) }
      let summary = try await batch.score(to: results.descriptor, rejects: rejected?.descriptor)
      try results.commit()
      try rejected?.commit()
      if let saveMapping { try Self.save(summary.mapping, saveMapping, force) }
      try writeReports?()
      return summary
    }
    if !quiet { Console.err(summary.notes(hasRejectsFile: rejects != nil)) }
    if !quiet, holdsHealth(summary, packs) {
      Console.err("warning: the results hold answers about health\n  help: keep the file as you keep health records\n")
    }
    Console.err("\(summary.description)\n")
    if summary.hasRejects { throw ExitCode.problemsInData }
  }

  /// Refuses what cannot be written before anything is.
  private func checkedOutputs() throws -> OutputCheck {
    var check = OutputCheck(inputs: surveys + [mapping].compactMap { $0 }, replacing: force)
    let files = dryRun ? ["-", saveMapping] : [output, rejects, saveMapping, reports.map(ReportBatch.index(of:))]
    for file in files.compactMap({ $0 }) { try check.add(file) }
    return check
  }

  /// By wish, or because a column is kept that answers a question about health.
  private func holdsHealth(_ summary: SurveySummary, _ packs: [Pack]) -> Bool {
    let health = Set(packs.questionnaire.questions.lazy.filter(\.isSensitive).map(\.id))
    return includeHealth
      || summary.mapping.entries.contains { health.contains($0.question) && keep.contains($0.wording) }
  }

  private func options() -> SurveyScorer.Options {
    var options = SurveyScorer.Options(file: "")
    options.idColumn = id
    options.keptColumns = keep
    options.includesHealth = includeHealth
    options.isStrict = strict
    options.included = Set(include)
    options.format = format
    options.cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return options
  }

  private func readMapping() throws -> SurveyMapping {
    guard let mapping else { return SurveyMapping() }
    let file = InputFile(path: mapping)
    return try SurveyMapping(file.bytes(), file: file.name)
  }

  private static func save(_ mapping: SurveyMapping, _ path: String, _ force: Bool) throws {
    try OutputFile.write(mapping.text.utf8, to: path, replacing: force, isPrivate: false)
  }

  private func describe(_ pack: Pack) throws {
    for survey in surveys {
      let file = InputFile(path: survey)
      var options = options()
      options.file = file.name
      let handle = try file.open()
      let report = try withExtendedLifetime(handle) {
        try SurveyPeople(pack, options).mappingReport(of: handle.fileDescriptor)
      }
      let text = TerminalText(lines: report.description)
      try Console.out(surveys.count > 1 ? "\(file.name)\n\(text)\n" : text)
      if let saveMapping { try Self.save(report.mapping, saveMapping, force) }
    }
  }

  /// What writes the report of each person; `nil` where none are wanted.
  private func personalReports(_ packs: [Pack], _ check: OutputCheck) throws -> (@Sendable () throws -> Void)? {
    guard let reports else { return nil }
    let (assessors, questionnaire, options) = (packs.assessors, packs.questionnaire, options())
    let home = try Home.find(rules: self.packs.rules.rules)
    let (day, force, files) = (try date.value(), force, surveys.map(InputFile.init))
    if let pipe = files.first(where: \.isStream) {
      throw Failure.usage("--reports reads the survey twice\n  help: save '\(pipe.name)' as a file first")
    }
    return {
      var batch = try ReportBatch(
        reports, assessors, home: home, date: day, check: check, force: force, cores: options.cores)
      for file in files {
        var own = options
        own.file = file.name
        let handle = try file.open()
        try withExtendedLifetime(handle) {
          try batch.write(SurveyPeople(questionnaire, own), in: handle.fileDescriptor)
        }
      }
      try batch.finish()
    }
  }
}

extension ResultFormat: ExpressibleByArgument {}
extension SetAside: ExpressibleByArgument {}

extension SurveySummary {
  /// What people should know of a file besides the count.
  fileprivate func notes(hasRejectsFile: Bool) -> TerminalText {
    var notes: [TerminalText] = ["read as \(platform.rawValue)\(encoding.map { ", \($0.rawValue)" } ?? "")\n"]
    notes += problems.map { "warning: \($0)\n" }
    if !unusedColumns.isEmpty { notes.append("not read, and in no output: \(list: unusedColumns)\n") }
    if !missingQuestions.isEmpty { notes.append("questions without a column stay open: \(list: missingQuestions)\n") }
    let kinds = SetAside.allCases.compactMap { kind in setAsideByKind[kind].map { "\($0) \(kind.rawValue)" } }
    if !kinds.isEmpty { notes.append("set aside: \(list: kinds)\n") }
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
