import TestSupport
import Testing

@testable import Ergonomics

@Suite("What people answered, as a ledger knows it again")
struct AnswerPrintTests {
  private static let questions: [Question] = [
    .yesNo("chair"), .number("sitting", 0...960),
    .choices("habits", ["lean", "cross_legs", "neither"], alone: ["neither"]),
    .yesNo("pain", isSensitive: true),
  ]

  private static let answers: [[Question.ID: Answer]] = [
    [:], ["chair": .option("yes")], ["chair": .option("no")], ["sitting": .number(480)], ["sitting": .number(481)],
    ["sitting": .range(480...481)], ["sitting": .range(480...482)], ["habits": .options(["lean"])],
    ["habits": .options(["cross_legs"])], ["habits": .options(["lean", "cross_legs"])], ["habits": .atLeast(["lean"])],
    ["chair": .option("yes"), "sitting": .number(480)], ["chair": .option("no"), "sitting": .number(480)],
  ]

  private static func words(_ answers: [Question.ID: Answer], _ pack: Pack, includesHealth: Bool = false) -> [UInt64] {
    let program = RuleProgram(pack, keepsNumbers: true)
    var (block, words) = (AnswerBlock(program), [UInt64]())
    block.set(Answers(id: nil, answers), for: 0, in: program)
    AnswerPrint(program, includesHealth: includesHealth).append(block, count: 1, to: &words)
    return words
  }

  @Test("tells all answers apart, those too that no rule does, and is 0 without any")
  func apart() {
    let prints = Self.answers.map { Self.words($0, .small(questions: Self.questions)) }
    #expect(Set(prints).count == prints.count)
    #expect(prints[0] == [0, 0])
  }

  @Test("is the same by every version of a pack that has the questions answered")
  func versions() {
    let rule = Rule.small("long", when: .isWithin(.answer("sitting"), 481...960))
    let later = Pack.small(
      questions: [.yesNo("new"), .number("new_number", 0...5)]
        + Self.questions.reversed().map { question in
          question.id == "chair" ? .choice("chair", ["perhaps", "no", "yes"]) : question
        }, rules: [rule])
    for answers in Self.answers {
      #expect(Self.words(answers, .small(questions: Self.questions)) == Self.words(answers, later))
    }
  }

  @Test("keeps answers about health apart, and knows nothing of them where they are not told")
  func health() {
    let (pack, answers) = (Pack.small(questions: Self.questions), ["chair": Answer.option("yes")])
    let sore = answers.merging(["pain": .option("yes")]) { $1 }
    #expect(Self.words(answers, pack) == Self.words(sore, pack))
    let (without, with) = (
      Self.words(answers, pack, includesHealth: true), Self.words(sore, pack, includesHealth: true)
    )
    #expect(without.prefix(2) == with.prefix(2) && without.suffix(2) == [0, 0] && without != with)
  }
}
