import ArgumentParser
import Dispatch
import Ergonomics
import Files
import Register
import Surveys
import Synchronization

extension RegisterCommand {
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Assess answers and file them, with the actions that they call for.",
      usage: """
        sitwell register add team.csv --by team
        sitwell register add answers.json --person p-07 --workstation home
        """,
      discussion: """
        Surveys are read as by 'sitwell score'. What the same person answered on the same day at the same workstation is \
        filed once, however often it is added. Held against the assessment before, it is said what is solved, new, still \
        there, or open for want of an answer; an action that is no longer called for is closed, one that is called for \
        again is reopened. The last line counts the rows: rows = filed + already there + rejected + set aside.

        All of it is filed, or nothing.
        """)

    @Argument(
      help: "Survey files, a folder of them, or one person's answers; - reads standard input.", completion: .file())
    var input: [String]

    @Option(help: ArgumentHelp("Whose answers they are, where a file of one person does not say.", valueName: "id"))
    var person: String?

    @Option(help: ArgumentHelp("Column that names the teams.", valueName: "column"))
    var by: String?

    @Option(help: ArgumentHelp("Which workstation of each person, such as office or home.", valueName: "name"))
    var workstation = "office"

    @Option(
      help: ArgumentHelp(
        "Round that it belongs to (default: the one people were invited to last, else the year).", valueName: "name"))
    var round: String?

    @Flag(help: "Keep answers about health too. Such a register is a health record.")
    var includeHealth = false

    @Flag(help: "Overwrite a file of rejects that exists.")
    var force = false

    @Flag(help: "Say nothing but errors and the last line.")
    var quiet = false

    @OptionGroup var file: RegisterFile
    @OptionGroup var actor: ActorOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var date: DateOption

    func validate() throws {
      if input.isEmpty { throw ValidationError("name a file, or - for standard input") }
      if input.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once only") }
      if packs.packs.count > 1 { throw ValidationError("add takes one pack at a time: name one --pack") }
      if workstation.isEmpty || round?.isEmpty == true { throw ValidationError("an empty name tells nothing") }
    }

    func run() async throws {
      let files = try survey()
      let packs = try reading.readMapping().applied(to: packs.load())
      var check = OutputCheck(inputs: files.files.map(\.path) + [reading.mapping].compactMap { $0 }, replacing: force)
      if let rejects = reading.rejects { try check.add(rejects) }
      let input = AnswersInput(files: files)
      let isSurvey = try input.isSurvey || input.holdsSeveral(packs)
      if isSurvey, person != nil {
        throw Failure.usage(
          "--person is for the answers of one person\n  help: leave it out, as a survey names each person")
      }
      // Before the register is kept from others.
      let answers = try await isSurvey ? nil : single(input, packs)
      let register = try file.open(creating: true)
      let day = try date.value()
      let round = try round ?? register.lastRound(on: day) ?? String(day.prefix(4))
      var settings = Filing.Settings(date: day, round: round, workstation: workstation, who: actor.value)
      settings.includesHealth = includeHealth
      let filing = try register.file(by: packs.assessors[0], settings)
      defer { filing.end() }
      try await file(answers, files, packs, by: filing)
    }

    private func survey() throws -> SurveyFiles {
      var options = try reading.options(reading.readMapping())
      options.groupColumn = by
      options.needsIDs = true
      options.includesHealth = includeHealth
      options.hidesHealth = !includeHealth
      return SurveyFiles(files: try input.surveyFiles(), options: options, quiet: quiet)
    }

    private func single(_ input: AnswersInput, _ packs: [Pack]) async throws -> Answers {
      var answers = try await input.person(for: packs)
      answers.id = person ?? answers.id
      if answers.id?.isEmpty ?? true {
        throw Failure.usage(
          "nothing says whose answers they are\n  help: give an id with --person, such as --person p-07")
      }
      return answers
    }

    private func file(_ answers: Answers?, _ files: SurveyFiles, _ packs: [Pack], by filing: Filing) async throws {
      let count = FilingCount()
      guard let answers else {
        let rejects = RejectsOutput(path: reading.rejects, force: force)
        let read = try await Interruption.mayStop {
          try await rejects.write { rejects in
            try await files.read(packs) { file in
              try await SurveyPeople(packs, file.options).read(
                file.descriptor, after: file.start, rejects: rejects
              ) { part in count.add(part.people.map { ($0.answers, $0.group) }, by: filing) }
            }
          }
        }
        try count.finish(filing)
        let summary = read.map(\.summary).total
        if !quiet { Console.err(TerminalText(lines: read.notes(hasRejectsFile: reading.rejects != nil))) }
        tell(count, summary)
        if summary.hasRejects { throw ExitCode.problemsInData }
        return
      }
      count.add([(answers, "")], by: filing)
      try count.finish(filing)
      var summary = SurveySummary()
      (summary.rows, summary.scored) = (1, 1)
      tell(count, summary)
    }

    private func tell(_ count: FilingCount, _ summary: SurveySummary) {
      if !quiet, let changes = count.changes { Console.err("\(changes)\n") }
      Console.err("\(summary.registered(alreadyThere: count.alreadyThere))\n")
    }
  }
}

/// What became of the people of a survey, counted as they are filed.
private final class FilingCount: Sendable {
  fileprivate struct State {
    var filed = 0
    var alreadyThere = 0
    var compared = 0
    var (solved, new, still, undetermined) = (0, 0, 0, 0)
    var failure: (any Error)?
    /// Assessed, and not filed yet.
    var waiting: [Filing.Assessed] = []
  }
  private let state = Mutex(State())

  var alreadyThere: Int { state.withLock(\.alreadyThere) }

  /// What goes wrong is told by `finish`; after it nobody else is filed.
  func add(_ people: [(answers: Answers, team: String)], by filing: Filing) {
    for start in stride(from: 0, to: people.count, by: Self.mostAtOnce) {
      add(people[start..<min(start + Self.mostAtOnce, people.count)], by: filing)
    }
  }

  /// Held in memory between assessing and filing.
  private static let mostAtOnce = 128

  /// Assesses them on all cores, and files those before them meanwhile: in the order of the file.
  private func add(_ people: ArraySlice<(answers: Answers, team: String)>, by filing: Filing) {
    let responses = Mutex([Filing.Assessed?](repeating: nil, count: people.count))
    DispatchQueue.concurrentPerform(iterations: 1 + people.count) { turn in
      if turn == 0 { return fileWaiting(by: filing) }
      let (answers, team) = people[people.startIndex + turn - 1]
      let response = filing.assess(answers, team: team)
      responses.withLock { $0[turn - 1] = response }
    }
    let assessed = responses.withLock { $0.compactMap(\.self) }
    state.withLock { $0.waiting = assessed }
  }

  private func fileWaiting(by filing: Filing) {
    state.withLock { state in
      for response in state.waiting where state.failure == nil {
        do {
          state.add(try filing.add(response))
        } catch {
          state.failure = error
        }
      }
      state.waiting = []
    }
  }

  func finish(_ filing: Filing) throws {
    fileWaiting(by: filing)
    if let failure = state.withLock(\.failure) { throw failure }
    try filing.commit()
  }

  /// `nil` where nobody was assessed before.
  var changes: TerminalText? {
    state.withLock { state in
      state.compared == 0
        ? nil
        : """
        since the assessments before, of \(state.compared) people: \(state.solved) findings solved, \(state.new) new, \
        \(state.still) still there, \(state.undetermined) left open
        """
    }
  }
}

extension FilingCount.State {
  fileprivate mutating func add(_ outcome: Filing.Outcome) {
    switch outcome {
    case .alreadyThere: alreadyThere += 1
    case .filed(let comparison):
      filed += 1
      guard let comparison else { return }
      compared += 1
      solved += comparison.solved.count
      new += comparison.new.count
      still += comparison.still.count
      undetermined += comparison.undetermined.count
    }
  }
}

extension SurveySummary {
  /// The line that scripts read.
  fileprivate func registered(alreadyThere: Int) -> TerminalText {
    "rows \(rows) = filed \(scored - alreadyThere) + already there \(alreadyThere) + rejected \(rejected) + set aside \(setAside); \(cellsLeftOpen) cells left open"
      + (leavesHealthOpen ? ", not counting answers about health" : "")
  }
}
