import Ergonomics

/// Two rules with one title: reports name findings by it.
enum SameTitle: DraftCheck {
  static let code = Problem.Code.sameTitle

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:3",
      .init("chair/uneven-sitting.xml", "<title>Uneven sitting</title>", "<title>No support</title>"))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    var first: [String: Rule.ID] = [:]
    return pack.draft.rules.compactMap { rule in
      let title = rule.value.title.lowercased()
      if let other = first[title] {
        return wording(rule.value.title, other, at: rule.spot(ofTextIn: "title"))
      }
      first[title] = rule.value.id
      return nil
    }
  }

  private static func wording(_ title: String, _ other: Rule.ID, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "'\(title)' is the title of '\(other)', too",
      help: "word one of them differently: reports name findings by their titles")
  }
}
