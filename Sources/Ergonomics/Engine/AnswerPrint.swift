/// What people of a block answered, as words: equal for those whom the rules of a program cannot tell apart.
///
///     let print = AnswerPrint(program, includesHealth: false)
///     var words: [UInt64] = []
///     print.append(block, count: 64, to: &words)  // `print.words` for each person
package struct AnswerPrint: Sendable {
  private let facts: Part
  private let health: Part
  package let includesHealth: Bool

  /// Words of a person, those about the workstation and the day first.
  package var words: Int { facts.words + (includesHealth ? health.words : 0) }
  package var factWords: Int { facts.words }

  /// - Parameter includesHealth: Else what is answered about health leaves no trace.
  package init(_ program: RuleProgram, includesHealth: Bool) {
    let questions = program.questions.indices.filter { program.questions[$0].kind != .text }
    facts = Part(questions.filter { !program.isAboutHealth[$0] }, program)
    health = Part(questions.filter { program.isAboutHealth[$0] }, program)
    self.includesHealth = includesHealth
  }

  /// Appends the words of the first `count` people of a block; all are 0 for who answered nothing.
  package func append(_ block: AnswerBlock, count: Int, to words: inout [UInt64]) {
    let parts = (includesHealth ? [facts, health] : [facts]).map { ($0.words, $0.columns(of: block)) }
    words.reserveCapacity(words.count + count * self.words)
    for person in 0..<count {
      for (width, columns) in parts {
        for word in 0..<width { words.append(columns[AnswerBlock.capacity * word + person]) }
      }
    }
  }

  /// Some of the questions.
  private struct Part: Sendable {
    /// Of classes that are answers.
    private let masks: [Int]
    /// Of questions whose numbers are read themselves.
    private let numbers: [AnswerClasses]
    let words: Int

    init(_ questions: [Int], _ program: RuleProgram) {
      let classes = questions.map { program.classes[$0] }
      masks = classes.flatMap { $0.masks.dropFirst() }
      numbers = classes.filter { $0.valueColumn != nil }
      words = (masks.count + 63) / 64 + 2 * numbers.count
    }

    /// At 64 * word + person.
    func columns(of block: AnswerBlock) -> [UInt64] {
      let groups = (masks.count + 63) / 64
      var columns = masks.map { block.masks[$0] } + Array(repeating: 0, count: 64 * groups - masks.count)
      for group in 0..<groups { transpose(&columns, from: 64 * group) }
      for classes in numbers {
        let (open, ranges) = (block.masks[classes.masks.lowerBound], block.masks[classes.masks.upperBound])
        let place = AnswerBlock.capacity * classes.valueColumn!
        for (values, isGiven) in [(block.values, ~open | ranges), (block.upperValues, ranges)] {
          columns += (0..<AnswerBlock.capacity).map { person in
            isGiven >> UInt64(person) & 1 == 1 ? UInt64(bitPattern: Int64(values[place + person])) : 0
          }
        }
      }
      return columns
    }
  }
}
