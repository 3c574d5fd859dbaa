package import Ergonomics

/// One person interviewed in brief and in full.
package struct BriefTrial {
  package var asked = 0
  package var askedInFull = 0
  package var isDecided = false
  /// By score: the levels of both interviews.
  package var levels: [Band.ID?] = []
  package var levelsInFull: [Band.ID?] = []
  /// Signs that were asked in full and not in brief.
  package var unaskedSigns = 0

  package init(_ person: Answers, _ assessor: Assessor, _ questions: BriefQuestions) {
    let (pack, whole) = (assessor.pack, assessor.complete(person))
    askedInFull = whole.byQuestion.count
    var (answers, seen) = (Answers(), Set<Question.ID>())
    while true {
      let reach = assessor.reach(of: answers)
      let places = Dictionary(uniqueKeysWithValues: pack.questions.enumerated().map { ($1.id, $0) })
      let next = questions.next(
        answers, of: pack.questions.map(\.id), waits: { !seen.contains($0) }, canAsk: { reach[places[$0]!] == .asked })
      guard let question = next.question else { break }
      seen.insert(question)
      answers[question] = whole[question]
    }
    asked = seen.count
    let decision = questions.decision(by: answers)?.first
    isDecided = decision != nil
    levels = pack.scores.map { score in decision?.levels.first { $0.score == score.id }?.band.id }
    levelsInFull = assessor.levels(of: whole)
    let signs = zip(pack.careCards, assessor.program.careCards).filter { $0.0.level != .routine }
      .flatMap(\.1.questions).map { pack.questions[$0].id }
    unaskedSigns = Set(signs).filter { whole[$0] != nil && !seen.contains($0) }.count
  }
}

extension Assessor {
  /// The answers to all questions that are asked in full, and no others.
  func complete(_ person: Answers) -> Answers {
    var answers = Answers()
    for place in pack.questions.indices where reach(of: answers)[place] == .asked {
      answers[pack.questions[place].id] = person[pack.questions[place].id]
    }
    return answers
  }

  func levels(of answers: Answers) -> [Band.ID?] {
    var (block, verdicts) = (AnswerBlock(program), Verdicts(program, .scoring))
    block.set(answers, for: 0, in: program)
    verdicts.evaluate(block, count: 1)
    return pack.scores.indices.map { verdicts.score($0, for: 0)?.level }
  }
}
