import Ergonomics

/// What can be wrong with corrections as steps of plans, and with care cards.
extension Problem {
  static func helpsNothing(_ correction: String, rules: [String], at spot: Spot) -> Problem {
    Problem(
      "correction-helps-nothing", spot, "what '\(correction)' sets changes no finding of \(quoted(rules))",
      help: "set the answers that the rule reads, or let the rule name another correction")
  }

  static func nothingChanges(_ rule: String, at spot: Spot) -> Problem {
    Problem(
      "finding-stays", spot, "'\(rule)' adds points, and none of its corrections sets an answer that takes it away",
      help: "name a correction that sets the answers it reads, or add an example that one changes")
  }

  static func namedByNoRule(_ correction: String, at spot: Spot) -> Problem {
    Problem(
      "correction-for-nobody", spot, "no rule names '\(correction)': nobody can get it",
      help: "name it in a rule, or delete it")
  }

  static func forNobody(_ correction: String, rules: [String], at spot: Spot) -> Problem {
    Problem(
      "correction-for-nobody", spot, "nobody of whom \(quoted(rules)) is found can get '\(correction)'",
      help: "look at its fits-when and avoid-when, or add an example of somebody whom it fits")
  }

  static func opposite(_ second: String, _ first: String, _ question: String, at spot: Spot) -> Problem {
    Problem(
      "opposite-corrections", spot,
      "'\(second)' can be called for after '\(first)', and moves '\(question)' back",
      help: "say which may not go together with <not-with step=\"\(first)\"/>, or let one not fit")
  }

  static func emergencyNotTold(_ card: String, at spot: Spot) -> Problem {
    Problem(
      "emergency-not-told", spot, "the emergency card '\(card)' has no <at-once>: people who skip the question miss it",
      help: "add <at-once> with its signs in a few words, to be read after 'get help at once if'")
  }

  static func toldAtOnceOnly(_ card: String, at spot: Spot) -> Problem {
    Problem(
      "at-once-without-emergency", spot, "'\(card)' is no emergency, but has <at-once>",
      help: "delete <at-once>, or make it level=\"emergency\"")
  }

  private static func quoted(_ rules: [String]) -> String { rules.map { "'\($0)'" }.joined(separator: ", ") }
}
