/// What people and programs write in place of an answer, to whatever question.
enum NoAnswerWords {
  /// What programs leave where there is no answer.
  private static let blanks: Set = [
    "na", "n/a", "n.a", "#n/a", "<na>", "nan", "null", "-99", "-99.0", "-999", "not answered", "no answer",
  ]
  /// Who knows no answer, or gives none.
  private static let declining: Set = [
    "-", "not_sure", "not sure", "unsure", "don't know", "dont know", "do not know", "i don't know", "i do not know",
    "prefer not to say", "prefer not to answer", "rather not say",
  ]

  /// - Parameter text: Without blanks at its ends.
  static func isBlank(_ text: String) -> Bool { text == "." || blanks.contains(text.normalised) }

  static func isDeclining(_ text: String, notSure: String) -> Bool {
    let plain = text.normalised
    return declining.contains(plain) || plain == notSure.normalised
  }
}
