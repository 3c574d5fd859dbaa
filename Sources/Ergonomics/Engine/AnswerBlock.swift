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
    let (bit, first) = (UInt64(1) << UInt64(person), answer.masks.lowerBound)
    for code in 0..<answer.masks.count {
      let isIn = answer.classes >> UInt64(code) & 1
      masks[first + code] = masks[first + code] & ~bit | isIn << UInt64(person)
    }
    if let place = answer.valuePlace {
      (values[place + person], upperValues[place + person]) = (answer.numbers.lowerBound, answer.numbers.upperBound)
    }
  }

  /// Puts in the same answer for everybody.
  mutating func fill(_ answer: RuleProgram.CodedAnswer) {
    for code in 0..<answer.masks.count {
      masks[answer.masks.lowerBound + code] = answer.classes >> UInt64(code) & 1 == 1 ? .max : 0
    }
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
    /// A bit for each class it is in.
    let classes: UInt64
    /// Of all classes of its question.
    let masks: ClosedRange<Int>
    /// Where the numbers of its question begin in a block; `nil` for answers without one.
    let valuePlace: Int?
    let numbers: ClosedRange<Int>
  }

  func coded(_ answer: Answer?, to question: Int) -> CodedAnswer {
    let numbers = answer?.numbers
    let valuePlace = numbers == nil ? nil : classes[question].valueColumn.map { AnswerBlock.capacity * $0 }
    return CodedAnswer(
      classes: classSet(of: answer, to: question), masks: classes[question].masks, valuePlace: valuePlace,
      numbers: numbers ?? 0...0)
  }
}

extension RuleProgram {
  /// A bit for each class that an answer is in, and for the last mask where several answers are possible. An answer of another
  /// kind than the question's counts as none.
  package func classSet(of answer: Answer?, to question: Int) -> UInt64 {
    func options(_ ids: [AnswerOption.ID], of all: [AnswerOption]) -> UInt64 {
      all.indices.reduce(0) { ids.contains(all[$1].id) ? $0 | 1 << UInt64(classes[question].of(option: $1)) : $0 }
    }
    let none: UInt64 = 1 << UInt64(AnswerClasses.unanswered)
    let undecided: UInt64 = 1 << UInt64(classes[question].undecided)
    let set: UInt64 =
      switch (answer, questions[question].kind) {
      case (.option(let id), .choice(let all)): options([id], of: all)
      case (.options(let ids), .choices(let all)): options(ids, of: all)
      case (.atLeast(let ids), .choices(let all)): none | options(ids, of: all) | undecided
      case (.number(let number), .number(let range)) where range.bounds.contains(number):
        1 << UInt64(classes[question].of(number: number))
      case (.range(let numbers), .number(let range)) where range.bounds.contains(numbers):
        classes[question].of(numbers: numbers).reduce(undecided) { $0 | 1 << UInt64($1) }
      case (.text, .text): 1 << 1
      default: none
      }
    return set == 0 ? none : set
  }
}
