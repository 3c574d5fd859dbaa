import Ergonomics
import TestSupport
import Testing

@Suite("Office strain of anybody")
struct StrainPropertyTests {
  private let strain = StrainPack.shipped

  @Test("never falls when an answer gets worse", arguments: StrainPack.shipped.pack.questions.map(\.id))
  func monotone(question: Question.ID) {
    var random = SeededGenerator(7)
    let steps = strain.possibilities(question).sorted { $0.points < $1.points }
    #expect(steps.first!.points < steps.last!.points)
    let people = (0..<20).map { _ in strain.somebody(&random) }
    let scores = strain.scores(people.flatMap { person in steps.map { person.joined([question: $0.answer]) } })
    for (place, pair) in zip(scores, scores.dropFirst()).enumerated() where (place + 1) % steps.count != 0 {
      let isWorse = steps[place % steps.count].points < steps[place % steps.count + 1].points
      for score in strain.pack.scores.map(\.id) {
        let (before, after) = (pair.0.exact(score)!, pair.1.exact(score)!)
        #expect(isWorse ? before <= after : before == after, "\(score)")
      }
    }
  }

  @Test("is the largest of its parts, and between 1 and 10")
  func parts() throws {
    var random = SeededGenerator(11)
    let people = (0..<1500).map { _ in strain.somebody(&random) }
    for scores in strain.scores(people) {
      let peripherals = try #require(scores.exact("rosa_peripherals"))
      let final = try #require(scores.exact("rosa_final"))
      #expect(peripherals == max(scores.exact("rosa_monitor_telephone")!, scores.exact("rosa_mouse_keyboard")!))
      #expect(final == max(scores.exact("rosa_chair")!, peripherals))
      #expect((1...10).contains(final))
      #expect(scores["rosa_final"]?.level == (final >= 5 ? "high" : "low"))
    }
  }

  @Test("reaches from 1 to 10 while nothing is answered, and is unknown then")
  func nothing() {
    let scores = strain.scores([[:]])[0]
    #expect(scores["rosa_final"] == ScoreInterval(low: 1, high: 10, level: nil, levelHigh: "high"))
  }

  @Test("is an interval that holds every completion")
  func completions() {
    var random = SeededGenerator(13)
    let whole = (0..<1500).map { _ in strain.somebody(&random) }
    let parts = whole.enumerated().map { place, person in
      var part = person
      for question in strain.pack.questions.map(\.id) where Int.random(in: 0..<5, using: &random) < place % 5 {
        part[question] = Bool.random(using: &random) ? nil : .declined
      }
      return part
    }
    for (final, open) in zip(strain.scores(whole), strain.scores(parts)) {
      for score in strain.pack.scores.map(\.id) {
        let interval = open[score]!
        #expect(interval.low <= final.exact(score)! && final.exact(score)! <= interval.high, "\(score)")
      }
    }
  }
}
