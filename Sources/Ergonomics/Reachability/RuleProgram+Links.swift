extension RuleProgram {
  /// Two findings, by place, that tell something of each other.
  package struct Link: Sendable {
    package let first: Int
    package let second: Int
    package let overlap: Overlap
  }

  /// Compares every two findings that read the same question, of those that are wanted by place, as far as one of them may
  /// contain the other or tell it over again. A cut of a family holds for whoever a later one holds for.
  ///
  /// - Parameter count: Of rules, from the first; `nil` = all.
  package func findingLinks(
    ofFirst count: Int? = nil, where areWanted: (_ first: Int, _ second: Int) -> Bool = { _, _ in true }
  ) -> [Link] {
    let findings = findingRows.prefix(count ?? .max).map { tried($0) }
    let drawn = DrawnPeople(self, findings)
    return findings.indices.flatMap { second in
      (0..<second).compactMap { first in
        if !areWanted(first, second) || drawn.areUnlike(first, second) { return nil }
        let overlap = overlap(findings[first], findings[second])
        let isLink = overlap.isRepetition || !overlap.onlyFirst || !overlap.onlySecond
        return isLink ? Link(first: first, second: second, overlap: overlap) : nil
      }
    }
  }

  /// Compares two rules as they are written.
  package func overlap(ofRules first: Int, _ second: Int) -> Overlap { overlap(tried([first]), tried([second])) }

  func tried(_ rules: [Int]) -> Tried { Tried(rules.map { self.rules[$0].holds }, in: self) }

  /// By rule, the rules that its row counts: a cut counts whoever is in a later one.
  var findingRows: [[Int]] {
    var rows = rules.indices.map { [$0] }
    for family in pack.ruleFamilies {
      for (outer, inner) in zip(family, family.dropFirst()).reversed() { rows[outer] += rows[inner] }
    }
    return rows
  }
}

extension Overlap {
  /// One of the two tells the other: they hold for the same people, or between them for everybody.
  package var isRepetition: Bool { !neither || !onlyFirst && !onlySecond }
}

/// People with answers at random, and others of each finding that is seen of them: what is seen exists, and most findings
/// are soon seen to hold for others each.
private struct DrawnPeople {
  private static let blocks = 16
  private let program: RuleProgram
  private let part: RuleProgram.Part
  private let findings: [RuleProgram.Tried]
  private let answers: [[RuleProgram.CodedAnswer]]
  /// By finding, a bit for each person.
  private var found: [[UInt64]]
  /// By finding, the answers to its questions of some whom it is found of.
  private var examples: [[[Int]]]
  private var draw: UInt64 = 1

  init(_ program: RuleProgram, _ findings: [RuleProgram.Tried]) {
    (self.program, self.findings) = (program, findings)
    found = findings.map { _ in [] }
    examples = findings.map { _ in [] }
    part = program.part(for: findings.flatMap(\.nodes))
    answers = program.questions.indices.map { program.drawable($0) }
    var (block, run) = (AnswerBlock(program), RuleProgram.Run(program))
    for _ in 0..<Self.blocks { add(&block, &run, of: nil) }
    for finding in findings.indices where !examples[finding].isEmpty { add(&block, &run, of: finding) }
  }

  /// Draws a block of people, all with one finding where that is wanted.
  private mutating func add(_ block: inout AnswerBlock, _ run: inout RuleProgram.Run, of wanted: Int?) {
    var chosen: [[Int]] = []
    for person in 0..<AnswerBlock.capacity {
      var own = answers.map { Int(next() % UInt64($0.count)) }
      if let wanted {
        let example = examples[wanted][person % examples[wanted].count]
        for (question, answer) in zip(findings[wanted].questions, example) { own[question] = answer }
      }
      for (question, answer) in own.enumerated() { block.set(answers[question][answer], for: person) }
      chosen.append(own)
    }
    program.run(part, on: block, into: &run)
    for (finding, tried) in findings.enumerated() {
      let people = tried.nodes.reduce(0 as UInt64) { $0 | run.truth(of: $1).isTrue }
      found[finding].append(people)
      guard wanted == nil, examples[finding].count < 8, people != 0 else { continue }
      let example = chosen[people.trailingZeroBitCount]
      examples[finding].append(tried.questions.map { example[$0] })
    }
  }

  private mutating func next() -> UInt64 {
    draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return draw >> 33
  }

  /// Each holds for somebody whom the other does not hold for, and neither for somebody.
  func areUnlike(_ first: Int, _ second: Int) -> Bool {
    var (onlyFirst, onlySecond, neither) = (0 as UInt64, 0 as UInt64, 0 as UInt64)
    for (a, b) in zip(found[first], found[second]) {
      onlyFirst |= a & ~b
      onlySecond |= ~a & b
      neither |= ~(a | b)
    }
    return onlyFirst != 0 && onlySecond != 0 && neither != 0
  }
}

extension RuleProgram {
  /// Answers to a question to draw from: each class of a number, each option, and two of those that go together.
  fileprivate func drawable(_ question: Int) -> [CodedAnswer] {
    let answers: [Answer?]
    if case .choices(let options) = questions[question].kind {
      let together = options.filter { !$0.isAlone }
      let pairs = together.indices.flatMap { second in
        (0..<second).map { Answer.options([together[$0].id, together[second].id]) }
      }
      answers = options.map { .options([$0.id]) } + pairs
    } else {
      answers = samples(of: question, for: part(for: []))
    }
    return answers.map { coded($0, to: question) }
  }
}
