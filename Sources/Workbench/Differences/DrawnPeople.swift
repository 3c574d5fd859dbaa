import Ergonomics

/// People whose answers are drawn at random, and who are asked what the questionnaire asks them.
package struct DrawnPeople {
  private let program: RuleProgram
  private var state: UInt64
  private var number = 0

  /// - Parameter seed: The same people come of the same seed.
  package init(_ program: RuleProgram, seed: Int) {
    (self.program, state) = (program, UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15)
  }

  package mutating func next(_ count: Int) -> [Answers] {
    var people: [Answers] = []
    while people.count < count { people += block(min(AnswerBlock.capacity, count - people.count)) }
    return people
  }

  /// Everybody answers everything first; then what is not asked of them is taken away.
  private mutating func block(_ count: Int) -> [Answers] {
    var (block, verdicts) = (AnswerBlock(program), Verdicts(program, .scoring))
    var people = (0..<count).map { _ in person() }
    for (place, person) in people.enumerated() { block.set(person, for: place, in: program) }
    verdicts.evaluate(block, count: count)
    for (place, question) in program.questions.enumerated() {
      let asked = verdicts.reach(place, of: block).asked
      for person in people.indices where asked >> UInt64(person) & 1 == 0 { people[person][question.id] = nil }
    }
    return people
  }

  private mutating func person() -> Answers {
    number += 1
    var answers = Answers(id: "drawn-\(number)")
    for (place, question) in program.questions.enumerated() where below(12) > 0 {
      answers[question.id] = answer(to: question, place)
    }
    return answers
  }

  private mutating func answer(to question: Question, _ place: Int) -> Answer? {
    switch question.kind {
    case .choice(let options): return .option(options[below(options.count)].id)
    case .choices(let options):
      let alone = options.filter(\.isAlone)
      if !alone.isEmpty, below(4) == 0 { return .options([alone[below(alone.count)].id]) }
      let chosen = options.filter { !$0.isAlone && below(4) == 0 }.map(\.id)
      return chosen.isEmpty ? nil : .options(chosen)
    case .number(let range): return .number(number(in: range, program.classes[place]))
    case .text: return nil
    }
  }

  /// Every second one right beside a limit that some condition names.
  private mutating func number(in range: NumberRange, _ classes: AnswerClasses) -> Int {
    if below(2) == 0 {
      let start = classes.members(of: 1 + below(classes.count)).lowerBound
      let near = start - below(2)
      return range.bounds.contains(near) ? near : start
    }
    let step = range.step ?? 1
    return range.bounds.lowerBound + step * below((range.bounds.upperBound - range.bounds.lowerBound) / step + 1)
  }

  /// SplitMix64.
  private mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 1) % max(1, count)
  }
}

extension PackImpact {
  /// What the change does to people who are drawn by the questionnaire of the later state.
  package static func drawn(_ count: Int, seed: Int, from before: RuleProgram, to after: RuleProgram) -> PackImpact {
    var (impact, people) = (PackImpact(from: before, to: after), DrawnPeople(after, seed: seed))
    var judges = Judges(before, after)
    for start in stride(from: 0, to: count, by: AnswerBlock.capacity) {
      judges.add(people.next(min(AnswerBlock.capacity, count - start)), to: &impact)
    }
    return impact
  }

  /// What it does to some people.
  package static func of(_ people: [Answers], from before: RuleProgram, to after: RuleProgram) -> PackImpact {
    var (impact, judges) = (PackImpact(from: before, to: after), Judges(before, after))
    for start in stride(from: 0, to: people.count, by: AnswerBlock.capacity) {
      judges.add(Array(people[start..<min(people.count, start + AnswerBlock.capacity)]), to: &impact)
    }
    return impact
  }

  /// Both states, with a block of people for each.
  private struct Judges {
    private let programs: [RuleProgram]
    private var blocks: [AnswerBlock]
    private var verdicts: [Verdicts]

    init(_ before: RuleProgram, _ after: RuleProgram) {
      programs = [before, after]
      blocks = programs.map { AnswerBlock($0) }
      verdicts = programs.map { Verdicts($0, .scoring) }
    }

    mutating func add(_ people: [Answers], to impact: inout PackImpact) {
      for state in programs.indices {
        for (place, person) in people.enumerated() { blocks[state].set(person, for: place, in: programs[state]) }
        verdicts[state].evaluate(blocks[state], count: people.count)
      }
      impact.add(verdicts[0], verdicts[1], people: .max >> UInt64(AnswerBlock.capacity - people.count)) {
        people[$0].id ?? ""
      } person: {
        people[$0]
      }
    }
  }
}
