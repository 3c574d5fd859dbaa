/// The questions that an open rule waits for, by place.
struct DecidingQuestions {
  /// An answer to it decides the rule, or one of its answers does.
  var alone: [Int] = []
  /// It matters beside other answers only.
  var together: [Int] = []

  /// In the order of the questionnaire.
  var all: [Int] { (alone + together).sorted() }
}

extension AnswerTrials {
  /// Which of the questions that seem to leave a rule open do so: by trying their answers, and then those to all that is
  /// open together. One that never matters is not named; where there is too much to try, none is left out.
  mutating func deciding(rule: Int, among named: [Int]) -> DecidingQuestions {
    let holds = program.rules[rule].holds
    let part = program.part(for: [holds])
    var deciding = DecidingQuestions()
    for question in named {
      if decides(question, ofRule: rule, part) {
        deciding.alone.append(question)
      } else {
        deciding.together.append(question)
      }
    }
    if !deciding.together.isEmpty { leaveOutIdle(&deciding, ofRule: rule, part) }
    return deciding
  }

  private mutating func decides(_ question: Int, ofRule rule: Int, _ part: RuleProgram.Part) -> Bool {
    var isDecided = false
    let holds = program.rules[rule].holds
    walk(part, [choices(question, ofRule: rule, part)]) { run, _, count in
      let people = UInt64.max >> UInt64(AnswerBlock.capacity - count)
      isDecided = isDecided || ~run.truth(of: holds).isUndecided & people != 0
      return !isDecided
    }
    return isDecided
  }

  private mutating func leaveOutIdle(
    _ deciding: inout DecidingQuestions, ofRule rule: Int, _ part: RuleProgram.Part
  ) {
    let holds = program.rules[rule].holds
    let open = program.questionsDeciding(holds).filter { !isAnswered($0) }
    let choices = open.map { self.choices($0, ofRule: rule, part) }
    let combinations = Self.combinations(choices)
    guard combinations <= Self.limit, choices.allSatisfy(\.isComplete) else { return }
    var isFound: [Bool] = []
    walk(part, choices) { run, _, count in
      isFound += (0..<count).map { run.truth(of: holds).isTrue >> UInt64($0) & 1 == 1 }
      return true
    }
    var step = 1
    for its in choices {
      let (step0, size) = (step, its.answers.count)
      let matters = isFound.indices.contains { place in
        place / step0 % size > 0 && isFound[place] != isFound[place - step0]
      }
      if !matters { deciding.together.removeAll { $0 == its.question } }
      step *= size
    }
  }

  private mutating func choices(_ question: Int, ofRule rule: Int, _ part: RuleProgram.Part) -> Choices {
    if let given = given(question), given != .declined { return possibleAnswers(to: question, for: part) }
    if let choices = known?[question, ofRule: rule] { return choices }
    let choices = possibleAnswers(to: question, for: part)
    known?[question, ofRule: rule] = choices
    return choices
  }
}
