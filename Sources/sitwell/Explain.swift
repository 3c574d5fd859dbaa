import ArgumentParser
import Ergonomics

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a rule is found, why it is not, or what would decide it.",
    usage: """
      sitwell explain answers.json
      sitwell explain answers.json lumbar-support-missing
      """)

  @Argument(help: "One person's answers, JSON or XML; - reads standard input.")
  var answers: String

  @Argument(help: "Id of a rule; without one, every rule in a line.")
  var rule: String?

  @OptionGroup var packs: PackOptions

  func run() async throws {
    let assessor = try packs.assessor()
    let person = try AnswersInput(path: answers).person(for: assessor.pack)
    let all = assessor.explain(person)
    let records = Dictionary(uniqueKeysWithValues: assessor.records(of: person).map { ($0.id, $0) })
    guard let rule else {
      Console.out(all.map { ExplanationText(explanation: $0, records: records).line + "\n" }.joined())
      return
    }
    guard let explanation = all.first(where: { $0.id == rule }) else {
      let near = all.map(\.id).nearest(to: rule).map { "did you mean '\($0)'?" }
      throw Failure.usage("there is no rule '\(rule)'\n  help: \(near ?? "sitwell explain \(answers) lists all rules")")
    }
    Console.out(ExplanationText(explanation: explanation, records: records).paragraph)
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
      }
    return "    \(record.label) (\(question)): \(state)".printable
  }
}
