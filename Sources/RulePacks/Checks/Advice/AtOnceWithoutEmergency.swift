import Ergonomics

/// Signs that everybody is told of as an emergency, and that are none.
enum AtOnceWithoutEmergency: DraftCheck {
  static let code = Problem.Code.atOnceWithoutEmergency

  static let examples = [
    BrokenPack(at: "care.xml:6", .init("care.xml", "<ask>", "<at-once>it hurts.</at-once><ask>"))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.careCards.filter { $0.value.level != .emergency && $0.value.atOnce != nil }.map {
      wording($0.value.id, at: $0.spot(ofChild: "at-once"))
    }
  }

  private static func wording(_ card: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "'\(card)' is no emergency, but has <at-once>",
      help: "delete <at-once>, or make it level=\"emergency\"")
  }
}
