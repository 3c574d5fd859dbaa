/// The answers to one question, put into classes that no rule of the pack looks into.
///
/// Class 0 is "not answered". A choice has a class for each option (several may hold at once in a multiple choice), a
/// number one for each stretch between the limits that rules name. So what a rule asks of an answer is a set of classes,
/// whatever the question, and an answer is a small code.
package struct AnswerClasses: Sendable, Hashable {
  package static let unanswered = 0
  /// The most classes a question can have, the unanswered one included.
  package static let limit = 63

  /// A mask for each class in a block of answers, and one more: while a file is read, for what a table does not know; when
  /// a program runs, for whom several answers are possible, as with a range, or options beside which there may be more.
  package let masks: ClosedRange<Int>
  /// Where the block keeps the numbers themselves; `nil` where classes are enough.
  package let valueColumn: Int?
  /// Formulas read the numbers.
  let isReadAsNumber: Bool
  /// The least number of class 1, 2, …; places of options for a choice.
  private let starts: [Int]
  private let lastNumber: Int

  init(_ question: Question, limits: [Int], firstMask: Int, valueColumn: Int?, isReadAsNumber: Bool) {
    switch question.kind {
    case .choice(let options), .choices(let options):
      starts = Array(options.indices)
      lastNumber = options.count - 1
    case .number(let range):
      starts = Set(limits).union([range.bounds.lowerBound]).filter(range.bounds.contains).sorted()
      lastNumber = range.bounds.upperBound
    case .text:
      (starts, lastNumber) = ([0], 0)
    }
    precondition(starts.count < Self.limit, "'\(question.id)' needs more than \(Self.limit - 1) classes")
    masks = firstMask...firstMask + starts.count + 1
    (self.valueColumn, self.isReadAsNumber) = (valueColumn, isReadAsNumber)
  }

  /// The last of the masks, counted from the first.
  package var undecided: Int { masks.count - 1 }
  package var count: Int { starts.count }

  package func of(option: Int) -> Int { option + 1 }
  package func of(number: Int) -> Int { starts.count { $0 <= number } }
  package func of(numbers: ClosedRange<Int>) -> ClosedRange<Int> {
    of(number: numbers.lowerBound)...of(number: numbers.upperBound)
  }

  /// The places of options, or the numbers, that a class holds.
  package func members(of someClass: Int) -> ClosedRange<Int> {
    starts[someClass - 1]...(someClass < starts.count ? starts[someClass] - 1 : lastNumber)
  }

  /// A bit for each class whose members all satisfy this; members of a class satisfy it all or not at all.
  func set(where isIn: (Int) -> Bool) -> UInt64 {
    starts.indices.reduce(0) { isIn(starts[$1]) ? $0 | 1 << UInt64($1 + 1) : $0 }
  }
}
