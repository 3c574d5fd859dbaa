import ArgumentParser
import Ergonomics
import Foundation
import Interview
import Surveys

/// An interview at the terminal, from the answers saved before to the last one; a signal ends it without loss.
struct InterviewRun {
  struct Outcome {
    let answers: Answers
    /// Not stopped for a warning sign.
    let isWhole: Bool
  }

  let session: Session
  private let assessor: Assessor
  private let brief: BriefQuestions?
  private let options: InterviewOptions
  private let store = SessionStore()
  private let saved: SavedAnswers?
  /// As long as the interview lasts.
  private let lock: SessionLock?
  /// Answers of an earlier report, to be taken up again.
  private let earlier: Answers?
  /// Where drawings are.
  private let figures: URL

  init(
    _ assessor: Assessor, _ brief: BriefQuestions?, _ options: InterviewOptions, _ packs: PackOptions,
    _ home: InstalledFolders, earlier: Answers?
  ) throws {
    (self.assessor, self.brief, self.options, self.earlier) = (assessor, brief, options, earlier)
    figures = home.reports.appending(path: "figures")
    let name = options.session ?? assessor.pack.id
    if Console.canAsk { try? store.prepare() }
    lock = try store.lock(name)
    let saved = try store.loadOrSetAside(name)
    self.saved = options.startOver ? nil : saved
    if options.resume, saved == nil { throw options.noSession(name, store) }
    if let saved = self.saved, saved.packs != assessor.pack.joint {
      throw Failure.usage(
        "the interview '\(name)' is about \(saved.packs.inWords)\n"
          + "  help: go on with \(saved.packs.options), or choose another --session")
    }
    let named = options.session.map { " --session \($0)" } ?? ""
    let pack = packs.packs.map { " --pack \($0.quotedForShell)" }.joined()
    let rules = packs.rules.rules.map { " --rules \($0.quotedForShell)" } ?? ""
    session = Session(
      name, in: store, pack: assessor.pack, answers: self.saved?.count ?? 0,
      wayOn:
        "sitwell assess --resume\(brief == nil ? "" : " --brief")\(options.from.map { " --from \($0.quotedForShell)" } ?? "")\(named)\(pack)\(rules)"
    )
  }

  func answers() throws -> Outcome {
    let before = saved?.answers(to: assessor.pack) ?? Answers()
    guard Console.canAsk else { return try answersWithoutAsking(before) }
    let terminal = options.isPlain ? nil : Terminal.open()
    let watch = watchSignals()
    defer {
      terminal?.close()
      withExtendedLifetime(watch) {}
    }
    var medium: any InterviewMedium = terminal.map { ScreenMedium($0, ink: ink) } ?? plainMedium
    let start = try start(from: before, &medium)
    var dialogue = Dialogue(
      start, medium: medium, isLive: options.live, keep: session.keep,
      drawing: drawing)
    switch dialogue.run() {
    case .finished(let answers): return Outcome(answers: answers, isWhole: true)
    case .stoppedForCare(let answers): return Outcome(answers: answers, isWhole: false)
    case .stopped:
      terminal?.close()
      Console.err(session.farewell)
      throw ExitCode.success
    }
  }

  /// Saved answers are enough if nothing is missing.
  private func answersWithoutAsking(_ before: Answers) throws -> Outcome {
    let flow = InterviewFlow(assessor, answers: options.resume ? before : Answers(), brief: brief)
    let missing = flow.missing.map { flow.questions[$0] }
    if missing.isEmpty { return Outcome(answers: before, isWhole: true) }
    throw Failure.usage(
      "nobody can be asked: this is no terminal. Missing are\n"
        + missing.map { "  \($0.id)  \($0.label)\n" as TerminalText }.joined() + "  and what follows from them\n"
        + "  help: give these and all other answers in one file, with --answers FILE")
  }

  /// Answers saved before are gone on with if the person wants that; then come those of an earlier report.
  private func start(from before: Answers, _ medium: inout any InterviewMedium) throws -> InterviewFlow {
    if options.startOver { try session.end() }
    guard let saved else { return takingUp(&medium) }
    guard options.resume || medium.goesOn(withSaved: saved.count) else {
      try session.end()
      return takingUp(&medium)
    }
    let lost = saved.count - before.byQuestion.count
    let isSame = saved.packHash == assessor.pack.hash
    medium.say(InterviewPhrases.resumed(before.byQuestion.count, changed: isSame ? nil : lost), .quiet)
    return InterviewFlow(assessor, answers: before, brief: brief)
  }

  private func takingUp(_ medium: inout any InterviewMedium) -> InterviewFlow {
    guard let earlier, !earlier.byQuestion.isEmpty else { return InterviewFlow(assessor, brief: brief) }
    if let brief { return InterviewFlow(assessor, answers: earlier, brief: brief) }
    let asksAgain = medium.answersAgain(earlier.byQuestion.count)
    return InterviewFlow(assessor, answers: earlier, asksAgain: asksAgain)
  }

  /// The drawing of a figure in letters: `feet-flat.txt` for `feet-flat.svg`.
  private func drawing(_ figure: String) -> String? {
    let name = figure.hasSuffix(".svg") ? figure.dropLast(4) + ".txt" : figure[...]
    return try? String(contentsOf: figures.appending(path: name), encoding: .utf8)
  }

  private var ink: TerminalStyle {
    TerminalStyle(options.color, environment: ProcessInfo.processInfo.environment, isTerminal: Console.hasTerminal)
  }

  private var plainMedium: PlainMedium {
    PlainMedium(width: Console.width, readLine: { readLine() }, write: { Console.err($0) })
  }

  private func watchSignals() -> SignalWatch {
    SignalWatch([SIGINT, SIGTERM, SIGHUP, SIGQUIT]) { [session] signal in
      session.leave(128 + signal) { Terminal.restore() }
    }
  }
}

extension InterviewOptions {
  fileprivate var isPlain: Bool {
    let wish = ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? ""
    return accessible || !["", "0"].contains(wish)
  }
}

extension JointPackID {
  fileprivate var inWords: String {
    "the pack\(packs.count > 1 ? "s" : "") \(packs.map { "'\($0)'" }.joined(separator: " and "))"
  }

  fileprivate var options: String { packs.map { "--pack \($0.quotedForShell)" }.joined(separator: " ") }
}

extension String {
  /// As a shell takes it for one word.
  var quotedForShell: String {
    allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./@+".contains($0)) } && !isEmpty
      ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
