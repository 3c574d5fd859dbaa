import Ergonomics

/// An emergency that people who skip the question are not told of.
enum EmergencyNotTold: DraftCheck {
  static let code = Problem.Code.emergencyNotTold

  static let examples = [
    BrokenPack(at: "care.xml:3", .init("care.xml", #"level="routine""#, #"level="emergency""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.careCards.filter { $0.value.level == .emergency && $0.value.atOnce == nil }.map {
      wording($0.value.id, at: $0.spot("id"))
    }
  }

  private static func wording(_ card: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the emergency card '\(card)' has no <at-once>: people who skip the question miss it",
      help: "add <at-once> with its signs in a few words, to be read after 'get help at once if'")
  }
}
