/// Looks for answers that make a person in whom some findings are found, and no others.
struct PeopleSearch: Sendable {
  private static let mostTried = 1024

  private let program: RuleProgram
  private let told: [Int]
  /// By row, what it counts; nothing of a score's bands.
  private let rules: [[Int]]
  private let questions: [[Int]]
  /// By row, those that read an answer it reads, itself among them.
  let neighbours: [[Int]]
  /// By row, the questions that these read.
  private let read: [[Int]]
  /// By question, an answer of each kind that any of the rows tells apart.
  let choices: [[RuleProgram.CodedAnswer]]
  /// The classes that each of these is in.
  private let classes: [[UInt64]]
  /// By row, what its neighbours need to be told.
  private let parts: [RuleProgram.Part]
  /// All that better be not found of somebody idle: what is told, and what adds to a score.
  private let wanted: [RuleProgram.Node]
  private let verdicts: Verdicts

  /// - Parameters:
  ///   - scores: Of which something is told too.
  ///   - unasked: Questions that nobody answers.
  init(_ program: RuleProgram, _ told: [Int], scores: [Int] = [], unasked: Set<Int> = []) {
    (self.program, self.told) = (program, told)
    let findings = program.findingRows
    let rules = told.map { findings[$0] }
    let questions = rules.map { Set($0.flatMap { program.questionsDeciding(program.rules[$0].holds) }).sorted() }
    neighbours = questions.map { own in questions.indices.filter { !Set(own).isDisjoint(with: questions[$0]) } }
    read = neighbours.map { near in Set(near.flatMap { questions[$0] }).sorted() }
    let adding = program.rules.indices.filter { rule in scores.contains { program.scores[$0].points[rule] > 0 } }
    wanted = (Array(rules.joined()) + adding).withoutDoubles.map { program.rules[$0].holds }
    let part = program.part(for: wanted)
    choices = program.questions.indices.map { question in
      unasked.contains(question)
        ? [program.coded(nil, to: question)] : program.distinguished(question, by: part)
    }
    verdicts = Verdicts(program, .scoring)
    classes = choices.map { $0.map(\.classes) }
    (self.rules, self.questions) = (rules, questions)
    parts = neighbours.map { near in program.part(for: near.flatMap { rules[$0] }.map { program.rules[$0].holds }) }
  }

  private func nodes(of rows: [Int]) -> [RuleProgram.Node] {
    rows.flatMap { rules[$0] }.map { program.rules[$0].holds }
  }

  /// Up to 64 ways to answer the questions of a row.
  private struct Trials {
    let count: Int
    /// By neighbour of the row, a bit for each way in which it is found.
    let found: [UInt64]

    func found(_ way: Int) -> Int { found.reduce(0) { $0 + Int($1 >> UInt64(way) & 1) } }
  }

  /// Tries all answers to the questions of a row, with the others as they are; `body` gets them with what makes the answers
  /// of one, and says whether to go on.
  private func vary(_ row: Int, of answers: [Int], _ body: (_ trials: Trials, _ answers: (Int) -> [Int]) -> Bool) {
    let options = questions[row].map { near(answers[$0], to: $0) }
    let count = options.reduce(1) { min($0 * $1.count, Self.mostTried) }
    var (block, run) = (AnswerBlock(program), RuleProgram.Run(program))
    for question in read[row] { block.fill(choices[question][answers[question]]) }
    for start in stride(from: 0, to: count, by: AnswerBlock.capacity) {
      let ways = min(AnswerBlock.capacity, count - start)
      var lap = 1
      for (question, options) in zip(questions[row], options) {
        for way in 0..<ways {
          block.set(choices[question][options[(start + way) / lap % options.count]], for: way)
        }
        lap = min(lap * options.count, Self.mostTried)
      }
      program.run(parts[row], on: block, into: &run)
      let truths = neighbours[row].map { near in
        rules[near].reduce(0 as UInt64) { $0 | run.truth(of: program.rules[$1].holds).isTrue }
      }
      let goesOn = body(Trials(count: ways, found: truths)) { way in
        var next = answers
        var rest = start + way
        for (question, options) in zip(questions[row], options) {
          next[question] = options[rest % options.count]
          rest /= options.count
        }
        return next
      }
      if !goesOn { return }
    }
  }

  /// Of the neighbours of a row.
  private func found(_ trials: Trials, _ way: Int, near row: Int) -> [Int] {
    zip(neighbours[row], trials.found).filter { $1 >> UInt64(way) & 1 == 1 }.map(\.0)
  }

  /// Of a choice of several, only one or two answers together and those that are one more or less than a given one.
  private func near(_ answer: Int, to question: Int) -> [Int] {
    let all = classes[question]
    guard case .choices = program.questions[question].kind else { return Array(all.indices) }
    return all.indices.filter { all[$0].nonzeroBitCount <= 2 || (all[$0] ^ all[answer]).nonzeroBitCount <= 1 }
  }

  /// Answers to which few rows are found, none if that can be: as long as other answers to a row that is found leave fewer,
  /// they are taken.
  func idlest() -> (answers: [Int], found: Set<Int>) {
    var answers = harmless
    var found = found(to: answers)
    while true {
      var best = (answers: answers, found: found)
      for row in found.sorted() {
        let others = found.subtracting(neighbours[row])
        vary(row, of: answers) { trials, answers in
          for way in 0..<trials.count where others.count + trials.found(way) < best.found.count {
            best = (answers(way), others.union(self.found(trials, way, near: row)))
          }
          return true
        }
      }
      if best.found.count == found.count { return best }
      (answers, found) = best
    }
  }

  /// To each question, the answer that goes with the fewest findings, whatever else is answered: also where it is not asked,
  /// as it may be of somebody else.
  private var harmless: [Int] {
    let all = program.part(for: wanted)
    var (block, run, draw) = (AnswerBlock(program), RuleProgram.Run(program), UInt64(1))
    for person in 0..<AnswerBlock.capacity {
      for choices in choices {
        draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        block.set(choices[Int(draw >> 33) % choices.count], for: person)
      }
    }
    return choices.indices.map { question in
      var varied = block
      let found = choices[question].map { answer in
        varied.fill(answer)
        program.run(all, on: varied, into: &run)
        return wanted.reduce(0) { $0 + run.truth(of: $1).isTrue.nonzeroBitCount }
      }
      return found.indices.min { (found[$0], $0) < (found[$1], $1) } ?? 0
    }
  }

  private func found(to answers: [Int]) -> Set<Int> {
    var (block, run) = (AnswerBlock(program), RuleProgram.Run(program))
    for (question, answer) in answers.enumerated() { block.set(choices[question][answer], for: 0) }
    program.run(program.part(for: nodes(of: Array(told.indices))), on: block, into: &run)
    return Set(
      told.indices.filter { row in
        rules[row].contains { run.truth(of: program.rules[$0].holds).isTrue & 1 == 1 }
      })
  }

  /// Somebody a row holds for, with as few others as there are near one for whom none does.
  func least(_ row: Int, from idle: StepMethod.Person) -> StepMethod.Person? {
    var best: (answers: [Int], found: [Int])?
    guard let own = neighbours[row].firstIndex(of: row) else { return nil }
    vary(row, of: idle.answers) { trials, answers in
      for way in 0..<trials.count where trials.found[own] >> UInt64(way) & 1 == 1 {
        if trials.found(way) < best?.found.count ?? .max {
          best = (answers(way), found(trials, way, near: row))
        }
      }
      return best?.found.count != 1
    }
    return best.map { StepMethod.Person(rows: RowSet($0.found, of: told.count), answers: $0.answers) }
  }

  /// The same person with one row more, and nothing else changed.
  func giving(_ row: Int, to person: StepMethod.Person) -> StepMethod.Person? {
    var rows = person.rows
    rows.insert(row)
    return somebody(with: rows, changing: row, of: person)
  }

  /// The same person with one row less, and nothing else changed.
  func taking(_ row: Int, from person: StepMethod.Person) -> StepMethod.Person? {
    var rows = person.rows
    rows.remove(row)
    return somebody(with: rows, changing: row, of: person)
  }

  private func somebody(with rows: RowSet, changing row: Int, of person: StepMethod.Person) -> StepMethod.Person? {
    var answers: [Int]?
    let wanted = neighbours[row].map(rows.contains)
    vary(row, of: person.answers) { trials, making in
      let same = zip(trials.found, wanted).reduce(UInt64.max) { $0 & ($1.1 ? $1.0 : ~$1.0) }
      if same.trailingZeroBitCount < trials.count { answers = making(same.trailingZeroBitCount) }
      return answers == nil
    }
    return answers.map { StepMethod.Person(rows: rows, answers: $0) }
  }

  /// What scores come to of the person; of one that does not apply, or of which nothing is known, less than any band.
  func values(of person: StepMethod.Person) -> [Int] {
    var (block, verdicts) = (AnswerBlock(program), verdicts)
    for (question, answer) in person.answers.enumerated() { block.set(choices[question][answer], for: 0) }
    verdicts.evaluate(block, count: 1)
    return program.scores.indices.map { score in
      verdicts.score(score, for: 0).flatMap { $0.level == nil ? nil : $0.low } ?? Int(Int32.min)
    }
  }
}
