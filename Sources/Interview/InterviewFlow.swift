package import Ergonomics

/// Which question comes next, and how to get back: the interview without its words.
package struct InterviewFlow: Sendable {
  package let assessor: Assessor
  package private(set) var answers: Answers
  /// The question to ask, by place; `nil` when there is none left.
  package private(set) var current: Int?
  /// Questions asked so far, by place, in the order they were asked.
  private var asked: [Int] = []
  private var isChanging = false

  package init(_ assessor: Assessor, answers: Answers = Answers()) {
    self.assessor = assessor
    self.answers = answers
    current = next(after: -1)
  }

  package var questions: [Question] { assessor.pack.questions }
  package var question: Question? { current.map { questions[$0] } }
  package var canGoBack: Bool { !asked.isEmpty }

  /// Which question this is, and about how many there will be: those not decided yet count half.
  package var progress: (number: Int, about: Int) {
    let reach = assessor.reach(of: answers)
    let rest = ((current ?? questions.count)..<questions.count).map { waits($0) ? reach[$0] : .notAsked }
    let (certain, open) = (rest.count { $0 == .asked }, rest.count { $0 == .undecided })
    return (asked.count + 1, asked.count + certain + (open + 1) / 2)
  }

  /// Takes an answer to the current question and goes on. `nil` = skipped: the question stays unanswered.
  package mutating func take(_ answer: Answer?) {
    guard let place = current else { return }
    answers[questions[place].id] = answer
    asked.append(place)
    current = next(after: isChanging ? -1 : place)
  }

  /// Goes back to the question asked before this one; its answer stays until another is given.
  package mutating func goBack() {
    guard let last = asked.popLast() else { return }
    current = last
  }

  /// Asks a question again; afterwards only those that now are asked too and have no answer.
  package mutating func change(_ place: Int) {
    isChanging = true
    asked.removeAll { $0 == place }
    current = place
  }

  /// Questions that the person was asked, or answered, and that count: by place, for looking through the answers.
  package var answered: [Int] {
    let reach = assessor.reach(of: answers)
    return questions.indices.filter {
      reach[$0] != .notAsked && (answers[questions[$0].id] != nil || asked.contains($0))
    }
  }

  /// The next question without an answer. What may or may not apply is asked, but for health: that waits until it applies.
  private func next(after place: Int) -> Int? {
    let reach = assessor.reach(of: answers)
    return questions.indices.first {
      $0 > place && waits($0) && (reach[$0] == .asked || reach[$0] == .undecided && !questions[$0].isSensitive)
    }
  }

  private func waits(_ place: Int) -> Bool { answers[questions[place].id] == nil && !asked.contains(place) }
}
