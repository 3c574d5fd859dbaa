import Ergonomics

/// The words of an explanation.
struct ExplanationText {
  let explanation: RuleExplanation
  let records: [Question.ID: Assessment.AnswerRecord]

  /// `found           lumbar-support-missing: lumbar_support is none`, `clear           screen-low: not so: screen is low`
  var line: String {
    let outcome = explanation.outcome.rawValue
    // All of them make it found, or would have to hold for that.
    let reasons = explanation.reasons.map(\.condition).joined(separator: " and ")
    let rest =
      switch explanation.outcome {
      case .found: reasons
      case .undetermined: "open: " + open
      case .clear, .notApplicable: reasons.isEmpty ? "" : "not so: " + reasons
      }
    return outcome + String(repeating: " ", count: 16 - outcome.count) + explanation.id
      + (rest.isEmpty ? "" : ": " + rest)
  }

  private var open: String {
    let alone = explanation.decidedBy.joined(separator: ", ")
    let together = explanation.decidedTogether.joined(separator: ", ")
    if together.isEmpty { return alone }
    return alone.isEmpty ? "together \(together)" : "\(alone); beside others \(together)"
  }

  var paragraph: String {
    var lines = ["\(explanation.id): \(explanation.outcome.rawValue)", "  \(explanation.title)", ""]
    if let applies = explanation.applies { lines.append("  applies  \(applies)") }
    lines.append("  when     \(explanation.when)")
    for points in explanation.adds { lines.append("  adds     \(points.points) to \(points.score)") }
    lines.append("")
    switch explanation.outcome {
    case .found: lines += found
    case .clear: lines += absence("Not found")
    case .notApplicable: lines += absence("Not about this person")
    case .undetermined: lines += undetermined
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var found: [String] {
    let lines = ["Found, because"] + explanation.reasons.flatMap(told)
    if explanation.besides.isEmpty { return lines }
    return lines + ["Whatever was answered there, it would be found all the same, because"]
      + explanation.besides.flatMap(told)
  }

  private func absence(_ what: String) -> [String] {
    let isOne = explanation.reasons.count == 1
    let heading = isOne ? "\(what), because this does not hold:" : "\(what). For that, all of this would have to hold:"
    return [heading] + explanation.reasons.flatMap(told) + whatFollows
  }

  private var whatFollows: [String] {
    let questions = explanation.thenDecidedBy.map(answer)
    switch explanation.then {
    case nil: return ["More than that may have to be otherwise."]
    case .undetermined: return ["If it did, the rule would be open, until this is answered:"] + questions
    case .clear: return ["If it did, the rule would be about this person, and still not be found."]
    case .found, .notApplicable: return []
    }
  }

  private var undetermined: [String] {
    let (alone, together) = (explanation.decidedBy, explanation.decidedTogether)
    if alone.isEmpty, together.isEmpty { return ["Open, though no answer that is missing would change it."] }
    let these = alone.count == 1 ? "this" : "any of these"
    let others = alone.isEmpty ? "Open. Only answers to these together can decide it:" : "Beside others also:"
    return (alone.isEmpty ? [] : ["Open. An answer to \(these) can decide it:"] + alone.map(answer))
      + (together.isEmpty ? [] : [others] + together.map(answer))
  }

  private func told(_ reason: Assessment.Reason) -> [String] {
    ["  \(reason.condition)"] + reason.questions.map(answer)
  }

  private func answer(to question: Question.ID) -> String {
    guard let record = records[question] else { return "    \(question)" }
    let state =
      switch record.state {
      case .answered: "answered: \(record.words ?? "")"
      case .declined: "not sure"
      case .unanswered: "not answered"
      case .notAsked: "not asked"
      case .notNeeded: "not needed"
      case .setAside: "does not apply; set aside: \(record.words ?? "")"
      case .withheld: "withheld"
      }
    return "    \(record.label) (\(question)): \(state)".printable
  }
}
