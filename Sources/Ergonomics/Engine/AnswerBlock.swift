/// The answers of up to 64 people: for each class of each question, who is in it.
package struct AnswerBlock: Sendable {
  package static let capacity = 64

  /// By `AnswerClasses.masks`: a bit for each person. Everybody is in one class at least of each question.
  package var masks: [UInt64]
  /// At 64 * `AnswerClasses.valueColumn` + person: the number answered, in base units; any number where unanswered.
  package var values: [Int]

  /// A block in which nobody answered anything.
  package init(_ program: Program) {
    masks = Array(repeating: 0, count: program.maskCount)
    values = Array(repeating: 0, count: Self.capacity * program.valueColumnCount)
    for classes in program.classes { masks[classes.masks.lowerBound] = .max }
  }

  /// Puts in what one person answered; what was there before for this person is gone.
  package mutating func set(_ answers: Answers, for person: Int, in program: Program) {
    for place in program.classes.indices {
      set(answers[program.questions[place].id], to: place, for: person, in: program)
    }
  }

  /// Puts in one answer; `nil` and an answer of another kind than the question's leave it unanswered.
  mutating func set(_ answer: Answer?, to question: Int, for person: Int, in program: Program) {
    let (classes, bit) = (program.classes[question], UInt64(1) << UInt64(person))
    for mask in classes.masks { masks[mask] &= ~bit }
    for chosen in program.classCodes(of: answer, to: question) { masks[classes.masks.lowerBound + chosen] |= bit }
    if case .number(let number) = answer, let column = classes.valueColumn {
      values[Self.capacity * column + person] = number
    }
  }
}

extension Program {
  /// The classes an answer is in. An answer of another kind than the question's counts as none.
  package func classCodes(of answer: Answer?, to question: Int) -> [Int] {
    let classes = classes[question]
    let options = questions[question].options
    let codes: [Int] =
      switch (answer, questions[question].kind) {
      case (.option(let id), .choice): options.indices.filter { options[$0].id == id }.map(classes.of(option:))
      case (.options(let ids), .choices):
        options.indices.filter { ids.contains(options[$0].id) }.map(classes.of(option:))
      case (.number(let number), .number(let range)) where range.bounds.contains(number): [classes.of(number: number)]
      case (.text, .text): [1]
      default: []
      }
    return codes.isEmpty ? [AnswerClasses.unanswered] : codes
  }
}
