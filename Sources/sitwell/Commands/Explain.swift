import ArgumentParser
import Ergonomics

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a rule is found, why it is not, or what would decide it.",
    usage: """
      sitwell explain answers.json
      sitwell explain answers.json lumbar-support-missing
      sitwell explain answers.json --pack lower-back-hips --pack ./my-rules
      """)

  @Argument(help: "One person's answers, JSON or XML; - reads standard input.", completion: .file())
  var answers: String

  @Argument(help: "Id of a rule; without one, every rule in a line.")
  var rule: String?

  @OptionGroup var packs: PackOptions

  func run() async throws {
    let packs = try self.packs.load()
    let person = try await AnswersInput(path: answers).person(for: packs)
    let told = packs.assessors.map { assessor in
      let records = Dictionary(uniqueKeysWithValues: assessor.records(of: person).map { ($0.id, $0) })
      let rules = assessor.explain(person).map { ExplanationText(explanation: $0, records: records) }
      return (pack: assessor.pack.id, rules: rules.filter { rule == nil || $0.explanation.id == rule })
    }.filter { !$0.rules.isEmpty }
    if let rule, told.isEmpty {
      let near = packs.flatMap { $0.rules.map(\.id) }.nearest(to: rule).map { "did you mean '\($0)'?" }
      throw Failure.usage("there is no rule '\(rule)'\n  help: \(near ?? "sitwell explain \(answers) lists all rules")")
    }
    let texts = told.map { pack, rules in
      let name = packs.count > 1 ? "\(pack)\n" : ""
      return name + rules.map { rule == nil ? $0.line + "\n" : $0.paragraph }.joined()
    }
    try Console.out(TerminalText(lines: texts.joined(separator: "\n")))
  }
}

/// The words of an explanation.
struct ExplanationText {
  let explanation: RuleExplanation
  let records: [Question.ID: Assessment.AnswerRecord]

  /// `found           lumbar-support-missing: lumbar_support is none`
  var line: String {
    let outcome = explanation.outcome.rawValue
    let rest =
      explanation.outcome == .undetermined
      ? "open: " + explanation.decidedBy.joined(separator: ", ")
      : explanation.reasons.map(\.condition).joined(separator: "; ")
    return outcome + String(repeating: " ", count: 16 - outcome.count) + explanation.id
      + (rest.isEmpty ? "" : ": " + rest)
  }

  var paragraph: String {
    var lines = ["\(explanation.id): \(explanation.outcome.rawValue)", "  \(explanation.title)", ""]
    if let applies = explanation.applies { lines.append("  applies  \(applies)") }
    lines.append("  when     \(explanation.when)")
    for points in explanation.adds { lines.append("  adds     \(points.points) to \(points.score)") }
    lines.append("")
    switch explanation.outcome {
    case .found: lines.append("Found, because")
    case .clear: lines.append("Not found, because this does not hold:")
    case .notApplicable: lines.append("Not about this person, because this does not hold:")
    case .undetermined: lines.append("Open. An answer to this would decide it:")
    }
    for reason in explanation.reasons {
      lines.append("  \(reason.condition)")
      lines += reason.questions.map(answer)
    }
    lines += explanation.decidedBy.map(answer)
    return lines.joined(separator: "\n") + "\n"
  }

  private func answer(to question: Question.ID) -> String {
    guard let record = records[question] else { return "    \(question)" }
    let state =
      switch record.state {
      case .answered: "answered: \(record.words ?? "")"
      case .declined: "not sure"
      case .unanswered: "not answered"
      case .notAsked: "not asked"
      case .setAside: "does not apply; set aside: \(record.words ?? "")"
      case .withheld: "withheld"
      }
    return "    \(record.label) (\(question)): \(state)".printable
  }
}
