import Ergonomics

/// An example that comes out as something else than it says.
enum ExampleDisagrees: AnswersCheck {
  static let code = Problem.Code.exampleDisagrees
  static let depth = CheckDepth.examples

  static let examples = [
    BrokenPack(at: "chair/no-support.xml:20", .init("chair/no-support.xml", "119 min", "120 min"))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.examples.disagreeing.map { tried in
      let answers = tried.element.elements("answer").map { "\($0.required("question")) = \($0.words)" }
      return wording(
        tried.example, found: tried.outcome, answers: answers.isEmpty ? "nothing" : answers.joined(separator: ", "),
        at: pack.draft.rules[tried.rule].file.spot(of: tried.element))
    }
  }

  private static func wording(
    _ example: Rule.Example, found: Outcome, answers: String, at spot: SourceLocation
  ) -> Problem {
    Problem(
      code, spot, "example '\(example.says)' comes out as '\(found.rawValue)', not '\(example.outcome.rawValue)'",
      help: "it answers \(answers): change the example or the rule")
  }
}
