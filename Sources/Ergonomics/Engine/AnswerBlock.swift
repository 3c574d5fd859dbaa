/// The answers of up to 64 people: for each class of each question, who is in it.
package struct AnswerBlock: Sendable {
  package static let capacity = 64

  /// By `AnswerClasses.masks`: a bit for each person. Everybody is in one class at least of each question.
  package var masks: [UInt64]
  /// At 64 * `AnswerClasses.valueColumn` + person: the number answered, in base units; any number where unanswered.
  package var values: [Int]
  /// The same for the upper end of whoever gave a range; any number for all others.
  package var upperValues: [Int]

  /// A block in which nobody answered anything.
  package init(_ program: RuleProgram) {
    masks = Array(repeating: 0, count: program.maskCount)
    values = Array(repeating: 0, count: Self.capacity * program.valueColumnCount)
    upperValues = values
    for classes in program.classes { masks[classes.masks.lowerBound] = .max }
  }

  /// Puts in what one person answered; what was there before for this person is gone.
  package mutating func set(_ answers: Answers, for person: Int, in program: RuleProgram) {
    for place in program.classes.indices {
      if let answer = answers[program.questions[place].id] {
        set(answer, to: place, for: person, in: program)
      } else {
        leaveOpen(program.classes[place], for: person)
      }
    }
  }

  /// What `set` makes of an answer that there is not, which most are in examples of packs.
  private mutating func leaveOpen(_ classes: AnswerClasses, for person: Int) {
    let bit = UInt64(1) << UInt64(person)
    for mask in classes.masks { masks[mask] &= ~bit }
    masks[classes.masks.lowerBound + AnswerClasses.unanswered] |= bit
  }

  /// Puts in one answer; `nil` and an answer of another kind than the question's leave it unanswered.
  mutating func set(_ answer: Answer?, to question: Int, for person: Int, in program: RuleProgram) {
    set(program.coded(answer, to: question), for: person)
  }

  /// Puts in an answer whose classes are known.
  mutating func set(_ answer: RuleProgram.CodedAnswer, for person: Int) {
    let bit = UInt64(1) << UInt64(person)
    for mask in answer.allMasks { masks[mask] &= ~bit }
    for mask in answer.masks { masks[mask] |= bit }
    if let place = answer.valuePlace {
      (values[place + person], upperValues[place + person]) = (answer.numbers.lowerBound, answer.numbers.upperBound)
    }
  }

  /// Puts in the same answer for everybody.
  mutating func fill(_ answer: RuleProgram.CodedAnswer) {
    for mask in answer.allMasks { masks[mask] = 0 }
    for mask in answer.masks { masks[mask] = .max }
    guard let place = answer.valuePlace else { return }
    for person in 0..<Self.capacity {
      (values[place + person], upperValues[place + person]) = (answer.numbers.lowerBound, answer.numbers.upperBound)
    }
  }
}

extension RuleProgram {
  /// Whether blocks hold an answer to a question as it was given: that of a number is else known by its class only.
  func isExact(_ question: Int) -> Bool {
    if case .number = questions[question].kind { return classes[question].valueColumn != nil }
    return true
  }

  /// An answer as a block keeps it, for answers that are put in many times.
  struct CodedAnswer {
    /// Of the classes it is in.
    let masks: [Int]
    /// Of all classes of its question.
    let allMasks: ClosedRange<Int>
    /// Where the numbers of its question begin in a block; `nil` for answers without one.
    let valuePlace: Int?
    let numbers: ClosedRange<Int>
  }

  func coded(_ answer: Answer?, to question: Int) -> CodedAnswer {
    let classes = classes[question]
    let numbers = answer?.numbers
    let valuePlace = numbers == nil ? nil : classes.valueColumn.map { AnswerBlock.capacity * $0 }
    return CodedAnswer(
      masks: classCodes(of: answer, to: question).map { classes.masks.lowerBound + $0 }, allMasks: classes.masks,
      valuePlace: valuePlace, numbers: numbers ?? 0...0)
  }
}

extension RuleProgram {
  /// The classes an answer is in, with the last mask where several answers are possible. An answer of another kind than the
  /// question's counts as none.
  package func classCodes(of answer: Answer?, to question: Int) -> [Int] {
    let classes = classes[question]
    let options = questions[question].options
    let codes: [Int] =
      switch (answer, questions[question].kind) {
      case (.option(let id), .choice): options.indices.filter { options[$0].id == id }.map(classes.of(option:))
      case (.options(let ids), .choices):
        options.indices.filter { ids.contains(options[$0].id) }.map(classes.of(option:))
      case (.atLeast(let ids), .choices):
        [AnswerClasses.unanswered] + options.indices.filter { ids.contains(options[$0].id) }.map(classes.of(option:))
          + [classes.undecided]
      case (.number(let number), .number(let range)) where range.bounds.contains(number): [classes.of(number: number)]
      case (.range(let numbers), .number(let range)) where range.bounds.contains(numbers):
        Array(classes.of(numbers: numbers)) + [classes.undecided]
      case (.text, .text): [1]
      default: []
      }
    return codes.isEmpty ? [AnswerClasses.unanswered] : codes
  }
}
