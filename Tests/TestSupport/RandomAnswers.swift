package import Ergonomics

/// People whose answers are drawn at random, question by question.
package struct RandomAnswers {
  private var random: SeededGenerator

  package init(seed: Int) { random = SeededGenerator(seed) }

  /// Every question is answered but for one in seven.
  package mutating func person(_ pack: Pack) -> Answers {
    var answers = Answers()
    for question in pack.questions where Int.random(in: 0..<7, using: &random) > 0 {
      answers[question.id] = answer(to: question)
    }
    return answers
  }

  /// A person with a few answers changed.
  package mutating func changed(_ person: Answers, _ pack: Pack) -> Answers {
    var person = person
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let question = pack.questions.randomElement(using: &random)!
      person[question.id] = answer(to: question)
    }
    return person
  }

  package mutating func answer(to question: Question) -> Answer? {
    switch question.kind {
    case .choice(let options): return .option(options.randomElement(using: &random)!.id)
    case .choices(let options):
      // Signs of illness are rare: with as many of them as of other answers hardly anybody would get a plan.
      let isNone = Int.random(in: 0..<20, using: &random) < (question.isSensitive ? 17 : 5)
      if isNone, let alone = options.first(where: \.isAlone) { return .options([alone.id]) }
      let others = options.filter { !$0.isAlone }
      let count = Int.random(in: 1...min(4, others.count), using: &random)
      let chosen = Set(others.shuffled(using: &random).prefix(count).map(\.id))
      return .options(others.map(\.id).filter(chosen.contains))
    case .number(let range):
      // Near the lower end as often as anywhere: limits of rules lie there.
      let span = range.bounds.upperBound - range.bounds.lowerBound
      let part = Bool.random(using: &random) ? span / 4 : span
      return .number(range.bounds.lowerBound + Int.random(in: 0...part, using: &random))
    case .text: return .text("anything")
    }
  }
}
