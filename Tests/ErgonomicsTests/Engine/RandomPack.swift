import Ergonomics
import TestSupport

/// Makes small packs that use every form of condition and formula, and people for them.
struct RandomPack {
  private var random: SeededGenerator
  private(set) var questions: [Question] = []

  init(seed: Int) { random = SeededGenerator(seed) }

  mutating func pack() -> Pack {
    for place in 0..<6 { questions.append(question(place)) }
    let table = LookupTable(
      id: "table", rows: 0...2, columns: 1...3, cells: (0..<9).map { _ in Int.random(in: 0...9, using: &random) },
      isClamped: true)
    let rules = (0..<8).map { place in
      Rule.small(
        "rule-\(place)", applies: Bool.random(using: &random) ? condition(depth: 1) : nil, when: condition(depth: 3),
        points: Int.random(in: 0...20, using: &random))
    }
    let formula = Score(
      id: "formula", title: "Formula", formula: self.formula(depth: 2), bands: [Band(id: "low", from: 0, word: "fine")])
    return .small(
      questions: questions, rules: rules, scores: [.load, formula],
      measures: [
        Measure(id: "measure", title: "Measure", unit: .times, formula: self.formula(depth: 1, measures: false))
      ],
      tables: [table])
  }

  /// Answers that fit together: whatever is answered is asked, or may be.
  mutating func answers(_ pack: Pack, missing: Double) -> Answers {
    var answers = Answers()
    for question in pack.questions where Double.random(in: 0..<1, using: &random) >= missing {
      answers[question.id] = Self.all(of: question).randomElement(using: &random)!
    }
    return answers
  }

  /// An answer that leaves open more than this one.
  mutating func vague(_ answer: Answer, to question: Question) -> Answer {
    switch (answer, question.kind) {
    case (.number(let number), .number(let range)):
      let low = Int.random(in: range.bounds.lowerBound...number, using: &random)
      let high = Int.random(in: number...range.bounds.upperBound, using: &random)
      return low == high ? answer : .range(low...high)
    case (.options(let ids), .choices(let options)) where !options.contains { $0.isAlone && ids.contains($0.id) }:
      return .atLeast(Array(ids.prefix(Int.random(in: 1...ids.count, using: &random))))
    default: return answer
    }
  }

  /// All that an answer leaves possible.
  static func all(of answer: Answer?, to question: Question) -> [Answer] {
    switch answer {
    case .range(let numbers): numbers.map { .number($0) }
    case .atLeast(let known):
      all(of: question).filter { if case .options(let ids) = $0 { known.allSatisfy(ids.contains) } else { false } }
    case let answer?: [answer]
    case nil: all(of: question)
    }
  }

  mutating func isHeads() -> Bool { Bool.random(using: &random) }

  mutating func shuffled<T>(_ things: [T]) -> [T] { things.shuffled(using: &random) }

  static func all(of question: Question) -> [Answer] {
    switch question.kind {
    case .choice(let options): return options.map { .option($0.id) }
    case .choices(let options):
      let together = options.filter { !$0.isAlone }
      return (1..<1 << together.count).map { bits in
        .options(together.indices.filter { bits >> $0 & 1 == 1 }.map { together[$0].id })
      } + options.filter(\.isAlone).map { .options([$0.id]) }
    case .number(let range): return range.bounds.map { .number($0) }
    case .text: return [.text("x")]
    }
  }

  private mutating func question(_ place: Int) -> Question {
    let askWhen = place > 1 && Int.random(in: 0..<3, using: &random) == 0 ? condition(depth: 1) : nil
    switch place % 4 {
    case 0: return .yesNo("q\(place)", askWhen: askWhen)
    case 1: return .choice("q\(place)", ["a", "b", "c"], points: [0, 2, -1], askWhen: askWhen)
    case 2: return .choices("q\(place)", ["a", "b", "none"], points: [1, 3, 0], alone: ["none"], askWhen: askWhen)
    default: return .number("q\(place)", 0...3, unit: .times, askWhen: askWhen)
    }
  }

  private mutating func condition(depth: Int) -> Condition {
    if depth == 0 { return atom() }
    let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in condition(depth: depth - 1) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .not(parts[0])
    case 1: return .all(parts)
    case 2: return .any(parts)
    case 3: return .atLeast(Int.random(in: 1...parts.count, using: &random), of: parts)
    default: return atom()
    }
  }

  private mutating func atom() -> Condition {
    let question = questions.randomElement(using: &random)!
    let options = question.options.map(\.id).filter { _ in Bool.random(using: &random) }
    switch question.kind {
    case .choice where Bool.random(using: &random): return .isOneOf(question.id, options)
    case .choices where Bool.random(using: &random): return .hasAny(question.id, options)
    default:
      let low = Int.random(in: -1...3, using: &random)
      let range = [low...low + 1, low...Int.max, Int.min...low].randomElement(using: &random)!
      return .isWithin(formula(depth: 1, measures: false), range)
    }
  }

  private mutating func formula(depth: Int, measures: Bool = true) -> Formula {
    if depth == 0 { return leaf(measures) }
    let (a, b) = (formula(depth: depth - 1, measures: measures), formula(depth: depth - 1, measures: measures))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .sum(a, b)
    case 1: return .difference(a, b)
    case 2: return .scaled(a, by: ExactDecimal(units: [-5, 15, 20].randomElement(using: &random)!, places: 1))
    case 3: return .least([a, b])
    case 4: return .greatest([a, b])
    case 5: return .lookup("table", row: a, column: b)
    default: return leaf(measures)
    }
  }

  private mutating func leaf(_ measures: Bool) -> Formula {
    let question = questions.randomElement(using: &random)!
    if measures, Int.random(in: 0..<3, using: &random) == 0 { return .measure("measure") }
    switch question.kind {
    case .number: return .answer(question.id)
    case .choices where Bool.random(using: &random): return .count(question.id)
    default: return question.options.isEmpty ? .constant(2) : .points(question.id)
    }
  }
}
