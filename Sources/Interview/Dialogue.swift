package import Ergonomics

/// Asks one question after the other, in whatever medium: the same questions and the same words in all of them.
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

  private var flow: InterviewFlow
  private var medium: any InterviewMedium
  /// Says after each section what stands out.
  private let isLive: Bool
  /// Keeps the answers after each change; gives back what the person should know if that failed.
  private let keep: (Answers) -> String?
  /// The text of a drawing, by its name in the pack.
  private let drawing: (String) -> String?
  private var shownCards: Set<CareCard.ID>
  private var introduced: Set<Section.ID> = []
  /// Questions that are done with, by the line that said so.
  private var settled: [Question.ID: String] = [:]
  /// What skipping means is said once.
  private var saidAboutSkipping: Set<String> = []

  /// - Parameter isLive: After each section, says in a line what stands out so far.
  package init(
    _ flow: InterviewFlow, medium: any InterviewMedium, isLive: Bool = false,
    keep: @escaping (Answers) -> String? = { _ in nil }, drawing: @escaping (String) -> String? = { _ in nil }
  ) {
    (self.flow, self.medium, self.isLive, self.keep, self.drawing) = (flow, medium, isLive, keep, drawing)
    shownCards = []
  }

  package mutating func run() -> Ending {
    if flow.answers.byQuestion.isEmpty {
      medium.say(InterviewPhrases.welcome(flow.assessor.pack, isBrief: flow.mostInBrief != nil), .plain)
    }
    let move = showNewCards()
    if move != .on { return ending(move) }
    while true {
      while flow.current != nil {
        let move = askCurrent()
        if move != .on { return ending(move) }
      }
      sayWhatIsDecided()
      guard let move = lookThrough() else { continue }
      return move == .on ? .finished(flow.answers) : ending(move)
    }
  }

  /// In brief: no level beside an emergency.
  private mutating func sayWhatIsDecided() {
    guard let decision = flow.decision,
      !flow.assessor.careCards(for: flow.answers).contains(where: { $0.level == .emergency })
    else { return }
    let count = flow.answered.count { ![nil, .declined].contains(flow.answers[flow.questions[$0].id]) }
    medium.say(InterviewPhrases.decided(decision, by: count), .care)
  }

  private func ending(_ move: Move) -> Ending {
    move == .stopForCare ? .stoppedForCare(flow.answers) : .stopped(flow.answers)
  }
}

extension Dialogue {
  /// Asks the current question until it is answered, skipped or left.
  private mutating func askCurrent() -> Move {
    guard let place = flow.current, let question = flow.question else { return .on }
    introduceSection(of: question)
    var prompt = Prompt(asking: question, in: flow)
    prompt.drawing = question.figure.flatMap(drawing)?.split(separator: "\n").map(String.init) ?? []
    while true {
      guard let line = medium.line(for: prompt) else { return leave(.stop) }
      switch Reply(line, to: question, pack: flow.assessor.pack) {
      case .answer(let answer): return take(answer, place)
      case .nothing where flow.answers[question.id] != nil: return take(flow.answers[question.id], place)
      case .skip:
        settle(question, nil)
        return skip(question, place)
      case .back where flow.canGoBack:
        medium.settle(nil)
        flow.goBack()
        return .on
      case .back: prompt.notes = [InterviewPhrases.noWayBack]
      case .why: prompt.notes = [question.help] + [prompt.commands].compactMap { $0 }
      case .stop: return leave(.stop)
      case .mistake(let summary, let help): prompt.notes = [summary, help].filter { !$0.isEmpty }
      case .nothing: prompt.notes = [InterviewPhrases.nothingTyped(question)]
      }
    }
  }

  private mutating func leave(_ move: Move) -> Move {
    medium.settle(nil)
    return move
  }

  private mutating func take(_ answer: Answer?, _ place: Int) -> Move {
    settle(flow.questions[place], answer)
    flow.take(answer)
    save()
    let move = showNewCards()
    if move == .on { sayWhatStandsOut(after: place) }
    return move
  }

  /// Says in a line what was answered; of an answer that was given before only what has changed.
  private mutating func settle(_ question: Question, _ answer: Answer?) {
    let line = InterviewPhrases.settled(question, answer, flow.assessor.pack)
    let before = settled.updateValue(line, forKey: question.id)
    medium.settle(before == nil ? line : before == line ? nil : InterviewPhrases.changed(line))
  }

  private mutating func skip(_ question: Question, _ place: Int) -> Move {
    let meaning = InterviewPhrases.skipped(question)
    if saidAboutSkipping.insert(meaning).inserted { medium.say(meaning, .quiet) }
    flow.take(nil)
    save()
    sayWhatStandsOut(after: place)
    return .on
  }

  private mutating func save() {
    if let warning = keep(flow.answers) { medium.say(warning, .care) }
  }

  private mutating func introduceSection(of question: Question) {
    guard introduced.insert(question.section).inserted,
      let section = flow.assessor.pack.sections.first(where: { $0.id == question.section }),
      let about = section.about
    else { return }
    medium.say(section.title, .heading)
    medium.say(about, .plain)
  }

  private mutating func sayWhatStandsOut(after place: Int) {
    guard isLive, flow.isLast(place) else { return }
    if flow.assessor.careCards(for: flow.answers).contains(where: { $0.level == .emergency }) { return }
    let rules = flow.assessor.pack.rules
    let found = zip(rules, flow.assessor.program.outcomes(for: flow.answers)).filter { $1 == .found }.map(\.0)
    func points(_ rule: Rule) -> Int { rule.adds.reduce(0) { $0 + $1.points } }
    let ranked = found.enumerated().sorted { (-points($0.element), $0.offset) < (-points($1.element), $1.offset) }
    medium.say(InterviewPhrases.standsOut(ranked.map(\.element.title)), .quiet)
  }

  /// Cards that an answer called for, each shown once, at once; emergencies ask whether to go on.
  private mutating func showNewCards() -> Move {
    let cards = flow.assessor.careCards(for: flow.answers).filter { $0.level != .routine }
    let new = cards.filter { !shownCards.contains($0.id) }
    shownCards.formUnion(new.map(\.id))
    let numbers = flow.assessor.pack.emergencyNumbers
    for card in new { medium.say(InterviewPhrases.card(card, numbers: numbers), .care) }
    guard new.contains(where: { $0.level == .emergency }) else { return .on }
    var prompt = Prompt(
      kind: .one, text: InterviewPhrases.goOnOrStop,
      rows: [
        .init(text: InterviewPhrases.goOn, names: ["go on", "go", "g"]),
        .init(text: InterviewPhrases.stopHere, names: ["stop", "s"]),
      ],
      marked: 1)
    while true {
      guard let line = medium.line(for: prompt)?.trimmed.lowercased() else { return leave(.stopForCare) }
      if ["2", "stop", "stop here", "s", "q", ""].contains(line) { return leave(.stopForCare) }
      if ["1", "go on", "go", "g"].contains(line) { return leave(.on) }
      prompt.notes = [InterviewPhrases.neither]
    }
  }

  /// Lists the answers until all is right. `nil`: a question is to be asked first, again or for the first time.
  private mutating func lookThrough() -> Move? {
    let places = flow.answered
    var prompt = Prompt(lookingThrough: places, in: flow)
    while true {
      guard let line = medium.line(for: prompt)?.trimmed else { return leave(.stop) }
      switch line.lowercased() {
      case "": return leave(.on)
      case "q": return leave(.stop)
      case "b" where flow.canGoBack: flow.goBack()
      default:
        guard let number = Int(line), places.indices.contains(number - 1) else {
          prompt.notes = [InterviewPhrases.noSuchLine(line, count: places.count)]
          continue
        }
        flow.change(places[number - 1])
      }
      medium.settle(nil)
      return nil
    }
  }
}
