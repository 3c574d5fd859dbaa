/// What the rules and scores of a program say about each of up to 64 people.
package struct Verdicts: Sendable {
  /// Of up to eight scores, by their place in the pack.
  package typealias Points = SIMD8<UInt16>
  package static let scoreLimit = 8

  let program: RuleProgram
  private var run: RuleProgram.Run
  /// Rules in groups of 64.
  package let groups: Range<Int>
  /// At 64 * group + person: a bit for each rule of the group.
  package private(set) var found: [UInt64]
  package private(set) var open: [UInt64]
  /// By person: the sum of found rules, and of found and open ones; uncapped, 0 for formulas.
  package private(set) var least: [Points]
  package private(set) var most: [Points]
  /// By score: of whom nothing is known, as every rule that adds to it and is about them is open.
  package private(set) var unknown: [UInt64]
  /// By person: questions that count or may count, and those of them that are answered; no text, and nothing about
  /// health unless it is included. Not worked out for plans.
  package private(set) var asked: [Int]
  package private(set) var answered: [Int]
  private let extent: RuleProgram.Extent
  private let points: [Points]  // by rule
  private let isCounted: [Bool]  // by question

  /// Sensitive questions count in `asked` and `answered` only if health is included.
  package init(_ program: RuleProgram, _ extent: RuleProgram.Extent = .everything, includesHealth: Bool = false) {
    precondition(program.scores.count <= Self.scoreLimit, "a pack has up to \(Self.scoreLimit) scores")
    self.program = program
    self.extent = extent
    run = RuleProgram.Run(program)
    groups = 0..<(program.rules.count + 63) / 64
    found = Array(repeating: 0, count: AnswerBlock.capacity * groups.count)
    open = found
    least = Array(repeating: Points(), count: AnswerBlock.capacity)
    most = least
    unknown = Array(repeating: 0, count: program.scores.count)
    asked = Array(repeating: 0, count: AnswerBlock.capacity)
    answered = asked
    isCounted = program.questions.indices.map {
      program.questions[$0].kind != .text && (includesHealth || !program.isAboutHealth[$0])
    }
    points = program.rules.indices.map { rule in
      program.scores.enumerated().reduce(into: Points()) { $0[$1.offset] = UInt16($1.element.points[rule]) }
    }
  }

  /// Works out everything for the first `count` people of a block.
  package mutating func evaluate(_ block: AnswerBlock, count: Int) {
    run.people = count
    program.run(extent, on: block, into: &run)
    let people = UInt64.max >> UInt64(AnswerBlock.capacity - count)
    for place in found.indices {
      let truth = place < program.rules.count ? run.truth(of: program.rules[place].holds) : .never
      found[place] = truth.isTrue & people
      open[place] = truth.isUndecided & people
    }
    findUnknownScores(people)
    for group in groups {
      transpose(&found, from: 64 * group)
      transpose(&open, from: 64 * group)
    }
    addPoints(count)
    if extent != .planning { countQuestions(block, count) }
  }

  /// Before the transposition: a word holds the people of one rule.
  private mutating func findUnknownScores(_ people: UInt64) {
    for (place, score) in program.scores.enumerated() where score.formula == nil {
      var (known, open) = (UInt64(0), UInt64(0))
      for rule in score.points.indices where score.points[rule] > 0 {
        open |= self.open[rule]
        let isAbout = program.rules[rule].applies.map { run.truth(of: $0).canBeTrue } ?? .max
        known |= self.found[rule] | ~self.open[rule] & isAbout
      }
      unknown[place] = open & ~known & people
    }
  }

  private mutating func addPoints(_ count: Int) {
    let points = points
    for person in 0..<count {
      var (sum, more) = (Points(), Points())
      for group in groups {
        sum &+= Self.total(found[64 * group + person], points.span, from: 64 * group)
        more &+= Self.total(open[64 * group + person], points.span, from: 64 * group)
      }
      (least[person], most[person]) = (sum, sum &+ more)
    }
  }

  /// Of the rules that have a bit, counted on from `first`.
  @inline(__always)
  private static func total(_ rules: UInt64, _ points: Span<Points>, from first: Int) -> Points {
    var sum = Points()
    var rest = rules
    while rest != 0 {
      sum &+= points[first &+ rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return sum
  }

  private mutating func countQuestions(_ block: AnswerBlock, _ count: Int) {
    let people = UInt64.max >> UInt64(AnswerBlock.capacity - count)
    var (askedOfAll, answeredByAll) = (0, 0)
    var (askedOfSome, answeredBySome) = ([UInt64](), [UInt64]())
    for question in program.questions.indices {
      let (isCounted, isAnswered) = reach(question, block)
      if isCounted & people == people { askedOfAll += 1 } else { askedOfSome.append(isCounted) }
      if isAnswered & people == people { answeredByAll += 1 } else { answeredBySome.append(isAnswered) }
    }
    Self.count(askedOfSome, for: count, from: askedOfAll, &asked)
    Self.count(answeredBySome, for: count, from: answeredByAll, &answered)
  }

  /// Counts by person in how many of the words the person's bit is set, on from `start`.
  private static func count(_ words: [UInt64], for count: Int, from start: Int, _ sums: inout [Int]) {
    for person in 0..<count { sums[person] = start }
    if words.isEmpty { return }
    var words = words + Array(repeating: 0, count: -words.count & 63)
    for first in stride(from: 0, to: words.count, by: 64) {
      transpose(&words, from: first)
      for person in 0..<count { sums[person] += words[first + person].nonzeroBitCount }
    }
  }

  /// What is counted of a question.
  private func reach(_ question: Int, _ block: AnswerBlock) -> (isCounted: UInt64, isAnswered: UInt64) {
    guard isCounted[question] else { return (0, 0) }
    let reach = reach(question, of: block)
    return (reach.asked, reach.answered)
  }

  /// For whom a question counts or may count, and who of them answered it; beyond those judged, any bits.
  package func reach(_ question: Int, of block: AnswerBlock) -> (asked: UInt64, answered: UInt64) {
    let counts = program.counts[question].map { run.truth(of: $0).canBeTrue } ?? .max
    return (counts, counts & ~block.masks[program.classes[question].masks.lowerBound])
  }
}

extension Verdicts {
  package func truth(of node: RuleProgram.Node, for person: Int) -> Truth { run.truth(of: node, for: person) }

  /// For each person of the block; beyond those judged, any bits.
  func truths(of node: RuleProgram.Node) -> Truth { run.truth(of: node) }

  /// A bit for each person whom a rule is found of; beyond those judged, any bits.
  func found(rule: Int) -> UInt64 { run.truth(of: program.rules[rule].holds).isTrue }

  package func outcome(ofRule rule: Int, for person: Int) -> Outcome {
    run.outcome(of: program.rules[rule], for: person)
  }

  /// A formula's value for a person; `nil` where something it reads is not asked.
  package func quantity(_ formula: RuleProgram.CompiledFormula, for person: Int) -> ClosedRange<Int>? {
    if truth(of: formula.counts, for: person).canBeTrue == 0 { return nil }
    let place = AnswerBlock.capacity * formula.column + person
    return run.low[place]...run.high[place]
  }

  /// The place of the band that a person's score is in for certain, or above it; `nil` where nothing is known, and for a formula
  /// that does not apply. Without the words of the score, as it is asked of everybody.
  func certainBand(ofScore place: Int, for person: Int) -> Int? {
    let points: Int
    if program.scores[place].formula != nil {
      guard let score = score(place, for: person), score.level != nil else { return nil }
      points = score.low
    } else {
      if unknown[place] >> UInt64(person) & 1 == 1 { return nil }
      points = min(Int(least[person][place]), program.pack.scores[place].max ?? .max)
    }
    return max(0, program.scores[place].bandStarts.count { $0 <= points } - 1)
  }

  /// A score of a person; `nil` for a formula that does not apply.
  package func score(_ place: Int, for person: Int) -> ScoreInterval? {
    let (score, compiled) = (program.pack.scores[place], program.scores[place])
    var (range, isUnknown): (ClosedRange<Int>, Bool)
    if let formula = compiled.formula {
      guard let value = quantity(formula, for: person) else { return nil }
      (range, isUnknown) = (value, value == compiled.widest && value.count > 1)
    } else {
      range = Int(least[person][place])...Int(most[person][place])
      isUnknown = unknown[place] >> UInt64(person) & 1 == 1
    }
    if let max = score.max { range = min(range.lowerBound, max)...min(range.upperBound, max) }
    return ScoreInterval(
      low: range.lowerBound, high: range.upperBound, level: isUnknown ? nil : score.band(of: range.lowerBound).id,
      levelHigh: score.band(of: range.upperBound).id)
  }
}
