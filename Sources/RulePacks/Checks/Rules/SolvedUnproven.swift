import Ergonomics

/// A rule that adds points, and does not say which answers prove it solved.
enum SolvedUnproven: AnswersCheck {
  static let code = Problem.Code.solvedUnproven

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:10",
      .init(
        "chair/uneven-sitting.xml", "<solved-when>habits has none of (lean, cross_legs)</solved-when>", ""))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.draft.rules.enumerated().compactMap { place, rule in
      guard !pack.senseless.contains(place), !rule.value.adds.isEmpty, rule.element.element("solved-when") == nil
      else { return nil }
      return wording(rule.value, pack.program.pack, at: rule.spot(ofChild: "solved"))
    }
  }

  private static func wording(_ rule: Rule, _ pack: Pack, at spot: SourceLocation) -> Problem {
    let opposite = rule.when.atoms.first.map { Condition.not($0).text(in: pack.vocabulary) }
    return Problem(
      code, spot, "'\(rule.id)' adds points, and nothing says which answers prove it solved",
      help: "add <solved-when> with the answers that make this true\(opposite.map { ", such as '\($0)'" } ?? "")")
  }
}
