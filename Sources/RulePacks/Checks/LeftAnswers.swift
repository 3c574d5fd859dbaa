import Ergonomics

extension WorkedOutPack {
  /// What a correction leaves of the answers that it sets and a rule reads: "'raise-seat' leaves seat_height at 45 cm".
  /// `nil` where it sets none that the rule reads.
  func leavings(of correction: Int, for rule: Int, from answers: Answers) -> String? {
    let after = program.answers(answers, after: correction) ?? answers
    let read = program.questionsDeciding(program.rules[rule].holds).map { program.questions[$0] }
    let its = draft.corrections[correction].value
    let left = read.filter { question in its.sets.contains { $0.question == question.id } }.map { question in
      let value = after[question.id].map { answer in
        if case .number = answer { question.words(for: answer, notSure: "-") } else { question.code(for: answer) }
      }
      return value.map { "\(question.id) at \($0)" } ?? "\(question.id) open"
    }
    return left.isEmpty ? nil : "'\(its.id)' leaves \(left.joined(separator: " and "))"
  }
}
