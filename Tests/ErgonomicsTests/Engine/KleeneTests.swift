import Ergonomics
import TestSupport
import Testing

/// What a person whose answer is `yes`, `no` or missing makes of a yes-no condition.
private let answers: [Answer?] = [.option("yes"), .option("no"), nil]

@Suite("Three-valued logic")
struct KleeneTests {
  private static func program(_ when: Condition, questions count: Int) -> RuleProgram {
    RuleProgram(.small(questions: (0..<count).map { .yesNo("q\($0)") }, rules: [.small("rule", when: when)]))
  }

  private static func outcome(_ when: Condition, _ given: [Answer?]) -> Outcome {
    outcome(program(when, questions: given.count), given)
  }

  private static func outcome(_ program: RuleProgram, _ given: [Answer?]) -> Outcome {
    var people = Answers()
    for (place, answer) in given.enumerated() { people["q\(place)"] = answer }
    return program.outcomes(for: people)[0]
  }

  private static func isYes(_ question: Int) -> Condition { .isOneOf("q\(question)", ["yes"]) }

  @Test("and, or and not have the strong Kleene tables")
  func tables() {
    let (f, c, u) = (Outcome.found, Outcome.clear, Outcome.undetermined)
    let and = [f, c, u, c, c, c, u, c, u]
    let or = [f, f, f, f, c, u, f, u, u]
    for (row, a) in answers.enumerated() {
      #expect(Self.outcome(.not(Self.isYes(0)), [a]) == [c, f, u][row])
      for (column, b) in answers.enumerated() {
        #expect(Self.outcome(.all([Self.isYes(0), Self.isYes(1)]), [a, b]) == and[3 * row + column])
        #expect(Self.outcome(.any([Self.isYes(0), Self.isYes(1)]), [a, b]) == or[3 * row + column])
      }
    }
  }

  @Test("at least k of n is decided exactly when every completion agrees", arguments: 1...5)
  func atLeast(n: Int) {
    for k in 1...n {
      for isNegated in [false, true] {
        let plain = Condition.atLeast(k, of: (0..<n).map(Self.isYes))
        let program = Self.program(isNegated ? .not(plain) : plain, questions: n)
        for code in 0..<3.power(n) {
          let given = (0..<n).map { answers[code / 3.power($0) % 3] }
          let (yes, open) = (given.count { $0 == .option("yes") }, given.count { $0 == nil })
          let expected: Outcome = yes >= k ? .found : yes + open < k ? .clear : .undetermined
          let opposite: [Outcome: Outcome] = [.found: .clear, .clear: .found, .undetermined: .undetermined]
          #expect(
            Self.outcome(program, given) == (isNegated ? opposite[expected] : expected),
            "\(k) of \(given)")
        }
      }
    }
  }

  @Test("an atom is decided without an answer when every possible answer agrees")
  func decidedByRange() {
    let questions = [Question.number("time", 0...60), .choice("kind", ["a", "b"])]
    func outcome(_ when: Condition) -> Outcome {
      RuleProgram(.small(questions: questions, rules: [.small("rule", when: when)])).outcomes(for: Answers())[0]
    }
    #expect(outcome(.isWithin(.answer("time"), 0...Int.max)) == .found)
    #expect(outcome(.isWithin(.answer("time"), 61...Int.max)) == .clear)
    #expect(outcome(.isWithin(.answer("time"), 60...Int.max)) == .undetermined)
    #expect(outcome(.isOneOf("kind", ["a", "b"])) == .found)
  }
}
