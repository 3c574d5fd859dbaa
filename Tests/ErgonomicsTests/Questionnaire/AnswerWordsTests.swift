import Ergonomics
import Testing

@Suite("An answer in words")
struct AnswerWordsTests {
  @Test(
    "has its number in the question's unit where that is exact",
    arguments: [
      (.hour, 360, "6 h", "6"), (.hour, 90, "1.5 h", "1.5"), (.hour, 100, "100 min", "100 min"),
      (.hour, -3, "-0.05 h", "-0.05"),
      (.minute, 90, "90 min", "90"), (.centimetre, 725, "72.5 cm", "72.5"), (.metre, 720, "0.72 m", "0.72"),
      (.metre, 721, "721 mm", "721 mm"), (.inch, 711, "28 in", "28"), (.inch, 712, "28.03 in", "28.03"),
      (.percent, 40, "40 %", "40"), (.degree, 90, "90 deg", "90"), (.times, 3, "3 times", "3"),
    ] as [(UnitOfMeasure, Int, String, String)])
  func numbers(unit: UnitOfMeasure, quantity: Int, words: String, code: String) {
    #expect(Question.number(unit).words(for: .number(quantity), notSure: "Not sure") == words)
    #expect(Question.number(unit).code(for: .number(quantity)) == code)
  }

  @Test("has the texts of its options")
  func options() {
    let answer = Answer.options(["lower_back", "hips"])
    #expect(Question.pain.words(for: answer, notSure: "Not sure") == "Lower back; Hips")
    #expect(Question.pain.code(for: answer) == "lower_back;hips")
    #expect(Question.support.words(for: .option("none"), notSure: "Not sure") == "Nothing")
    #expect(Question.support.words(for: .declined, notSure: "Not sure") == "Not sure")
    #expect(Question.support.code(for: .declined) == "-")
    #expect(Question.remarks.words(for: .text("A new chair"), notSure: "Not sure") == "A new chair")
  }

  @Test("or as a code reads back as the same number", arguments: UnitOfMeasure.allCases)
  func everyNumber(unit: UnitOfMeasure) {
    let question = Question.number(unit)
    for quantity in -5...500 {
      let answer = Answer.number(quantity)
      #expect(question.answer(from: question.code(for: answer), notSure: "Not sure") == .success(answer))
      #expect(
        question.answer(from: question.words(for: answer, notSure: "Not sure"), notSure: "Not sure") == .success(answer)
      )
    }
  }

  @Test("as a code reads back as the same options")
  func everyChoice() {
    let (single, several) = (Question.support, Question.pain)
    let shared = several.options.filter { !$0.isAlone }.map(\.id)
    let chosen = (1..<(1 << shared.count)).map { bits in
      Answer.options(shared.indices.filter { bits & (1 << $0) != 0 }.map { shared[$0] })
    }
    for answer in chosen + [.options(["nothing"]), .declined] {
      #expect(several.answer(from: several.code(for: answer), notSure: "Not sure") == .success(answer))
    }
    for answer in single.options.map({ Answer.option($0.id) }) + [.declined] {
      #expect(single.answer(from: single.code(for: answer), notSure: "Not sure") == .success(answer))
    }
  }
}
