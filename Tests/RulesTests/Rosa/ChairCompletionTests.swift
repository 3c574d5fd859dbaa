import Ergonomics
import TestSupport
import Testing

/// Every way to answer the chair section, with its score; of answers with the same points one stands for all.
private struct ChairScores {
  let strain = StrainPack.shipped
  let questions: [Question.ID]
  let choices: [[Answer]]
  /// By the places of the answers, the first question changing fastest.
  private let scores: [Int8]

  init() {
    questions = strain.pack.questions.filter { $0.section == "rosa_chair" }.map(\.id)
    let choices = questions.map { [strain] question in
      let byPoints = Dictionary(grouping: strain.possibilities(question), by: \.points)
      return byPoints.keys.sorted().map { byPoints[$0]![0].answer }
    }
    self.choices = choices
    let count = choices.reduce(1) { $0 * $1.count }
    var scores: [Int8] = []
    for start in stride(from: 0, to: count, by: 1 << 12) {
      let people = (start..<min(count, start + 1 << 12)).map { [questions] number in
        var rest = number
        return Dictionary(
          uniqueKeysWithValues: zip(questions, choices).map { question, answers in
            defer { rest /= answers.count }
            return (question, answers[rest % answers.count])
          })
      }
      scores += strain.scores(people).map { Int8($0.exact("rosa_chair")!) }
    }
    self.scores = scores
  }

  /// The least and the greatest score over every way to answer what is `nil`.
  func range(_ places: [Int?]) -> ClosedRange<Int> {
    var (numbers, factor) = ([0], 1)
    for (place, answers) in zip(places, choices) {
      let possible = place.map { $0...$0 } ?? 0...answers.count - 1
      numbers = possible.flatMap { answer in numbers.map { [factor] in $0 + answer * factor } }
      factor *= answers.count
    }
    let reached = numbers.map { Int(scores[$0]) }
    return reached.min()!...reached.max()!
  }
}

@Suite("The chair section with open questions")
struct ChairCompletionTests {
  @Test("has exactly the interval of all its completions, whichever questions are open")
  func everyCompletion() {
    let chair = ChairScores()
    var random = SeededGenerator(17)
    let people = (0..<1 << chair.questions.count).map { mask in
      chair.choices.enumerated().map { question, answers in
        mask >> question & 1 == 1 ? nil : Int.random(in: answers.indices, using: &random)
      }
    }
    let answers = people.map { places in
      let given = zip(chair.questions, zip(chair.choices, places)).compactMap { question, choice in
        choice.1.map { (question, choice.0[$0]) }
      }
      return Dictionary(uniqueKeysWithValues: given)
    }
    for (places, scores) in zip(people, chair.strain.scores(answers)) {
      let interval = scores["rosa_chair"]!
      #expect(interval.low...interval.high == chair.range(places), "\(places)")
    }
  }
}
