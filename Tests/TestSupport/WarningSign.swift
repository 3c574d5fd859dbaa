package import Ergonomics

/// A sign that asks for help at once or soon, and the card that the shipped pack for back and hips gives when it is told
/// alone.
package struct WarningSign: Sendable {
  package let question: Question.ID
  package let option: AnswerOption.ID
  package let card: CareCard.ID
  package let level: CareCard.Level

  package static let all: [WarningSign] = emergencies + urgent + underMassage

  package static let emergencies = signs(
    "emergency_signs", .emergency,
    [
      ("saddle_numbness", "numbness-bladder-bowel-both-legs"), ("bladder_change", "numbness-bladder-bowel-both-legs"),
      ("bowel_change", "numbness-bladder-bowel-both-legs"), ("both_legs", "numbness-bladder-bowel-both-legs"),
      ("sexual_change", "numbness-bladder-bowel-both-legs"), ("leg_weakness_fast", "leg-getting-weak"),
      ("cancer_weakness", "cancer-and-a-weak-limb"), ("after_accident", "pain-after-a-fall-or-accident"),
      ("cannot_stand", "pain-after-a-fall-or-accident"), ("hot_hip", "hot-hip-with-fever"),
      ("sudden_severe", "sudden-severe-pain"),
    ])

  package static let urgent = signs(
    "urgent_signs", .urgent,
    [
      ("fever_infection", "fever-or-infection"), ("cancer", "past-cancer-or-weight-loss"),
      ("past_cancer_weight_loss", "past-cancer-or-weight-loss"), ("no_rest", "pain-without-rest"),
      ("worse_straining", "pain-worse-when-straining"), ("thin_bones_sudden", "sudden-pain-thin-bones"),
      ("one_leg_lasting", "one-leg-numb-or-weak"), ("leg_swelling", "swollen-leg"), ("hip_risk", "hip-pain-with-risk"),
      ("pulsing_tummy", "pulsing-tummy"), ("back_lump", "lump-or-changed-back"), ("unsteady", "unsteady-walking"),
    ])

  /// Asked for the sake of massage.
  package static let underMassage = signs(
    "massage_conditions", .urgent,
    [
      ("clot", "swollen-leg"), ("inflamed", "fever-or-infection"), ("fracture", "bone-not-healed"),
      ("cancer", "past-cancer-or-weight-loss"), ("kidney", "blood-in-urine-or-flank"), ("aneurysm", "pulsing-tummy"),
    ])

  private static func signs(
    _ question: Question.ID, _ level: CareCard.Level, _ signs: [(option: AnswerOption.ID, card: CareCard.ID)]
  ) -> [WarningSign] {
    signs.map { WarningSign(question: question, option: $0.option, card: $0.card, level: level) }
  }
}
