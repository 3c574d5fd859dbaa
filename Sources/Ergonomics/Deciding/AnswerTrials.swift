import Synchronization

/// Other answers in the place of some that a person gave, or none: tried by the engine, 64 combinations at a time.
struct AnswerTrials {
  let program: RuleProgram
  let person: Answers
  /// Everybody in it is the person, but while something is tried.
  private var block: AnswerBlock
  private var run: RuleProgram.Run
  let known: KnownChoices?
  /// Of one walk; what takes more is not looked into.
  static let limit = 1 << 14

  /// - Parameter known: Of the same program, for trials of many people.
  init(_ program: RuleProgram, _ person: Answers, knowing known: KnownChoices? = nil) {
    (self.program, self.person, self.known) = (program, person, known)
    block = AnswerBlock(program)
    run = RuleProgram.Run(program)
    for question in program.questions.indices where given(question) != nil {
      block.fill(program.coded(given(question), to: question))
    }
  }

  func given(_ question: Int) -> Answer? { person[program.questions[question].id] }

  /// It has an answer that leaves nothing open.
  func isAnswered(_ question: Int) -> Bool {
    switch given(question) {
    case nil, .declined, .atLeast, .range: false
    case .option, .options, .number, .text: true
    }
  }

  /// Answers to a question, and whether there is none that a part of the program tells from all of them.
  struct Choices {
    let question: Int
    let answers: [Answer?]
    let coded: [RuleProgram.CodedAnswer]
    let isComplete: Bool
  }

  /// Every answer that a part of the program tells apart, whatever the person said.
  mutating func anyAnswer(to question: Int, for part: RuleProgram.Part) -> Choices {
    choices(program.samples(of: question, for: part), to: question, part)
  }

  /// The same of those that what the person said leaves possible.
  mutating func possibleAnswers(to question: Int, for part: RuleProgram.Part) -> Choices {
    let all = program.samples(of: question, for: part)
    let options = program.questions[question].options
    switch given(question) {
    case .range(let numbers):
      let within = all.filter { $0?.numbers.map { numbers.contains($0.lowerBound) } ?? false }
      return choices([.number(numbers.lowerBound)] + within + [.number(numbers.upperBound)], to: question, part)
    case .atLeast(let known):
      let more = all.map { answer -> Answer? in
        guard case .options(let ids) = answer else { return nil }
        return .options(options.filter { known.contains($0.id) || ids.contains($0.id) && !$0.isAlone }.map(\.id))
      }
      return choices([.options(known)] + more, to: question, part)
    default: return choices(all, to: question, part)
    }
  }

  private mutating func choices(_ answers: [Answer?], to question: Int, _ part: RuleProgram.Part) -> Choices {
    let told = program.distinguished(answers, to: question, by: part, on: &block, &run)
    block.fill(program.coded(given(question), to: question))
    return Choices(
      question: question, answers: told, coded: told.map { program.coded($0, to: question) },
      isComplete: program.isExhaustible(question, for: part))
  }

  /// Tries all combinations of answers, those of the first question changing fastest, as long as `body` says so. It is
  /// told the number of the combination that the first person of a run has, and how many people count.
  mutating func walk(
    _ part: RuleProgram.Part, _ choices: [Choices], _ body: (RuleProgram.Run, _ first: Int, _ count: Int) -> Bool
  ) {
    let combinations = Self.combinations(choices)
    for first in stride(from: 0, to: combinations, by: AnswerBlock.capacity) {
      let count = min(AnswerBlock.capacity, combinations - first)
      for lane in 0..<count {
        var rest = first + lane
        for its in choices {
          block.set(its.coded[rest % its.coded.count], for: lane)
          rest /= its.coded.count
        }
      }
      program.run(part, on: block, into: &run)
      if !body(run, first, count) { break }
    }
    for its in choices { block.fill(program.coded(given(its.question), to: its.question)) }
  }

  /// A block in which each person has one other answer.
  func block(with answers: [(question: Int, coded: RuleProgram.CodedAnswer)]) -> AnswerBlock {
    var changed = block
    for (lane, its) in answers.enumerated() { changed.set(its.coded, for: lane) }
    return changed
  }

  /// How many there are; no more than one above the limit.
  static func combinations(_ choices: [Choices]) -> Int {
    choices.reduce(1) { min($0 * $1.answers.count, limit + 1) }
  }

  /// The person's answers with those of a combination in their place.
  func answers(_ combination: Int, of choices: [Choices]) -> Answers {
    var (changed, rest) = (person, combination)
    for its in choices {
      changed[program.questions[its.question].id] = its.answers[rest % its.answers.count]
      rest /= its.answers.count
    }
    return changed
  }
}

/// What can be answered to the questions of rules, where nothing that a person said limits it: the same for everybody.
final class KnownChoices: Sendable {
  private struct Place: Hashable {
    let rule: Int
    let question: Int
  }
  private let choices = Mutex<[Place: AnswerTrials.Choices]>([:])

  subscript(question: Int, ofRule rule: Int) -> AnswerTrials.Choices? {
    get { choices.withLock { $0[Place(rule: rule, question: question)] } }
    set { choices.withLock { $0[Place(rule: rule, question: question)] = newValue } }
  }
}

extension RuleProgram {
  /// Whether samples of answers to a question show all that a part of the program can tell apart.
  fileprivate func isExhaustible(_ question: Int, for part: Part) -> Bool {
    switch questions[question].kind {
    case .number:
      !part.columns.contains { column in
        if case .number(_, classes[question].masks, _) = columns[column] { true } else { false }
      }
    case .choices(let options): options.count(where: { !$0.isAlone }) < 12
    case .choice: true
    case .text: true
    }
  }
}

extension Array {
  /// Every choice of so many of the elements, in their order, as long as `body` says so.
  func forEachSelection(of count: Int, _ body: ([Element]) -> Bool) {
    var places = [Int](0..<count)
    while count <= self.count, body(places.map { self[$0] }) {
      guard let last = places.indices.last(where: { places[$0] < self.count - count + $0 }) else { return }
      places[last] += 1
      for next in places.indices where next > last { places[next] = places[next - 1] + 1 }
    }
  }
}
