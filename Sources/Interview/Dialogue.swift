package import Ergonomics

/// Asks one question after the other in plain, append-only text: no cursor, no box, nothing that a screen reader would
/// read twice.
package struct Dialogue {
  package enum Ending: Equatable, Sendable {
    /// Everything was asked and looked through.
    case finished(Answers)
    /// The person stopped, or the input ended.
    case stopped(Answers)
    /// A warning sign came up and the person chose to stop for it.
    case stoppedForCare(Answers)
  }

  private enum Move { case on, stop, stopForCare }

  var flow: InterviewFlow
  let width: Int
  /// The next line without its end; `nil` when the input has ended.
  private let readLine: () -> String?
  private let write: (String) -> Void
  private var shownCards: Set<CareCard.ID> = []
  private var section: Section.ID?

  /// - Parameter width: Columns of the terminal.
  package init(
    _ flow: InterviewFlow, width: Int, readLine: @escaping () -> String?, write: @escaping (String) -> Void
  ) {
    (self.flow, self.width, self.readLine, self.write) = (flow, max(30, min(width, 100)), readLine, write)
  }

  package mutating func run() -> Ending {
    say(Words.welcome(flow.assessor.pack))
    while true {
      while flow.current != nil {
        switch askCurrent() {
        case .on: break
        case .stop: return .stopped(flow.answers)
        case .stopForCare: return .stoppedForCare(flow.answers)
        }
      }
      switch lookThrough() {
      case .on: return .finished(flow.answers)
      case .stop: return .stopped(flow.answers)
      case .stopForCare: return .stoppedForCare(flow.answers)
      }
    }
  }

  /// Asks the current question until it is answered, skipped or left.
  private mutating func askCurrent() -> Move {
    guard let question = flow.question else { return .on }
    show(question)
    while true {
      guard let line = prompt() else { return .stop }
      switch Reply(line, to: question, pack: flow.assessor.pack) {
      case .answer(let answer):
        flow.take(answer)
        return showNewCards()
      case .skip:
        say(Words.skipped(question))
        flow.take(nil)
        return .on
      case .back:
        if flow.canGoBack {
          flow.goBack()
          return .on
        }
        say(Words.noWayBack)
      case .why: say(question.help)
      case .stop: return .stop
      case .mistake(let summary, let help): say(summary, help)
      case .nothing: say(Words.nothingTyped(question))
      }
    }
  }

  private mutating func show(_ question: Question) {
    let pack = flow.assessor.pack
    if section != question.section, let section = pack.sections.first(where: { $0.id == question.section }) {
      self.section = section.id
      if let about = section.about { say("\(section.title). \(about)") }
    }
    let (number, about) = flow.progress
    let title = pack.sections.first { $0.id == question.section }?.title ?? question.section
    write("\n" + "Question \(number) of about \(max(number, about)). \(title)".wrapped(to: width) + "\n")
    write(question.text.wrapped(to: width) + "\n")
    let choices = question.options.isEmpty ? [] : question.options.map(\.text) + [pack.notSure]
    for (place, text) in choices.enumerated() {
      let number = String(place + 1)
      let label = String(repeating: " ", count: max(0, 3 - number.count)) + number + "  "
      write((label + text).hanging(to: width, indent: 5) + "\n")
    }
    if let before = flow.answers[question.id] {
      say(Words.answerSoFar(question.words(for: before, notSure: pack.notSure)))
    }
    say(Words.howToAnswer(question), Words.commands(canGoBack: flow.canGoBack))
  }

  private func prompt() -> String? {
    write("> ")
    return readLine()
  }

  private func say(_ text: String...) {
    for text in text where !text.isEmpty { write(text.wrapped(to: width) + "\n") }
  }

  /// Cards that an answer called for, each shown once, at once; emergencies ask whether to go on.
  private mutating func showNewCards() -> Move {
    let cards = flow.assessor.careCards(for: flow.answers).filter { $0.level != .routine }
    let new = cards.filter { !shownCards.contains($0.id) }
    shownCards.formUnion(new.map(\.id))
    for card in new { write("\n" + Words.card(card, width: width) + "\n") }
    guard new.contains(where: { $0.level == .emergency }) else { return .on }
    while true {
      say(Words.goOnOrStop)
      guard let line = prompt()?.lowercased() else { return .stopForCare }
      if ["stop", "s", "q", ""].contains(line.trimmed) { return .stopForCare }
      if ["go on", "go", "g"].contains(line.trimmed) { return .on }
    }
  }

  /// Lists the answers and lets the person change some. `.on` also when a change brought up new questions.
  private mutating func lookThrough() -> Move {
    while flow.current == nil {
      let places = flow.answered
      write("\n" + Words.yourAnswers(places, flow, width: width) + "\n")
      guard let line = prompt() else { return .stop }
      switch line.trimmed.lowercased() {
      case "": return .on
      case "q": return .stop
      case "b": flow.goBack()
      default:
        guard let number = Int(line.trimmed), places.indices.contains(number - 1) else {
          say(Words.noSuchLine(line, count: places.count))
          continue
        }
        flow.change(places[number - 1])
      }
    }
    return askAgain()
  }

  private mutating func askAgain() -> Move {
    while flow.current != nil {
      let move = askCurrent()
      if move != .on { return move }
    }
    return lookThrough()
  }
}
