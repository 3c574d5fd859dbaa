/// For whom two conditions hold, of all people who answer every question: whom both can hold for, and so on.
package struct Overlap: Sendable, Hashable {
  package internal(set) var both = false
  package internal(set) var onlyFirst = false
  package internal(set) var onlySecond = false
  package internal(set) var neither = false
  /// All combinations were tried, with no number inside a formula among them: what is not seen does not exist.
  package internal(set) var isComplete = true

  /// They tell nothing of each other.
  static let independent = Overlap(both: true, onlyFirst: true, onlySecond: true, neither: true)
  var isIndependent: Bool { both && onlyFirst && onlySecond && neither }
}

extension RuleProgram {
  /// Holds where any of some conditions does, with the questions that decide it.
  struct Tried {
    let nodes: [Node]
    let questions: [Int]

    init(_ nodes: [Node], in program: RuleProgram) {
      self.nodes = nodes
      questions = Set(nodes.flatMap(program.questionsDeciding)).sorted()
    }
  }

  /// What is seen of two conditions over the answers to the questions that either reads.
  ///
  /// Numbers inside formulas are tried at a few values, and of very many combinations some. So what is seen exists, while
  /// what is not seen may exist too: a link between two findings can be one too many, but none is missed.
  func overlap(_ first: Tried, _ second: Tried) -> Overlap {
    if Set(first.questions).isDisjoint(with: second.questions) { return .independent }
    var seen = Overlap()
    let questions = Set(first.questions + second.questions).sorted()
    seen.isComplete = walk(questions, part(for: first.nodes + second.nodes)) { run, people in
      let (a, b) = (holds(first, run), holds(second, run))
      seen.both = seen.both || a & b & people != 0
      seen.onlyFirst = seen.onlyFirst || a & ~b & people != 0
      seen.onlySecond = seen.onlySecond || ~a & b & people != 0
      seen.neither = seen.neither || ~a & ~b & people != 0
      return !seen.isIndependent
    }
    return seen
  }

  /// Whether some answers let two conditions hold at once; `false` also where that was not seen.
  package func canHoldTogether(_ first: Node, _ second: Node) -> Bool {
    overlap(Tried([first], in: self), Tried([second], in: self)).both
  }

  private func holds(_ tried: Tried, _ run: Run) -> UInt64 {
    tried.nodes.reduce(0) { $0 | run.truth(of: $1).isTrue }
  }

  /// Tries combinations of answers to some questions, those that a part of the program tells apart once: all of them, or
  /// `limit` drawn evenly. Goes on while `body` says so, which gets a bit for each person of a run that counts.
  ///
  /// - Returns: Whether these were all there are, with no number inside a formula among them.
  @discardableResult
  private func walk(_ questions: [Int], _ part: Part, limit: Int = 1 << 14, _ body: (Run, UInt64) -> Bool) -> Bool {
    let answers = questions.map { distinguished($0, by: part) }
    let combinations = answers.reduce(1) { min($0 * $1.count, limit + 1) }
    var (block, run, draw) = (AnswerBlock(self), Run(self), UInt64(1))
    let count = min(combinations, limit)
    for start in stride(from: 0, to: count, by: AnswerBlock.capacity) {
      let people = min(AnswerBlock.capacity, count - start)
      for person in 0..<people {
        var rest = start + person
        for choices in answers {
          if combinations > limit {
            draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            rest = Int(draw >> 33)
          }
          block.set(choices[rest % choices.count], for: person)
          rest /= choices.count
        }
      }
      self.run(part, on: block, into: &run)
      if !body(run, .max >> UInt64(AnswerBlock.capacity - people)) { break }
    }
    let reads = part.columns.contains { if case .number = columns[$0] { true } else { false } }
    return combinations <= limit && !reads
  }

  /// One answer each of those to a question that a part of the program tells apart.
  func distinguished(_ question: Int, by part: Part) -> [CodedAnswer] {
    var (block, run) = (AnswerBlock(self), Run(self))
    return distinguished(samples(of: question, for: part), to: question, by: part, on: &block, &run)
      .map { coded($0, to: question) }
  }

  /// Of some answers to a question one each of those that a part of the program tells apart.
  ///
  /// - Parameters:
  ///   - block: Some block, in which the answers to this question are then others.
  ///   - run: Memory to work in.
  func distinguished(
    _ answers: [Answer?], to question: Int, by part: Part, on block: inout AnswerBlock, _ run: inout Run
  ) -> [Answer?] {
    let (masks, firstMask) = (classes[question].masks, classes[question].masks.lowerBound)
    let steps = part.steps.filter { if case .answer(masks, _, _, _) = self.steps[$0] { true } else { false } }
    let columns = part.columns.filter {
      switch self.columns[$0] {
      case .number(_, masks, _), .total(firstMask, _, _): true
      default: false
      }
    }
    var (seen, kept) = (Set<[Int]>(), [Answer?]())
    for first in stride(from: 0, to: answers.count, by: AnswerBlock.capacity) {
      let some = answers[first..<min(answers.count, first + AnswerBlock.capacity)]
      for (person, answer) in some.enumerated() { block.set(coded(answer, to: question), for: person) }
      self.run(Part(steps: steps, columns: columns), on: block, into: &run)
      for (person, answer) in some.enumerated() {
        let told =
          steps.map { Int(run.truths[$0].isTrue >> UInt64(person) & 1) }
          + columns.map { run.low[AnswerBlock.capacity * $0 + person] }
        if seen.insert(told).inserted { kept.append(answer) }
      }
    }
    return kept
  }
}
