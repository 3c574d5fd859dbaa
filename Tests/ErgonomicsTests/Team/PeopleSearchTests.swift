import TestSupport
import Testing

@testable import Ergonomics

/// The proof of the figures for an employer stands on made-up people. Here their answers are read back, taken into a survey,
/// and judged like anybody's.
@Suite("People that a search makes up")
struct PeopleSearchTests {
  private static let packs = ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"]

  @Test("are what the rules and scores say of their answers, with nothing open that is asked", arguments: packs)
  func real(pack: String) throws {
    let round = TeamRound(RuleProgram(try .shipped(pack)))
    let told = round.told(besides: [])
    var made = 0
    for (rows, scores) in [(told.facts, round.toldScores), (told.health, [])] {
      let crowd = MadeUpPeople(round, rows, scores: scores)
      made += crowd.people.count
      for person in crowd.people {
        let answers = crowd.answers(of: person)
        #expect(crowd.missing(answers).isEmpty)
        for answers in [answers, crowd.asked(answers)] {
          #expect(crowd.judged(answers) == crowd.said(of: person), "\(answers)")
        }
      }
      // Whoever has a finding may have none, so each is told of somebody.
      #expect(crowd.told.kinds.least.allSatisfy { $0 != nil })
    }
    #expect(made > 100)
  }
}

/// Somebody idle, the least that each row takes, and whom giving and taking of rows at random leads to.
private struct MadeUpPeople {
  private let round: TeamRound
  let told: DisclosedRows
  private let search: PeopleSearch
  private(set) var people: [StepMethod.Person]

  init(_ round: TeamRound, _ rows: [Int], scores: [Int], steps: Int = 400) {
    self.round = round
    told = DisclosedRows(rows, scores: scores, round, lesser: round.needRows)
    search = PeopleSearch(round.program, told.rows, scores: scores)
    people = [told.kinds.idle] + told.kinds.least.compactMap(\.self)
    var random = SeededGenerator(1)
    if told.rows.isEmpty { return }
    for _ in 0..<steps {
      let (person, row) = (people.randomElement(using: &random)!, told.rows.indices.randomElement(using: &random)!)
      let change = person.rows.contains(row) ? told.kinds.taking : told.kinds.giving
      if let other = change(row, person) { people.append(other) }
    }
  }

  /// By row of the round that is told, whether it holds for somebody: as the proof says, and as answers are judged.
  func said(of person: StepMethod.Person) -> [Bool] {
    let values = told.kinds.values(person)
    return told.rows.indices.map(person.rows.contains) + told.cuts.map { values[$0.score] >= $0.from }
  }

  func judged(_ answers: Answers) -> [Bool] {
    var one = round
    one.add(answers, team: "A")
    let counts = one.counts()
    return (told.rows + told.cuts.map(\.row)).map { counts.rows[$0][0] == 1 }
  }

  func answers(of person: StepMethod.Person) -> Answers {
    var answers = Answers()
    for (place, question) in round.program.questions.enumerated() {
      answers[question.id] = answer(search.choices[place][person.answers[place]], to: question, of: place)
    }
    return answers
  }

  private func answer(_ coded: RuleProgram.CodedAnswer, to question: Question, of place: Int) -> Answer? {
    let classes = Set((0..<coded.masks.count).filter { coded.classes >> UInt64($0) & 1 == 1 })
    func chosen(_ options: [AnswerOption]) -> [AnswerOption.ID] {
      options.indices.filter { classes.contains(round.program.classes[place].of(option: $0)) }.map { options[$0].id }
    }
    switch question.kind {
    case .choice(let options): return chosen(options).first.map { .option($0) }
    case .choices(let options): return chosen(options).isEmpty ? nil : .options(chosen(options))
    case .number: return classes == [AnswerClasses.unanswered] ? nil : .number(coded.numbers.lowerBound)
    case .text: return nil
    }
  }

  /// Questions that are asked and left open.
  func missing(_ answers: Answers) -> [Question.ID] {
    round.program.questions.filter { question in
      if case .text = question.kind { return false }
      return answers[question.id] == nil && Oracle(pack: round.program.pack).isAsked(question.id, answers)
    }.map(\.id)
  }

  /// Without what was not asked.
  func asked(_ answers: Answers) -> Answers {
    var asked = answers
    for question in round.program.questions
    where !Oracle(pack: round.program.pack).isAsked(question.id, answers) { asked[question.id] = nil }
    return asked
  }
}
