/// The questions of a brief interview: warning signs first, then only what can still change a level, in the order that
/// decides soonest, until every level of every pack is decided.
package struct BriefQuestions: Sendable {
  private let assessors: [Assessor]
  /// Warning signs, with what decides whether they are asked.
  private let signs: Set<Question.ID>

  /// - Parameter assessors: By one pack each; at least one.
  package init(_ assessors: [Assessor]) {
    self.assessors = assessors
    signs = Set(
      assessors.flatMap { assessor in
        let pressing = zip(assessor.pack.careCards, assessor.program.careCards).filter { $0.0.level != .routine }
        return pressing.map(\.1).flatMap(assessor.program.questionsDeciding).map { assessor.pack.questions[$0].id }
      })
  }

  package struct Next: Sendable, Hashable {
    /// `nil`: nothing is left to ask.
    package var question: Question.ID?
    /// How many may have to be asked yet, that one among them.
    package var most: Int
  }

  /// - Parameters:
  ///   - questions: All there are, in the order of the questionnaire.
  ///   - waits: It was not asked yet, and has no answer.
  ///   - canAsk: One that waits is asked of this person, as far as is known.
  package func next(
    _ answers: Answers, of questions: [Question.ID], waits: (Question.ID) -> Bool, canAsk: (Question.ID) -> Bool
  ) -> Next {
    let people = assessors.map { OpenScores($0.program, answers) }
    let deciding = Set(people.flatMap { person in person.deciding.map { person.program.questions[$0].id } })
    let waiting = questions.filter { (signs.contains($0) || deciding.contains($0)) && waits($0) }
    let open = waiting.filter(canAsk)
    if let sign = open.first(where: signs.contains) { return Next(question: sign, most: waiting.count) }
    var best: (question: Question.ID, rest: Double)?
    let rests = people.map { $0.restsAfter(Set(open)) }
    for question in open {
      let rest = zip(rests, people).reduce(0) { $0 + ($1.0[question] ?? $1.1.rest) }
      if rest < best?.rest ?? .infinity { best = (question, rest) }
    }
    return Next(question: best?.question, most: best == nil ? 0 : waiting.count)
  }

  /// What is decided by some answers: by pack, the levels of its scores; `nil` unless all are decided.
  package func decision(by answers: Answers) -> [Assessment.Decision]? {
    let decisions = assessors.compactMap { $0.decision(by: answers) }
    return decisions.count == assessors.count ? decisions : nil
  }
}

extension Assessor {
  /// The levels of all scores, if these answers decide them.
  func decision(by answers: Answers) -> Assessment.Decision? {
    let outlooks = OpenScores(program, answers).outlooks
    guard outlooks.allSatisfy(\.isDecided) else { return nil }
    let levels = zip(pack.scores, outlooks).compactMap { score, outlook in
      outlook.level.map { Assessment.Decision.Level(score: score.id, title: score.title, band: score.band($0)) }
    }
    let count = PersonEvaluation(answers, program).answerRecords(findings: []).count { $0.state == .answered }
    return Assessment.Decision(answers: count, levels: levels)
  }
}

extension OpenScores {
  /// How far the scores are from being decided whose level is open.
  var rest: Double { rest(outlooks.map(\.range)) }

  private func rest(_ ranges: [ClosedRange<Int>?]) -> Double {
    var rest = 0.0
    for (place, range) in ranges.enumerated() where !outlooks[place].isDecided {
      guard let range, let whole = outlooks[place].range, whole.count > 1 else { continue }
      rest += program.pack.scores[place].distance(of: range) / Double(whole.count - 1)
    }
    return rest
  }

  /// By question, how far they are after an answer to it, on the average of all answers.
  func restsAfter(_ candidates: Set<Question.ID>) -> [Question.ID: Double] {
    let deciding = deciding.filter { candidates.contains(program.questions[$0].id) }.sorted()
    let tried = deciding.flatMap { question in
      program.singleAnswers(to: question).map { (question: question, coded: program.coded($0, to: question)) }
    }
    // What trying answers together has drawn in of an upper end stays drawn in.
    let drawnIn = program.scores.indices.map { place in
      (interval(ofScore: place, for: 0, verdicts)?.upperBound ?? 0) - (outlooks[place].range?.upperBound ?? 0)
    }
    var (sums, run) = ([Question.ID: (sum: Double, count: Int)](), Verdicts(program, .scoring))
    for first in stride(from: 0, to: tried.count, by: AnswerBlock.capacity) {
      let some = Array(tried[first..<min(first + AnswerBlock.capacity, tried.count)])
      run.evaluate(trials.block(with: some), count: some.count)
      for (lane, its) in some.enumerated() {
        let ranges = program.scores.indices.map { place in
          interval(ofScore: place, for: lane, run).map {
            $0.lowerBound...max($0.lowerBound, $0.upperBound - drawnIn[place])
          }
        }
        let id = program.questions[its.question].id
        let sum = sums[id, default: (0, 0)]
        sums[id] = (sum.sum + rest(ranges), sum.count + 1)
      }
    }
    return sums.mapValues { $0.sum / Double($0.count) }
  }

  /// Of the engine, before any cap.
  private func interval(ofScore place: Int, for person: Int, _ verdicts: Verdicts) -> ClosedRange<Int>? {
    guard let formula = program.scores[place].formula else {
      return Int(verdicts.least[person][place])...Int(verdicts.most[person][place])
    }
    return verdicts.quantity(formula, for: person)
  }
}

extension Score {
  /// How many points have to be settled yet until one band is left: the fewer, the nearer one of them is, or several.
  fileprivate func distance(of range: ClosedRange<Int>) -> Double {
    var sum = 0.0
    for (place, band) in bands.enumerated() {
      let last = place + 1 < bands.count ? bands[place + 1].from - 1 : Int.max
      let first = place == 0 ? Int.min : band.from
      let below = first == .min ? 0 : Swift.max(0, first - range.lowerBound)
      let missing = below + (last == .max ? 0 : Swift.max(0, range.upperBound - last))
      if missing == 0 { return 0 }
      sum += 1 / Double(missing)
    }
    return 1 / sum
  }
}

extension RuleProgram {
  /// Each option alone, each class of a number; of numbers inside formulas some.
  fileprivate func singleAnswers(to question: Int) -> [Answer] {
    switch questions[question].kind {
    case .choice(let options): return options.map { .option($0.id) }
    case .choices(let options):
      let together = options.filter { !$0.isAlone }.map(\.id)
      let pairs = together.indices.map { first in
        let chosen = Set([first, (first + 1) % together.count])
        return Answer.options(chosen.sorted().map { together[$0] })
      }
      let alone = options.filter(\.isAlone).map { Answer.options([$0.id]) }
      return pairs + alone.flatMap { Array(repeating: $0, count: max(1, together.count / 3)) }
    case .number(let range):
      let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
      return stride(from: low, through: high, by: max(1, (high - low) / 12)).map { .number($0) }
    case .text: return []
    }
  }
}

extension Score {
  fileprivate func band(_ id: Band.ID) -> Band { bands.first { $0.id == id } ?? bands[0] }
}
