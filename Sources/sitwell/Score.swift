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
      sitwell score north.csv south.csv --keep file -o results.csv --rejects rejects.csv --reports people
      sitwell score export.csv --id-column 'Email Address' --repeats last -o results.csv
      cat team.csv | sitwell score - -o - > results.csv
      """,
    discussion: """
      Reads what survey platforms export: Excel and OpenDocument workbooks, CSV with question ids or question texts as \
      headings, JSON, XML, and a zip archive of one such file; content tells, not the name of the file. Health answers, names, \
      e-mails and free text stay out of the results. The last line on standard error counts the rows: rows = scored + rejected + set aside.
      """)

  @Argument(help: "Survey files; - reads standard input.")
  var surveys: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Results file; - writes standard output.", valueName: "file"))
  var output = "-"

  @Option(help: "csv, ndjson, xml or xlsx (default: by the name of the output, else csv); of a dry run json too.")
  var format: ScoreFormat?

  @Option(help: ArgumentHelp("Folder for the personal report of each person.", valueName: "dir"))
  var reports: String?

  @Option(
    help: ArgumentHelp(
      "Column to keep in the results, such as team, or file for the name of the file; can be repeated.",
      valueName: "column"))
  var keep: [String] = []

  @Flag(help: "Also say what rules find that read health answers. Keep such a file as you keep health records.")
  var includeHealth = false

  @Option(help: ArgumentHelp("Write down which heading was taken for which question.", valueName: "file"))
  var saveMapping: String?

  @Flag(help: "Say how the file would be read, and score nothing.")
  var dryRun = false

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @Flag(help: "Say nothing but errors and the last line.")
  var quiet = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var date: DateOption

  func validate() throws {
    if surveys.isEmpty { throw ValidationError("name a survey file, or - for standard input") }
    if surveys.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once only") }
    if format == .json, !dryRun { throw ValidationError("--format json: only --dry-run tells in JSON") }
    if reports != nil, surveys.contains("-") {
      throw ValidationError("--reports reads the survey twice: save standard input as a file first")
    }
  }

  func run() async throws {
    let mapping = try reading.readMapping()
    let packs = try mapping.applied(to: self.packs.load())
    var options = reading.options(mapping)
    (options.keptColumns, options.includesHealth) = (keep, includeHealth)
    options.format = try format?.results ?? .named(by: output, usual: .csv)
    let files = SurveyFiles(files: surveys.map(InputFile.init), options: options, quiet: quiet)
    if dryRun { return try await describe(files, packs) }
    let read: [(file: String, summary: SurveySummary)]
    do {
      read = try await score(files, packs)
    } catch SurveyError.refused(let problems) {
      try await explain(problems, files, packs)
      throw SurveyError.refused(problems)
    }
    let summary = read.map(\.summary).total
    if let saveMapping { try save(summary.mapping, saveMapping) }
    if reports != nil { try await writeReports(files, packs) }
    if !quiet { Console.err(read.notes(hasRejectsFile: reading.rejects != nil)) }
    Console.err("\(summary)\n")
    if summary.hasRejects { throw ExitCode.problemsInData }
  }

  private func score(_ files: SurveyFiles, _ packs: [Pack]) async throws -> [(file: String, summary: SurveySummary)] {
    let (output, force, rejects) = (output, force, RejectsOutput(path: reading.rejects, force: force))
    let (format, day) = (files.options.format, try date.value())
    return try await Interruption.mayStop {
      let results = try ResultsOutput(output, format, date: day, force: force)
      let read = try await rejects.write { rejects in
        try await files.read(packs) { file in
          try await SurveyScorer(packs, file.options).run(
            input: file.descriptor, after: file.start, output: results.descriptor, rejects: rejects)
        }
      }
      try results.commit()
      return read
    }
  }

  /// Where answers or ids are not understood: how the files are read, and what is to be filled in.
  private func explain(_ problems: [Problem], _ files: SurveyFiles, _ packs: [Pack]) async throws {
    let isOfCells = problems.contains { [.mappingMistake, .roundedIDs, .repeatedIDs].contains($0.code) }
    guard isOfCells, !surveys.contains("-"), !quiet || saveMapping != nil else { return }
    let pictures = try await files.pictures(packs)
    if !quiet { Console.err(pictures.ofColumnsNotUnderstood) }
    if let saveMapping { try save(pictures.mapping, saveMapping) }
  }

  private func save(_ mapping: SurveyMapping, _ path: String) throws {
    let file = try OutputFile(path, force: force)
    try file.write(Array(mapping.text.utf8))
    try file.commit()
  }

  private func describe(_ files: SurveyFiles, _ packs: [Pack]) async throws {
    let pictures = try await files.pictures(packs)
    Console.out(format == .json ? try pictures.json() : pictures.text)
    if let saveMapping { try save(pictures.mapping, saveMapping) }
    if pictures.contains(where: { !$0.refusals.isEmpty }) { throw ExitCode.problemsInData }
  }

  private func writeReports(_ files: SurveyFiles, _ packs: [Pack]) async throws {
    guard let reports else { return }
    let home = try Home.find(rules: self.packs.rules.rules)
    let (day, force) = (try date.value(), force)
    try await Interruption.mayStop {
      let batch = try ReportBatch(
        reports, packs.assessors, home: home, date: day, force: force, cores: files.options.cores)
      _ = try await files.read(packs) { file in
        try await batch.write(SurveyPeople(packs, file.options), in: file)
      }
    }
  }
}

/// In which form something is told of a survey.
enum ScoreFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, ndjson, xml, xlsx, json

  var results: ResultFormat { ResultFormat(rawValue: rawValue) ?? .csv }
}
