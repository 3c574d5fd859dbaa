import ArgumentParser
import Ergonomics
import Files
import RulePacks
import Surveys
import Synchronization
import Workbench

extension PackCommand {
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Tell what a change of rules is, and what it does to people.",
      usage: """
        sitwell pack diff Rules/lower-back-hips@HEAD Rules/lower-back-hips
        sitwell pack diff lower-back-hips ./my-rules --on team.csv
        sitwell pack diff old-rules new-rules --random 100000 -o change.html
        """,
      discussion: """
        OLD and NEW are ids of packs, folders, or FOLDER@REVISION for what a folder held at a revision of git.

        First it tells what is written differently, then whom that can tell something different: of each changed rule the \
        fewest answers on which the two disagree, and of each score that is made up differently answers that give another \
        number or level; or that there are none. Then it counts people: those of a survey, or people whose answers are drawn \
        at random as the questionnaire asks them, the same in every run. Half of their numbers lie right beside a limit, so \
        that their counts are no shares of real people. It tells who gains or loses a finding, with the answers that decide, \
        and whose scores change, and by how much. Plans take long, and are worked out for the first 100 people. Text and HTML \
        name the first three of each, JSON all. Answers about health are left out unless they are asked for.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

    @Argument(help: "The pack as it was: an id, a folder, or FOLDER@REVISION.", completion: .pack) var old: String
    @Argument(help: "The pack as it is to be.", completion: .pack) var new: String
    @Option(
      help: ArgumentHelp("Survey whose people are looked at; can be repeated.", valueName: "survey"),
      completion: .file())
    var on: [String] = []
    @Option(help: ArgumentHelp("How many people to draw at random (without a survey: 10000).", valueName: "n"))
    var random: Int?
    @Flag(help: "Also tell of answers about health, and of rules that read them.") var includeHealth = false
    @Option(help: "text, json or html (default: by the name of the output, else text).") var format: Format?
    @Option(
      name: .shortAndLong, help: ArgumentHelp("File to write; - is standard output.", valueName: "file"),
      completion: .file())
    var output = "-"
    @Flag(help: "Overwrite a file that exists.") var force = false
    @OptionGroup var date: DateOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var rules: RulesOptions

    func validate() throws {
      if let random, !(1...10_000_000).contains(random) {
        throw ValidationError("--random takes a number from 1 to 10000000")
      }
      if random != nil, !on.isEmpty { throw ValidationError("--random and --on exclude each other") }
    }

    func run() async throws {
      let format = try format ?? .named(by: output, usual: .text)
      var check = try OutputCheck(inputs: on.surveyFiles().map(\.path), replacing: force)
      try check.add(output)
      let mapping = try reading.readMapping()
      let date = try date.value()
      let loaded = try [load(old), load(new)]
      let packs = try mapping.applied(to: loaded.map(\.placed.pack))
      let (before, after) = (RuleProgram(packs[0]), RuleProgram(packs[1]))
      let people = try await people(before, after, mapping)
      let difference = PackDifference(before, after, impact: people.impact)
      let frame = PackDiffReport.Frame(
        old: old, new: new, date: date, surveys: on, people: people.words,
        notes: loaded.compactMap(\.note) + oldWords(loaded[1].placed, packs[0]) + [people.note].compactMap { $0 },
        includesHealth: includeHealth || on.isEmpty)
      let report = PackDiffReport(difference: difference, plans: await difference.plans(), frame: frame)
      if difference.changes.isVersionKept {
        Console.err(
          "warning: both packs are version \(packs[1].version), and they are not the same\n  help: raise the version in pack.xml\n"
        )
      }
      let bytes: [UInt8] =
        switch format {
        case .text: Array(report.text.utf8)
        case .json: Array(report.json.utf8)
        case .html: Array(report.html.utf8)
        }
      if output == "-", format == .text {
        try Console.out(TerminalText(lines: report.text))
      } else {
        try OutputFile.write(bytes, to: output, replacing: force, isPrivate: !on.isEmpty)
      }
    }

    /// Words that no check holds against a limit that was changed.
    private func oldWords(_ now: PlacedPack, _ before: Pack) -> [String] {
      let named = now.words(ofLimitsIn: before)
      return named.map { "\($0.rule) \($0.words)" }.withoutDoubles.map { words in
        let its = named.filter { "\($0.rule) \($0.words)" == words }
        let places = its.map(\.place.words).withoutDoubles.joined(separator: ", ")
        return "the limit of '\(its[0].rule)' was changed, and words still say \(its[0].words): \(places)"
      }
    }

    /// Examples may lag behind a change that is being tried: that is a note then.
    private func load(_ name: String) throws -> (placed: PlacedPack, note: String?) {
      let library = try rules.library()
      let files = try PackAtRevision(name).map { try $0.files(in: library) } ?? library.files(of: name)
      do {
        return (try library.loadPlaced(files, checking: .examples), nil)
      } catch {
        let placed = try library.loadPlaced(files, checking: .parts)
        let count = error.problems.count
        let note =
          "\(count == 1 ? "1 example of '\(name)' disagrees" : "\(count) examples of '\(name)' disagree") with its rules"
        Console.err("warning: \(note)\n  help: sitwell pack check tells them\n")
        return (placed, note)
      }
    }

    private func people(
      _ before: RuleProgram, _ after: RuleProgram, _ mapping: SurveyMapping
    ) async throws -> (impact: PackImpact, words: String, note: String?) {
      if on.isEmpty {
        let count = random ?? 10_000
        return (.drawn(count, seed: 1, from: before, to: after), "\(count) people drawn at random", nil)
      }
      var options = try reading.options(mapping)
      options.includesHealth = includeHealth
      let hasHealth = includeHealth
      let files = SurveyFiles(files: try on.surveyFiles(), options: options)
      let rejects = RejectsOutput(path: reading.rejects, force: force)
      return try await Interruption.mayStop {
        let impact = Mutex(PackImpact(from: before, to: after, includesHealth: hasHealth))
        let read = try await rejects.write { rejects in
          try await files.read([before.pack, after.pack]) { file in
            try await ComparedSurvey(from: before, to: after, file.options).read(
              file.descriptor, after: file.start, rejects: rejects
            ) { part in impact.withLock { $0.add(part) } }
          }
        }
        let summary = read.map(\.summary).total
        Console.err("\(summary.description)\n")
        if reading.rejects == nil, summary.hasRejects {
          Console.err("--rejects FILE lists what could not be read\n")
        }
        return (
          impact.withLock { $0 }, "the \(summary.scored) people of \(on.joined(separator: ", "))", summary.description
        )
      }
    }
  }
}
