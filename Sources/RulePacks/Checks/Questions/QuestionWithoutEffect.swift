import Ergonomics

/// A question that rules read, while no answer to it can change what any of them says.
enum QuestionWithoutEffect: AnswersCheck {
  static let code = Problem.Code.questionWithoutEffect

  static let examples = [
    BrokenPack(
      at: "questions.xml:12", .init("questions.xml", #"<question id="support""#, #"\#(pillow)<question id="support""#),
      BrokenPack.rule(
        "zigzag", when: "habits has lean or (habits has none_of_these and seat_type is stool and pillow)",
        answers: ("lean", "cross_legs")))
  ]

  private static let pillow = """
    <question id="pillow" kind="yes-no" ask-when="seat_type is office_chair">\
    <label>P</label><text>P?</text><help>P.</help></question>
    """

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    let program = pack.program
    let reads = program.rules.map { Set(program.questionsDeciding($0.holds)) }
    return pack.draft.questions.enumerated().compactMap { place, question in
      let readers = reads.indices.filter { reads[$0].contains(place) && !pack.senseless.contains($0) }
      if readers.isEmpty || pack.readElsewhere.contains(question.value.id) { return nil }
      return matters(question.value.id, to: readers, program)
        ? nil : wording(question.value.id, at: question.spot("id"))
    }
  }

  /// Whether a rule tells two people apart who differ in this alone: the question stands beside a copy of itself.
  private static func matters(_ question: Question.ID, to readers: [Int], _ program: RuleProgram) -> Bool {
    var pack = program.pack
    (pack.rules, pack.corrections) = (readers.map { pack.rules[$0] }, [])
    let (own, copy) = (RuleProgram(pack), RuleProgram(pack.renaming([question: "\(question)'"])))
    return readers.indices.contains {
      RuleProgram.disagreement(of: .init(own, rule: $0), and: .init(copy, rule: $0), isComplete: true) != .none
    }
  }

  private static func wording(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "no answer to '\(id)' changes what any rule says",
      help: "look at the rules that read it: is it asked of those whom they are about?")
  }
}
