import Ergonomics

/// A text that shows an answer about health, in a rule that results without health data hold.
enum SymptomShown: DraftCheck {
  static let code = Problem.Code.symptomShown

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:6",
      .init("chair/uneven-sitting.xml", "You load one side.", "You load one side, pain: {has_pain}."))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.rules.compactMap { rule in
      let shown = rule.value.finding.parts.compactMap { if case .value(let name) = $0 { name } else { nil } }
      guard let question = pack.symptom(in: Set(shown)), pack.symptom(in: rule.value.names) == nil else { return nil }
      return wording(question, at: rule.spot(ofChild: "finding"))
    }
  }

  private static func wording(_ question: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the text shows '\(question)', which is about health, in a rule that does not read it",
      help: "delete the placeholder: this rule is told where health data may not be")
  }
}
