package import Ergonomics

/// Which question comes next, and how to get back: the interview without its words.
package struct InterviewFlow: Sendable {
  package let assessor: Assessor
  package private(set) var answers: Answers
  /// The question to ask, by place; `nil` when there is none left.
  package private(set) var current: Int?
  /// Answers given before are looked at once more, each by its question.
  private let asksAgain: Bool
  /// Questions asked so far, by place, in the order they were asked.
  private var asked: [Int] = []
  /// An answer is looked at again: where its question stood in `asked`.
  private var changing: (place: Int, at: Int)?

  /// - Parameters:
  ///   - answers: Those given before.
  ///   - asksAgain: Also what has an answer is asked; otherwise one can go back to it.
  package init(_ assessor: Assessor, answers: Answers = Answers(), asksAgain: Bool = false) {
    (self.assessor, self.answers, self.asksAgain) = (assessor, answers, asksAgain)
    if asksAgain {
      current = next()
      return
    }
    let reach = assessor.reach(of: answers)
    asked = questions.indices.filter { reach[$0] != .notAsked && answers[questions[$0].id] != nil }
    current = next()
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

  /// Takes an answer to the current question and goes on. `nil` = skipped: the question stays unanswered.
  package mutating func take(_ answer: Answer?) {
    guard let place = current else { return }
    answers[questions[place].id] = answer
    asked.append(place)
    changing = nil
    current = next()
  }

  /// Goes back to the question asked before this one, or from an answer looked at again to where that was wished for;
  /// an answer stays until another is given.
  package mutating func goBack() {
    if let (place, position) = changing {
      changing = nil
      asked.insert(place, at: min(position, asked.count))
      current = next()
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

  /// The next question without an answer. What may or may not apply is asked, but for health: that waits until it applies.
  private func next() -> Int? {
    let reach = assumedReach
    return questions.indices.first {
      waits($0) && (reach[$0] == .asked || reach[$0] == .undecided && !questions[$0].isSensitive)
    }
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
