/// What people of a block answered, as words: equal for those who answered the same, and else by chance only.
///
///     let print = AnswerPrint(program, includesHealth: false)
///     var words: [UInt64] = []
///     print.append(block, count: 64, to: &words)  // `print.words` for each person
///
/// They are made of the ids of questions and options, and of numbers in base units, whatever else the pack holds: so a later
/// version of the pack or of the program makes the same words of the same answers. Each answer is a number drawn by its
/// name, and a person the sum of theirs. It takes a
/// program that keeps numbers.
package struct AnswerPrint: Sendable {
  /// Of sums of 128 bits, two are equal by chance never.
  private static let wordsOfPart = 2
  private let facts: [Question]
  private let health: [Question]
  package let includesHealth: Bool

  /// Words of a person, those about the workstation and the day first.
  package var words: Int { factWords + (includesHealth ? Self.wordsOfPart : 0) }
  package var factWords: Int { Self.wordsOfPart }

  /// - Parameter includesHealth: Else what is answered about health leaves no trace.
  package init(_ program: RuleProgram, includesHealth: Bool) {
    let questions = program.questions.indices.filter { program.questions[$0].kind != .text }
    precondition(questions.allSatisfy(program.isExact), "numbers in classes would hang on what rules ask")
    facts = questions.filter { !program.isAboutHealth[$0] }.map { Question($0, of: program) }
    health = questions.filter { program.isAboutHealth[$0] }.map { Question($0, of: program) }
    self.includesHealth = includesHealth
  }

  /// Appends the words of the first `count` people of a block; all are 0 for who answered nothing.
  package func append(_ block: AnswerBlock, count: Int, to words: inout [UInt64]) {
    let start = words.count
    words += repeatElement(0, count: count * self.words)
    let people = count == AnswerBlock.capacity ? UInt64.max : 1 << UInt64(count) - 1
    let parts = includesHealth ? [facts, health] : [facts]
    for part in parts.indices {
      for question in parts[part] {
        question.add(block, people, to: &words, from: start + part * Self.wordsOfPart, each: self.words)
      }
    }
  }

  /// A number drawn by a name.
  private struct Name {
    var low: UInt64
    var high: UInt64

    /// FNV-1a, twice.
    init(_ text: String) {
      (low, high) = (0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142)
      for byte in text.utf8 {
        low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        high = (high ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
      (low, high) = (low.mixed, high.mixed)
    }

    /// With a number besides.
    func with(_ number: Int) -> Name {
      var name = self
      name.low = (low ^ UInt64(bitPattern: Int64(number))).mixed
      name.high = (high &+ UInt64(bitPattern: Int64(number)).mixed).mixed
      return name
    }
  }

  private struct Question: Sendable {
    private let masks: ClosedRange<Int>
    /// By class, and of options beside which there may be more; of numbers, of their ends.
    private let names: [Name]
    /// Where its numbers begin in a block.
    private let numbers: Int?

    init(_ question: Int, of program: RuleProgram) {
      let (classes, asked) = (program.classes[question], program.questions[question])
      masks = classes.masks
      numbers = classes.valueColumn.map { $0 * AnswerBlock.capacity }
      // Options beside which there may be more are another answer than these alone.
      let ids = numbers == nil ? asked.options.map(\.id) + ["\nmore"] : ["\nfrom", "\nto"]
      names = ids.map { Name("\(asked.id)\n\($0)") }
    }

    /// Adds what people answered, person by person.
    func add(_ block: AnswerBlock, _ people: UInt64, to words: inout [UInt64], from start: Int, each width: Int) {
      func add(_ name: Name, to person: Int) {
        let place = start + person * width
        words[place] &+= name.low
        words[place + 1] &+= name.high
      }
      let ranges = block.masks[masks.upperBound] & people
      if let numbers {
        let given = (~block.masks[masks.lowerBound] & people) | ranges
        for person in given.bits { add(names[0].with(block.values[numbers + person]), to: person) }
        for person in ranges.bits { add(names[1].with(block.upperValues[numbers + person]), to: person) }
        return
      }
      for (mask, name) in zip(masks.dropFirst(), names) {
        for person in (block.masks[mask] & people).bits { add(name, to: person) }
      }
    }
  }
}

extension UInt64 {
  /// Places of the bits that are set.
  fileprivate var bits: UnfoldSequence<Int, UInt64> {
    sequence(state: self) { rest in
      if rest == 0 { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }

  /// All bits hang on all (splitmix64).
  fileprivate var mixed: UInt64 {
    var word = self &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
