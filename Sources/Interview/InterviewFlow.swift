package import Ergonomics

/// Which question comes next, and how to get back: the interview without its words.
package struct InterviewFlow: Sendable {
  package let assessor: Assessor
  package private(set) var answers: Answers
  /// The question to ask, by place; `nil` when there is none left.
  package private(set) var current: Int?
  /// Answers given before are looked at once more, each by its question.
  private let asksAgain: Bool
  /// Only what can still change a level is asked; `nil`: everything.
  private let brief: BriefQuestions?
  /// In brief: how many questions may come yet, the current one among them.
  private var mostAhead = 0
  /// Questions asked so far, by place, in the order they were asked.
  private var asked: [Int] = []
  /// An answer is looked at again: where its question stood in `asked`.
  private var changing: (place: Int, at: Int)?

  /// - Parameters:
  ///   - answers: Those given before.
  ///   - asksAgain: Also what has an answer is asked; otherwise one can go back to it.
  ///   - brief: Asks only what can still change a level; that does not go with asking again.
  package init(
    _ assessor: Assessor, answers: Answers = Answers(), asksAgain: Bool = false, brief: BriefQuestions? = nil
  ) {
    (self.assessor, self.answers, self.asksAgain, self.brief) = (assessor, answers, asksAgain, brief)
    if asksAgain {
      goOn()
      return
    }
    let reach = assessor.reach(of: answers)
    asked = questions.indices.filter { reach[$0] != .notAsked && answers[questions[$0].id] != nil }
    goOn()
  }

  package var questions: [Question] { assessor.pack.questions }
  package var question: Question? { current.map { questions[$0] } }
  package var canGoBack: Bool { !asked.isEmpty || changing != nil }

  /// Which question this is, and how many there will be: those not decided yet count half, and the number is not exact.
  package var progress: (number: Int, of: Int, isExact: Bool) {
    let reach = assumedReach
    let rest = questions.indices.map { $0 == current ? .asked : waits($0) ? reach[$0] : .notAsked }
    let (certain, open) = (rest.count { $0 == .asked }, rest.count { $0 == .undecided })
    let number = asked.count + 1
    return (number, max(number, asked.count + certain + (open + 1) / 2), open == 0)
  }

  /// The same in brief: how many there will be at most; `nil` in full.
  package var mostInBrief: Int? { brief == nil ? nil : asked.count + max(1, mostAhead) }

  /// What the answers decide already; `nil` in full, and while a level is open.
  package var decision: [Assessment.Decision]? { brief?.decision(by: answers) }

  /// Takes an answer to the current question and goes on. `nil` = skipped: the question stays unanswered.
  package mutating func take(_ answer: Answer?) {
    guard let place = current else { return }
    answers[questions[place].id] = answer
    asked.append(place)
    changing = nil
    goOn()
  }

  /// Goes back to the question asked before this one, or from an answer looked at again to where that was wished for;
  /// an answer stays until another is given.
  package mutating func goBack() {
    if let (place, position) = changing {
      changing = nil
      asked.insert(place, at: min(position, asked.count))
      goOn()
      return
    }
    guard let last = asked.popLast() else { return }
    current = last
  }

  /// Asks a question again; afterwards only those that now are asked too and have no answer.
  package mutating func change(_ place: Int) {
    let position = asked.firstIndex(of: place)
    if let position { asked.remove(at: position) }
    changing = (place, position ?? asked.count)
    current = place
  }

  /// Questions that are sure to be asked and wait for an answer, by place.
  package var missing: [Int] {
    if brief != nil { return [current].compactMap(\.self) }
    let reach = assessor.reach(of: answers)
    return questions.indices.filter { reach[$0] == .asked && waits($0) }
  }

  /// The section before the current question is over: nothing in it waits any more.
  package func isLast(_ place: Int) -> Bool {
    current.map { questions[$0].section != questions[place].section } ?? true
  }

  /// Questions that the person was asked, or answered, and that count: by place, for looking through the answers.
  package var answered: [Int] {
    let reach = assessor.reach(of: answers)
    return questions.indices.filter {
      reach[$0] != .notAsked && (answers[questions[$0].id] != nil || asked.contains($0))
    }
  }

  /// Finds the next question.
  private mutating func goOn() {
    let reach = assumedReach
    guard let brief else {
      current = questions.indices.first { waits($0) && isAsked($0, reach) }
      return
    }
    let places = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1.id, $0) })
    let next = brief.next(
      answers, of: questions.map(\.id), waits: { waits(places[$0]!) },
      canAsk: { isAsked(places[$0]!, reach) && !waitsForOthers(places[$0]!, reach) })
    (current, mostAhead) = (next.question.map { places[$0]! }, next.most)
  }

  /// What may or may not apply is asked, but for health: that waits until it applies.
  private func isAsked(_ place: Int, _ reach: [QuestionReach]) -> Bool {
    reach[place] == .asked || reach[place] == .undecided && !questions[place].isSensitive
  }

  /// Another question comes first that decides whether it is asked.
  private func waitsForOthers(_ place: Int, _ reach: [QuestionReach]) -> Bool {
    guard reach[place] == .undecided, let condition = assessor.program.askConditions[place] else { return false }
    return assessor.program.questionsDeciding(condition).contains { waits($0) && reach[$0] != .notAsked }
  }

  /// Which questions are asked where of a list that was skipped, or answered with "not sure", nothing is assumed to be
  /// ticked: how long somebody slumps is no question to who did not say so.
  private var assumedReach: [QuestionReach] {
    var assumed = answers
    for question in asked.map({ questions[$0] }) where [nil, .declined].contains(answers[question.id]) {
      guard case .choices(let options) = question.kind, let none = options.first(where: \.isAlone) else { continue }
      assumed[question.id] = .options([none.id])
    }
    return assessor.reach(of: assumed)
  }

  private func waits(_ place: Int) -> Bool {
    (asksAgain || answers[questions[place].id] == nil) && !asked.contains(place)
  }
}
