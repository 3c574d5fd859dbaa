import Ergonomics
import TestSupport
import Testing

@Suite("The nearest way to a level")
struct NearestTests {
  private static let questions = ["a", "b", "c", "d", "e"]
  private static let points = [4, 3, 6, 5, 2]

  /// The pack has a correction for each answer, and a dear one for two of them.
  private static func pack(_ pairs: [(String, String)]) -> Pack {
    func correction(_ id: String, _ questions: [String], _ effort: Correction.Effort) -> Correction {
      Correction(
        id: id, title: id, effort: effort, who: "you", minutes: 5, cost: .free, steps: [],
        sets: questions.map { .init(question: $0, value: .answer(.option("no"))) })
    }
    let ids = questions + pairs.map { $0.0 + $0.1 }
    let rules = zip(questions, points).map { id, points in
      Rule.small(id, when: .isOneOf(id, ["yes"]), points: points, corrections: ids.filter { $0.contains(id) })
    }
    return .small(
      questions: questions.map { .yesNo($0) }, rules: rules,
      corrections: questions.map { correction($0, [$0], .adjust) }
        + pairs.map { correction($0.0 + $0.1, [$0.0, $0.1], .buy) })
  }

  @Test("has as few changes as the fewest of all selections", arguments: 0..<32)
  func fewest(_ bits: Int) throws {
    let assessor = Assessor(Self.pack([("a", "c"), ("d", "e")]), programVersion: "1")
    let yes = Self.questions.indices.filter { bits >> $0 & 1 == 1 }
    let answers = Answers(
      Dictionary(
        uniqueKeysWithValues: Self.questions.indices.map {
          (Self.questions[$0], .option(yes.contains($0) ? "yes" : "no"))
        }))
    let changes = Self.questions + ["ac", "de"]
    var fewest: Int?
    for chosen in 0..<1 << changes.count {
      let taken = changes.indices.filter { chosen >> $0 & 1 == 1 }
      let left = yes.filter { place in !taken.contains { changes[$0].contains(Self.questions[place]) } }
      if left.reduce(0, { $0 + Self.points[$1] }) < 10 { fewest = min(fewest ?? .max, taken.count) }
    }
    switch assessor.nearest("low", for: answers) {
    case .alreadyThere: #expect(fewest == 0)
    case .changes(let ids, let then):
      #expect(ids.count == fewest)
      #expect(try #require(assessor.assess(then, date: "2026-01-31").scores[0].now).high < 10)
    case let other: Issue.record("\(String(describing: other)), and \(String(describing: fewest)) would do")
    }
  }

  @Test("takes what is least laborious of equally few, and says what is out of reach")
  func labour() {
    let assessor = Assessor(Self.pack([("a", "c")]), programVersion: "1")
    let answers = Answers(["a": .option("yes"), "b": .option("no"), "c": .option("yes"), "d": .option("no")])
    guard case .changes(let ids, _)? = assessor.nearest("low", for: answers) else {
      Issue.record("there is a way")
      return
    }
    #expect(ids == ["a"] || ids == ["c"])
    let fixed = Pack.small(
      questions: [.yesNo("a")], rules: [.small("a", when: .isOneOf("a", ["yes"]), points: 12)])
    let stuck = Assessor(fixed, programVersion: "1").nearest("low", for: Answers(["a": .option("yes")]))
    #expect(stuck == .outOfReach)
    #expect(assessor.nearest("lo", for: answers) == nil)
    #expect(assessor.nearest("high", for: answers) == .alreadyThere)
  }
}
