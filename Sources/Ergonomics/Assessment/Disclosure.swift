/// How much of what a person answered an assessment tells.
package enum Disclosure: String, CaseIterable, Sendable {
  /// All of it: for the person alone.
  case everything
  /// All but free text.
  case health
  /// Neither free text nor anything that an answer about health decides: with other answers about health it is the same.
  /// No care card is told, and nothing is advised that asks something of the body.
  case workstation
}

extension RuleProgram {
  /// Whether the answer to a question, by its place, may be told.
  func tells(_ question: Int, at disclosure: Disclosure) -> Bool {
    switch disclosure {
    case .everything: true
    case .health: questions[question].kind != .text
    case .workstation: questions[question].kind != .text && !isAboutHealth[question]
    }
  }

  func tells(rule: Int, at disclosure: Disclosure) -> Bool { disclosure != .workstation || !rules[rule].isAboutHealth }

  /// The answers that may be told; what is worked out from them cannot depend on the others.
  package func answers(_ answers: Answers, at disclosure: Disclosure) -> Answers {
    if disclosure == .everything { return answers }
    var told = answers
    for place in questions.indices where !tells(place, at: disclosure) { told[questions[place].id] = nil }
    return told
  }
}
