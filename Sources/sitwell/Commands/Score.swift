import ArgumentParser
import Ergonomics
import Files
import Foundation
import Surveys

struct Score: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score a survey: a row of results for each person.",
    usage: """
      sitwell score team.csv -o results.csv
      sitwell score responses.xlsx -o results.xlsx
      sitwell score export.csv --dry-run
      sitwell score team.csv --pack lower-back-hips --pack ./my-rules -o results.csv
      sitwell score north.csv south.csv --keep file -o results.csv --rejects rejects.csv --reports people
      sitwell score export.csv --id-column 'Email Address' --repeats last -o results.csv
      sitwell score north.csv --tally north.tally --by team -o results.csv
      sitwell score autumn.csv --tally autumn.tally --tally-key tally.key --by team -o results.csv
      cat team.csv | sitwell score - -o - > results.csv
      """,
    discussion: """
      Reads what survey platforms export: Excel and OpenDocument workbooks, CSV with question ids or question texts as \
      headings, JSON, XML, and a zip archive of one such file; content tells, not the name of the file. Health answers, names, \
      e-mails and free text stay out of the results. With --tally nothing is said of health answers that are not understood, as \
      what is said would stand beside the numbers of teams. The last line on standard error counts the rows: rows = scored + rejected + set aside.
      """)

  @Argument(help: "Survey files, or a folder of them; - reads standard input.", completion: .file())
  var surveys: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Results file; - writes standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(help: "csv, ndjson, xml or xlsx (default: by the name of the output, else csv); of a dry run json too.")
  var format: ScoreFormat?

  @Option(
    help: ArgumentHelp("Folder for the personal report of each person.", valueName: "dir"), completion: .directory)
  var reports: String?

  @Flag(help: "Go on with the reports where an earlier run was stopped: what it wrote is looked at, and stays.")
  var resumeReports = false

  @Option(
    help: ArgumentHelp(
      "Column to keep in the results, such as team, or file for the name of the file; can be repeated.",
      valueName: "column"))
  var keep: [String] = []

  @Flag(help: "Also say what rules find that read health answers. Keep such a file as you keep health records.")
  var includeHealth = false

  @Option(
    help: ArgumentHelp("Write down which heading was taken for which question.", valueName: "file"), completion: .file()
  )
  var saveMapping: String?

  @Flag(help: "Say how the file would be read, and score nothing.")
  var dryRun = false

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @Flag(help: "Say nothing but errors and the last line.")
  var quiet = false

  @OptionGroup var team: TallyOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func validate() throws {
    if surveys.isEmpty { throw ValidationError("name a survey file, or - for standard input") }
    if surveys.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once only") }
    if dryRun, team.tally != nil { throw ValidationError("--dry-run counts nobody: leave out --tally") }
    if resumeReports, reports == nil || force || dryRun {
      throw ValidationError("--resume-reports goes with --reports, and neither with --force nor with --dry-run")
    }
    if format == .json, !dryRun { throw ValidationError("--format json: only --dry-run tells in JSON") }
  }

  func run() async throws {
    let check = try checkedOutputs()
    let mapping = try reading.readMapping()
    let packs = try mapping.applied(to: self.packs.load())
    var options = try reading.options(mapping)
    (options.keptColumns, options.includesHealth) = (keep, includeHealth)
    (options.groupColumn, options.hidesHealth) = (team.by, team.tally != nil)
    options.needsIDs = team.tallyKey != nil
    let tally = try team.count(by: packs, includesHealth: includeHealth)
    options.format = try format?.results ?? .named(by: output, usual: .csv)
    let files = SurveyFiles(files: try surveys.surveyFiles(), options: options, quiet: quiet)
    if dryRun { return try await describe(files, packs) }
    let read: [(file: String, summary: SurveySummary)]
    do {
      read = try await score(files, packs, check, tally)
    } catch SurveyError.refused(let problems) {
      try await explain(problems, files, packs)
      throw SurveyError.refused(problems)
    }
    let summary = read.map(\.summary).total
    if !quiet {
      Console.err(TerminalText(lines: read.notes(hasRejectsFile: reading.rejects != nil)))
      if holdsHealth(summary, packs) {
        Console.err(
          "warning: the results hold answers about health\n  help: keep the file as you keep health records\n")
      }
    }
    Console.err("\(summary.description)\n")
    if summary.hasRejects { throw ExitCode.problemsInData }
  }

  /// Refuses what cannot be written before anything is.
  private func checkedOutputs() throws -> OutputCheck {
    if let reports, !force, !resumeReports, !dryRun { try ReportBatch.refuseReports(in: reports) }
    var check = try OutputCheck(
      inputs: surveys.surveyFiles().map(\.path)
        + [reading.mapping, reading.teamKey, team.tallyKey].compactMap { $0 }, replacing: force, orSame: resumeReports)
    let files =
      dryRun
      ? ["-", saveMapping] : [output, team.tally, reading.rejects, saveMapping, reports.map(ReportBatch.index(of:))]
    for file in files.compactMap({ $0 }) { try check.add(file) }
    return check
  }

  /// By wish, or because a column is kept that answers a question about health.
  private func holdsHealth(_ summary: SurveySummary, _ packs: [Pack]) -> Bool {
    let health = Set(packs.questionnaire.questions.lazy.filter(\.isSensitive).map(\.id))
    return includeHealth
      || summary.mapping.entries.contains { health.contains($0.question) && keep.contains($0.wording) }
  }

  private func score(
    _ files: SurveyFiles, _ packs: [Pack], _ check: OutputCheck, _ tally: TallyCount?
  ) async throws -> [(file: String, summary: SurveySummary)] {
    let (output, force, resumes) = (output, force, resumeReports)
    let rejects = RejectsOutput(path: reading.rejects, force: force, orSame: resumes)
    let (format, day, saveMapping) = (files.options.format, try date.value(), saveMapping)
    let writeReports = try personalReports(files, packs, check)
    return try await Interruption.mayStop {
      let results = try ResultsOutput(output, format, date: day, force: force, orSame: resumes)
      let read = try await rejects.write { rejects in
        try await files.read(packs) { file in
          try await SurveyScorer(packs, file.options, countingIn: tally?.empty, code: tally?.code).run(
            input: file.descriptor, after: file.start, output: results.descriptor, rejects: rejects,
            count: { tally?.add($0) })
        }
      }
      try results.commit()
      try tally?.write(read, force: force, orSame: resumes)
      if let saveMapping { try Self.save(read.map(\.summary).total.mapping, saveMapping, force, orSame: resumes) }
      try await writeReports?()
      return read
    }
  }

  /// Where answers or ids are not understood: how the files are read, and what is to be filled in.
  private func explain(_ problems: [Problem], _ files: SurveyFiles, _ packs: [Pack]) async throws {
    let isOfCells = problems.contains { [.mappingMistake, .roundedIDs, .repeatedIDs].contains($0.code) }
    guard isOfCells, !files.files.contains(where: \.isStream), !quiet || saveMapping != nil else { return }
    let pictures = try await files.pictures(packs)
    if !quiet { Console.err(TerminalText(lines: pictures.ofColumnsNotUnderstood)) }
    if let saveMapping { try Self.save(pictures.mapping, saveMapping, force) }
  }

  private static func save(
    _ mapping: SurveyMapping, _ path: String, _ force: Bool, orSame: Bool = false
  ) throws {
    try OutputFile.write(mapping.text.utf8, to: path, replacing: force, isPrivate: false, orSame: orSame)
  }

  private func describe(_ files: SurveyFiles, _ packs: [Pack]) async throws {
    let pictures = try await files.pictures(packs)
    if format == .json {
      try OutputFile.write(pictures.json().utf8, to: "-", replacing: false, isPrivate: true)
    } else {
      try Console.out(TerminalText(lines: pictures.text))
    }
    if let saveMapping { try Self.save(pictures.mapping, saveMapping, force) }
    if pictures.contains(where: { !$0.refusals.isEmpty }) { throw ExitCode.problemsInData }
  }

  /// What writes the report of each person; `nil` where none are wanted.
  private func personalReports(
    _ files: SurveyFiles, _ packs: [Pack], _ check: OutputCheck
  ) throws -> (@Sendable () async throws -> Void)? {
    guard let reports else { return nil }
    let home = try InstalledFolders.find(rules: self.packs.rules.rules)
    let (day, force, resumes, quiet) = (try date.value(), force, resumeReports, quiet)
    if let pipe = files.files.first(where: \.isStream) {
      throw Failure.usage("--reports reads the survey twice\n  help: save '\(pipe.name)' as a file first")
    }
    return {
      let batch = try ReportBatch(
        reports, packs.assessors, home: home, date: day, check: check, force: force, resumes: resumes,
        cores: files.options.cores)
      do {
        _ = try await files.read(packs) { file in
          try await batch.write(SurveyPeople(packs, file.options), in: file)
        }
      } catch is CancellationError {
        throw Failure.interruptedReports(batch.count.people, in: reports)
      }
      try batch.finish()
      if resumes, !quiet {
        let (people, kept) = batch.count
        Console.err("'\(reports)' held the reports of \(kept) of \(people) people already; they stay\n")
      }
    }
  }
}

/// In which form something is told of a survey.
enum ScoreFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, ndjson, xml, xlsx, json

  var results: ResultFormat { ResultFormat(rawValue: rawValue) ?? .csv }
}
